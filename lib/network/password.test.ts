import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import {
  hear,
  login,
  mail,
  opening,
  quit,
  recipient,
  request,
  say,
  send,
  upToDot,
  type Sent,
} from './testing/send-scripted';
import { startScriptedServer, type Line, type ScriptedServer } from './testing/scripted-server';
import { trustListener } from './trust';

const canary = request(0).password ?? '';
const base64 = Buffer.from(canary).toString('base64');
const plain = Buffer.from(`\u0000shop\u0000${canary}`).toString('base64');
const hex = Buffer.from(canary).toString('hex');
const half = Math.ceil(canary.length / 2);

let authority: Authority;
let leaf: Leaf;
let server: ScriptedServer;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.issue();
});
afterEach(() => server.stop());

async function against(dialogue: readonly Line[]): Promise<Sent> {
  server = await startScriptedServer({ dialogue, implicitTls: true, tls: leaf });
  trustListener({ address: '127.0.0.1', port: server.port, authorityPem: authority.pem });
  const sent = await send(request(server.port));
  await expect.poll(() => server.remaining()).toBe(0);
  return sent;
}

function expectNowhere({ text, events }: Sent): void {
  const parts = [canary, canary.slice(0, half), canary.slice(half), base64, plain, hex, encodeURIComponent(canary)];
  const shown = [text, ...events.flatMap((event) => JSON.stringify(event).split('\\n'))].join('\n');
  for (const part of parts) {
    expect(shown.toLowerCase()).not.toContain(part.toLowerCase());
    expect(shown).not.toContain(JSON.stringify(part).slice(1, -1));
  }
}

const echo = (code: number) =>
  [
    `you said ${canary}`,
    canary.slice(0, half),
    canary.slice(half),
    base64,
    plain,
    encodeURIComponent(canary),
    hex.toUpperCase(),
    'that was it',
  ]
    .map((line, index, all) => `${code}${index === all.length - 1 ? ' ' : '-'}${line}\r\n`)
    .join('');

describe('a server that echoes the password', () => {
  test.each<[string, Line[]]>([
    ['when it refuses the login', [...opening('AUTH PLAIN'), hear(/^AUTH PLAIN /), say(echo(535)), quit]],
    [
      'when it accepts the login',
      [
        ...opening('AUTH PLAIN'),
        hear(/^AUTH PLAIN /),
        say(echo(235)),
        ...mail,
        ...recipient,
        hear(/^DATA$/),
        say('554 no\r\n'),
        quit,
      ],
    ],
    [
      'when it takes the sender',
      [
        ...opening('AUTH PLAIN'),
        ...login,
        hear(/^MAIL/),
        say(echo(250)),
        ...recipient,
        hear(/^DATA$/),
        say('554 no\r\n'),
        quit,
      ],
    ],
    [
      'when it refuses the recipient',
      [...opening('AUTH PLAIN'), ...login, ...mail, hear(/^RCPT/), say(echo(550)), quit],
    ],
    ['when it takes the message', [...upToDot, say(echo(250)), quit]],
    ['as the name of the message', [...upToDot, say(`250 Ok: queued as ${hex}\r\n`), quit]],
    ['instead of a reply', [...opening('AUTH PLAIN'), hear(/^AUTH PLAIN /), say(`${canary}\r\n`)]],
    [
      'in a reply that never ends',
      [...opening('AUTH PLAIN'), hear(/^AUTH PLAIN /), say(`535-${canary}\r\n535-${base64}`), { close: 'end' }],
    ],
    [
      'because it heard it in an earlier run, before the login',
      [
        say(`220-${canary}\r\n220 mail.test\r\n`),
        hear(/^EHLO/),
        say(`250-mail.test\r\n250-X${hex}\r\n250 AUTH XOAUTH2 ${base64}\r\n`),
        quit,
      ],
    ],
  ])('%s', async (_name, dialogue) => {
    expectNowhere(await against(dialogue));
  });

  test('one part in each reply', async () => {
    const third = Math.ceil(canary.length / 3);
    const parts = [canary.slice(0, third), canary.slice(third, 2 * third), canary.slice(2 * third)];
    const sent = await against([
      ...opening('AUTH PLAIN'),
      hear(/^AUTH/),
      say(`235 ${parts[0] ?? ''}\r\n`),
      hear(/^MAIL/),
      say(`250 ${parts[1] ?? ''}\r\n`),
      hear(/^RCPT/),
      say(`550 ${parts[2] ?? ''}\r\n`),
      quit,
    ]);
    const spoken = sent.transcript.filter(({ from }) => from === 'server').map(({ text }) => text.slice(4));
    expect(spoken.join('')).not.toContain(canary);
    const { outcome } = sent;
    const reply =
      outcome.status === 'failed' && outcome.failure.kind === 'negative-reply' ? outcome.failure.reply : undefined;
    expect(reply?.text).toEqual(['[hidden]']);
  });
});

test.each(['LOGIN', 'CRAM-MD5'])('a refused %s names the mechanism and shows no payload', async (mechanism) => {
  const payloads: Line[] =
    mechanism === 'LOGIN' ? [hear(/^\S+$/), say('334 UGFzc3dvcmQ6\r\n'), hear(/^\S+$/)] : [hear(/^\S+$/)];
  const sent = await against([
    ...opening(`AUTH ${mechanism}`),
    hear(/^AUTH/),
    say('334 PDFAdGVzdD4=\r\n'),
    ...payloads,
    say('535 no\r\n'),
    quit,
  ]);
  expect(sent.outcome).toMatchObject({ failure: { stage: 'auth', command: `AUTH ${mechanism}` } });
  const payload = server.heard.at(-2) ?? '';
  expect(payload.length).toBeGreaterThan(20);
  expect(sent.text).not.toContain(payload);
  expectNowhere(sent);
});
