import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeAuthority, type Authority } from '@/lib/network/testing/certificates';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { nodemailer } from './nodemailer';
import { hostileProof, hostileSettings, withoutLogin } from './testing/sample-settings';

const scratch = mkdtempSync(join(tmpdir(), 'outport-nodemailer-'));
const trusted = join(scratch, 'authority.pem');
let authority: Authority;

beforeAll(async () => {
  authority = await makeAuthority();
  writeFileSync(trusted, authority.pem);
});
afterAll(() => rmSync(scratch, { recursive: true }));

type Heard = { login?: { user: string | undefined; pass: string | null | undefined }; secure?: boolean; from?: string };

async function listen(options: SMTPServerOptions = {}): Promise<{ readonly port: number; readonly heard: Heard }> {
  const heard: Heard = {};
  const server = new SMTPServer({
    ...(await authority.issue()),
    onAuth: ({ username, password }, _session, answer) => {
      heard.login = { user: username, pass: password };
      answer(null, { user: username });
    },
    onMailFrom: ({ address }, session, answer) => {
      Object.assign(heard, { from: address, secure: session.secure });
      answer();
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that breaks off the handshake is what some tests want
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => new Promise((resolve) => server.close(resolve)));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { port: address.port, heard };
}

/** Runs the exported file as the module it is, and sends one message with its transport. */
function send(settings: SmtpSettings): Promise<string> {
  const text = nodemailer.render(settings, { includePassword: true, proof: hostileProof });
  const use = `await transport.sendMail({ to: 'reader@example.com', subject: 'x', text: 'y' });`;
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: trusted };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--input-type=module'], { env, timeout: 20_000 }, (error, _out, said) =>
      resolve(error ? said : 'sent'),
    );
    child.stdin?.end(`${text}\n${use}`);
  });
}

const local = { ...hostileSettings, host: 'localhost' };
const login = { user: hostileSettings.username, pass: hostileSettings.password };
const ways = [
  ['starttls', {}],
  ['implicit-tls', { secure: true }],
] as const;

describe.each(ways)('the module run by Node.js, %s', (security, options) => {
  test('sends with login and verified certificate, whatever the password is made of', async () => {
    const { port, heard } = await listen(options);
    expect(await send({ ...local, port, security })).toBe('sent');
    expect(heard).toEqual({ login, secure: true, from: "o'neil@example.com" });
  });

  test('gives nothing to a server whose certificate is for another name', async () => {
    const { port, heard } = await listen({
      ...options,
      ...(await authority.issue({ names: ['other.example'], addresses: [] })),
    });
    expect(await send({ ...local, port, security })).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(heard).toEqual({});
  });
});

test('the module gives nothing where STARTTLS is missing and a login is offered all the same', async () => {
  const { port, heard } = await listen({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  expect(await send({ ...local, port, security: 'starttls' })).toContain('ETLS');
  expect(heard).toEqual({});
});

test('the module logs nobody in where there is no login, and encrypts nothing where that was chosen', async () => {
  const { port, heard } = await listen({ authOptional: true });
  expect(await send({ ...withoutLogin(local), port })).toBe('sent');
  expect(heard).toEqual({ secure: true, from: "o'neil@example.com" });
  expect(await send({ ...local, port, security: 'cleartext' })).toBe('sent');
  expect(heard).toEqual({ secure: false, from: "o'neil@example.com" });
});
