/** The must-use plugin in a real WordPress, sending through a real Exim. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { wordpressMuPlugin } from '@/lib/exports/wordpress-mu-plugin';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { makeLabCertificates, type LabCertificates } from '../lab/certificates';
import { startExim, whyNoExim, type Exim, type EximOptions } from '../lab/exim';
import { startWordPress, whyNoWordPress, type Mail, type WordPressSite } from './wordpress-site';

const username = 'shop@mail.test';
// What means something to PHP, a shell, a .env file, a URL or SMTP; blanks at both ends; two scripts.
const password = ` a"b'c\`d $e \${f} \\n\\\\ #g %41 <h> ?> ü 漢 `;
const base = { host: 'localhost', username, password, from: { name: `O'Neil "Shop" $x`, address: 'shop@mail.test' } };
const mail: Mail = { to: 'reader@mail.test', subject: 'Order 7 - grüße', text: 'It is on its way.' };
const fromVisitor: Mail = { ...mail, headers: ['From: Visitor <visitor@elsewhere.test>'] };
const sent = { sent: true, error: '' };

const ways = [
  ['STARTTLS', (server: Exim): SmtpSettings => ({ ...base, port: server.port, security: 'starttls' })],
  ['implicit TLS', (server: Exim): SmtpSettings => ({ ...base, port: server.implicitPort, security: 'implicit-tls' })],
] as const;

const missing = whyNoExim() ?? whyNoWordPress();
const scratch = mkdtempSync(join(tmpdir(), 'outport-trust-'));
const authority = join(scratch, 'authority.pem');
let certificates: LabCertificates;
let site: WordPressSite;

beforeAll(async () => {
  if (missing !== undefined) return;
  certificates = await makeLabCertificates();
  writeFileSync(authority, certificates.authority);
  site = await startWordPress();
}, 60_000);

afterAll(async () => {
  if (missing === undefined) await site.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function exim(options: Partial<EximOptions> = {}): Promise<Exim> {
  const { cert, key } = certificates.good;
  const started = await startExim({ certificate: cert, key, users: [{ username, password }], ...options });
  onTestFinished(() => started.stop());
  return started;
}

/** What Exim logged, once it has logged the end of every connection. */
async function wholeLog(server: Exim): Promise<string> {
  const ports = (pattern: RegExp) => [...server.log().matchAll(pattern)].map(([, port]) => port);
  await vi.waitFor(() => {
    const ended = ports(/\]:(\d+) (?:lost|closed|\(gnutls_handshake\))/g);
    expect(ended).toEqual(expect.arrayContaining(ports(/\]:(\d+) \(TCP\/IP connection count/g)));
  }, 5_000);
  return server.log();
}

function install(settings: SmtpSettings, more: { includePassword?: boolean; others?: Record<string, string> } = {}) {
  const options = { includePassword: more.includePassword ?? true, proof: 'Accepted */ ?> by mail.test' };
  const text = wordpressMuPlugin.render(settings, options);
  site.setMustUsePlugins({ [wordpressMuPlugin.fileName]: text, ...more.others });
}

async function expectNothingGiven(server: Exim) {
  const log = await wholeLog(server);
  expect(log).toMatch(/shop\.test|SNI=localhost|gnutls_handshake/); // WordPress was there
  expect(log).not.toMatch(/C=\S*AUTH/);
  expect(log).not.toContain('<=');
  expect(await server.messages()).toEqual([]);
}

describe.skipIf(missing !== undefined)(`the must-use plugin in WordPress${missing ? ` (${missing})` : ''}`, () => {
  describe.each(ways)('over %s', (_name, settingsFor) => {
    test('sends with login and verified certificate, whatever the password is made of', async () => {
      const server = await exim();
      install(settingsFor(server));
      expect(await site.mail([mail, fromVisitor], authority)).toEqual([sent, sent]);
      await vi.waitFor(async () => expect(await server.messages()).toHaveLength(2), 5_000);
      for (const message of await server.messages()) {
        expect(message).toContain('Return-path: <shop@mail.test>');
        expect(message).toContain(`From: "O'Neil \\"Shop\\" $x" <shop@mail.test>`);
      }
      expect(server.log()).toMatch(/<= shop@mail\.test .*P=esmtpsa .*X=TLS1\.[23]:.*A=(login|plain):shop@mail\.test/);
    });

    test('takes the password from wp-config.php when it stands there', async () => {
      const server = await exim();
      install(settingsFor(server), { includePassword: false });
      const inBase64 = Buffer.from(password).toString('base64');
      site.configure(`define( 'OUTPORT_SMTP_PASSWORD', base64_decode( '${inBase64}' ) );`);
      onTestFinished(() => site.configure(''));
      expect(await site.mail([mail], authority)).toEqual([sent]);
    });

    test.each(['wrongName', 'expired'] as const)(
      'gives nothing to a server whose certificate is bad: %s',
      async (bad) => {
        const { cert, key } = certificates[bad];
        const server = await exim({ certificate: cert, key });
        install(settingsFor(server));
        expect(await site.mail([mail], authority)).toMatchObject([{ sent: false }]);
        await expectNothingGiven(server);
      },
    );

    test('gives nothing to a server whose authority PHP does not know', async () => {
      const server = await exim();
      install(settingsFor(server));
      expect(await site.mail([mail])).toMatchObject([{ sent: false }]);
      await expectNothingGiven(server);
    });

    test('checks the certificate even where another plugin had switched that off', async () => {
      const { cert, key } = certificates.wrongName;
      const server = await exim({ certificate: cert, key });
      const off = "array( 'ssl' => array( 'verify_peer' => false, 'verify_peer_name' => false ) )";
      const other = `<?php add_action( 'phpmailer_init', function ( $m ) { $m->SMTPOptions = ${off}; $m->SMTPSecure = ''; } );`;
      install(settingsFor(server), { others: { 'zz-other.php': other } });
      expect(await site.mail([mail], authority)).toMatchObject([{ sent: false }]);
      await expectNothingGiven(server);
    });
  });

  test('gives nothing where STARTTLS is missing, instead of going on without it', async () => {
    const server = await exim({ starttls: false });
    install({ ...base, port: server.port, security: 'starttls' });
    expect(await site.mail([mail], authority)).toMatchObject([{ sent: false }]);
    await expectNothingGiven(server);
  });

  test('keeps the password to itself where a login is offered without encryption', async () => {
    const heard: string[] = [];
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onConnect: (_session, answer) => {
        heard.push('connected');
        answer();
      },
      onAuth: (login, _session, answer) => {
        heard.push('login');
        answer(null, { user: login.username });
      },
      onMailFrom: (_address, _session, answer) => {
        heard.push('mail');
        answer();
      },
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => new Promise((resolve) => server.close(resolve)));
    const address = server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    install({ ...base, port: address.port, security: 'starttls' });
    expect(await site.mail([mail], authority)).toMatchObject([{ sent: false }]);
    expect(heard).toEqual(['connected']);
  });

  test('sends without login and encryption where that was chosen', async () => {
    const server = await exim({ users: [] });
    install({ ...base, port: server.port, security: 'cleartext' });
    expect(await site.mail([mail], authority)).toEqual([sent]);
    expect(server.log()).toMatch(/<= shop@mail\.test .*P=esmtp S=/);
  });
});
