import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectTcp } from './dial';
import { ConversationFailed } from './failure-thrown';
import type { RunOptions } from './run';
import { admitDial } from './target-rate';
import { makeAuthority, type Authority, type Leaf } from './testing/certificates';
import { ehlo, greeting, on, outcomeOf, probe, quit } from './testing/probe-scripted';
import { request, send } from './testing/send-scripted';
import { startScriptedServer, type Line, type ScriptedServer } from './testing/scripted-server';

/** What a stranger learns from a hosted Outport. Public addresses are led to this computer, the vetted ones are dialled. */
const publicAddress = '8.8.8.8';
let authority: Authority;
let leaf: Leaf;
const servers: ScriptedServer[] = [];
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.issue();
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(
  dialogue: readonly Line[],
  implicitTls = false,
): Promise<{ port: number; options: Partial<RunOptions> & { dialled: string[] } }> {
  const server = await startScriptedServer({ dialogue, implicitTls, tls: leaf });
  servers.push(server);
  const dialled: string[] = [];
  const options = {
    dialled,
    mode: 'hosted' as const,
    resolve: () => Promise.resolve({ ipv4: [publicAddress], ipv6: [] }),
    connect: (address: string) => {
      dialled.push(address);
      return connectTcp('127.0.0.1', server.port);
    },
  };
  return { port: server.port, options };
}

const noName = () =>
  Promise.reject(
    new ConversationFailed({ stage: 'resolve', secured: false, kind: 'name-not-found', cause: 'no-such-name' }),
  );
const noAddress = () =>
  Promise.reject(
    new ConversationFailed({ stage: 'resolve', secured: false, kind: 'name-not-found', cause: 'no-address' }),
  );
const to =
  (...ipv4: string[]) =>
  () =>
    Promise.resolve({ ipv4, ipv6: [] });

describe('a name that does not exist, one without address and one that leads inside', () => {
  const ways: [string, RunOptions['resolve']][] = [
    ['no such name', noName],
    ['no address', noAddress],
    ['no address of the family', () => Promise.resolve({ ipv4: [], ipv6: [] })],
    ['a private address', to('10.0.0.1')],
    ['a private one among public ones', to(publicAddress, '192.168.0.1')],
    ['cloud metadata', to('169.254.169.254')],
  ];

  async function seen(resolve: RunOptions['resolve']): Promise<string> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const probing = probe(on(587, 'starttls', 'mail.test'), {
      mode: 'hosted',
      ...(resolve === undefined ? {} : { resolve }),
    });
    await vi.advanceTimersByTimeAsync(10_000);
    const { events } = await probing;
    vi.useRealTimers();
    return JSON.stringify(events);
  }

  test('look the same and take the same time', async () => {
    const all = [];
    for (const [, resolve] of ways) all.push(await seen(resolve));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toContain('{"status":"not-tested","reason":"not-admitted"}');
    expect(all[0]).toContain('"at":1000');
  });

  test('are told alike by a message, too', async () => {
    const outcomes = [];
    for (const [, resolve] of ways) {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
      const sending = send(request(465), { mode: 'hosted', ...(resolve === undefined ? {} : { resolve }) });
      await vi.advanceTimersByTimeAsync(10_000);
      outcomes.push(JSON.stringify((await sending).events.at(-1)));
      vi.useRealTimers();
    }
    expect(new Set(outcomes).size).toBe(1);
  });
});

describe('a service that is no mail server', () => {
  const words = 'SSH-2.0-OpenSSH_9.2 secret build\r\n';
  const numbered = '200 news.internal ready\r\n';

  test.each([words, numbered])('keeps its words from a probe: %j', async (said) => {
    const { port, options } = await serve([{ say: said }]);
    const probed = await probe(on(port, 'starttls', 'mail.test'), options);
    expect(outcomeOf(probed)).toMatchObject({ failure: { kind: 'protocol-violation', sample: '' } });
    expect(JSON.stringify(probed.events)).not.toMatch(/SSH|news/);
  });

  test.each([words, numbered])('keeps its words from a message: %j', async (said) => {
    const { port, options } = await serve([{ say: said }]);
    const { from, to: recipient } = request(port);
    const sent = await send(
      { endpoint: { host: 'mail.test', port, security: 'cleartext' }, from, to: recipient },
      options,
    );
    expect(sent.outcome).toMatchObject({ failure: { kind: 'protocol-violation', sample: '' } });
    expect(sent.text).not.toMatch(/SSH|news/);
  });
});

test('a mail server is told as it is, and dialled at the address that was vetted', async () => {
  const { port, options } = await serve([greeting, ehlo, { say: '250 mail.test\r\n' }, quit]);
  const probed = await probe(on(port, 'cleartext', 'mail.test'), options);
  expect(outcomeOf(probed)).toMatchObject({ status: 'usable' });
  expect(options.dialled).toEqual([publicAddress]);
});

test('one address is not dialled without end, by whatever names', () => {
  const address = '9.9.9.9';
  const admitted = Array.from({ length: 90 }, (_, index) => admitDial([address], index));
  expect(admitted.filter(Boolean)).toHaveLength(80);
  expect(admitDial([publicAddress, address], 59_999)).toBe(false);
  expect(admitDial([address], 60_100)).toBe(true);
});
