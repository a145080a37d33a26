import { execFile } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { makeLabCertificates } from '@/e2e/lab/certificates';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { nodemailer } from './nodemailer';
import { hostileProof, hostileSettings, withoutLogin } from './testing/sample-settings';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const send = `await transport.sendMail({ to: 'reader@mail.test', subject: 'Order', text: 'It is on its way, grüße.' });`;

provenBySending(nodemailer, {
  needs: [packages],
  send: (text, { directory, authority }) => {
    symlinkSync(packages, join(directory, 'node_modules'));
    writeFileSync(join(directory, 'mailer.mjs'), text);
    writeFileSync(join(directory, 'send.mjs'), `import { transport } from './mailer.mjs';\n${send}`);
    return { file: process.execPath, args: ['send.mjs'], env: { NODE_EXTRA_CA_CERTS: authority } };
  },
});

test('the module logs nobody in and encrypts nothing where that was chosen, though STARTTLS is offered', async () => {
  const heard: Record<string, unknown> = {};
  const { good } = await makeLabCertificates();
  const server = new SMTPServer({
    ...good,
    authOptional: true,
    onAuth: (_login, _session, answer) => answer(new Error('Nobody was to log in.')),
    onMailFrom: ({ address }, session, answer) => {
      Object.assign(heard, { from: address, secure: session.secure });
      answer();
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => new Promise((resolve) => server.close(resolve)));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const settings: SmtpSettings = { ...hostileSettings, host: 'localhost', port: address.port, security: 'cleartext' };
  for (const open of [settings, withoutLogin(settings)]) {
    const text = nodemailer.render(open, { includePassword: true, proof: hostileProof });
    const ended = new Promise((resolve) => {
      // From standard input, names of packages are looked up from the folder the tests run in.
      const child = execFile(process.execPath, ['--input-type=module'], { timeout: 20_000 }, resolve);
      child.stdin?.end(`${text}\n${send}`);
    });
    expect(await ended).toBeNull();
    expect(heard).toEqual({ from: "o'neil@example.com", secure: false });
  }
});
