/** What a delivered test message must hold, and what of this machine it must not. */
import os from 'node:os';
import { expect } from '@playwright/test';

type Expected = { readonly from: string; readonly to: string; readonly port: number };

/** Header lines unfolded (RFC 5322 §2.2.3), then the body. */
function parse(source: string): { readonly headers: ReadonlyMap<string, string>; readonly rest: string } {
  const end = source.search(/\r?\n\r?\n/);
  const lines = source
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(headers), rest: source.slice(end) };
}

/** Names by which this machine or its user could be known; words that any text may hold do not count. */
function namesOfThisMachine(): string[] {
  const { username, homedir } = os.userInfo();
  const addresses = Object.values(os.networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address);
  return [os.hostname(), username, homedir, ...addresses].filter((name) => name !== '' && name !== 'localhost');
}

/** A message as it lies in the maildir: ours in every header that matters, and nothing of this machine in what we wrote. */
export function expectOurMessage(source: string, { from, to, port }: Expected): void {
  const { headers, rest } = parse(source);
  const domain = from.slice(from.indexOf('@') + 1);
  expect(headers.get('message-id')).toMatch(new RegExp(`^<[0-9a-f-]{36}@${domain.replaceAll('.', '\\.')}>$`));
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('envelope-to')).toBe(to);
  expect(headers.get('return-path')).toBe(`<${from}>`);
  expect(headers.get('to')).toBe(to);
  expect(headers.get('from')).toContain(from);
  expect(headers.get('subject')).toContain(String(port));
  expect([...headers.keys()]).not.toContain('x-mailer');
  // What the receiving server adds about itself and its peer is not ours to choose.
  const added = ['received', 'delivery-date', 'envelope-to', 'return-path'];
  const ours = [...headers].filter(([name]) => !added.includes(name)).map((header) => header.join(': '));
  const written = `${ours.join('\n')}\n${rest}`.toLowerCase();
  for (const name of namesOfThisMachine()) expect(written.split(/[^a-z0-9.:/-]+/)).not.toContain(name.toLowerCase());
  // RFC 5321 §4.1.3: a machine without a name of its own greets with its address; a bare host name is never said.
  if (!os.hostname().includes('.')) expect(headers.get('received')).not.toContain(os.hostname());
}

/** Quoted-printable (RFC 2045 §6.7) → the text. */
function unquoted(body: string): string {
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** A message with alternatives (RFC 2046 §5.1.4) → the text of the one of this type, as a mail program shows it. */
export function bodyPart(source: string, type: 'text/plain' | 'text/html'): string {
  const boundary = /boundary="([^"]+)"/.exec(parse(source).headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = source.split(`--${boundary}`).slice(1, -1);
  const part = parts
    .map((one) => parse(one.replace(/^\r?\n/, '')))
    .find(({ headers }) => headers.get('content-type')?.startsWith(type));
  const { headers, rest = '' } = part ?? {};
  return headers?.get('content-transfer-encoding') === 'quoted-printable' ? unquoted(rest) : rest;
}
