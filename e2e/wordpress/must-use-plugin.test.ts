/** The must-use plugin in a real WordPress, sending through a real Exim. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { exportText } from '@/lib/exports/export-text';
import { wordpressMuPlugin } from '@/lib/exports/wordpress-mu-plugin';
import { startScriptedServer } from '@/lib/network/testing/scripted-server';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { whyNoExim, type Exim } from '../lab/exim';
import {
  encryptedWays,
  expectNothingGiven,
  expectSubmitted,
  labPassword,
  openSubmissionLab,
  starttlsOn,
  type SubmissionLab,
} from '../lab/submission-lab';
import { startWordPress, whyNoWordPress, type Mail, type WordPressSite } from './wordpress-site';

const mail: Mail = { to: 'reader@mail.test', subject: 'Order 7 - grüße', text: 'It is on its way.' };
const fromVisitor: Mail = { ...mail, headers: ['From: Visitor <visitor@elsewhere.test>'] };
const sent = { sent: true, error: '' };

const missing = whyNoExim() ?? whyNoWordPress();
let lab: SubmissionLab;
let site: WordPressSite;

beforeAll(async () => {
  if (missing !== undefined) return;
  lab = await openSubmissionLab();
  site = await startWordPress();
}, 60_000);

afterAll(async () => {
  if (missing !== undefined) return;
  await site.stop();
  lab.close();
});

const textOf = (settings: SmtpSettings, includePassword = true) =>
  exportText(wordpressMuPlugin, settings, { includePassword, proof: 'Accepted */ ?> by mail.test' });

function install(settings: SmtpSettings, more: { includePassword?: boolean; others?: Record<string, string> } = {}) {
  site.setMustUsePlugins({ [wordpressMuPlugin.fileName]: textOf(settings, more.includePassword), ...more.others });
}

async function expectRefusal(server: Exim, authority?: string) {
  expect(await site.mail([mail], authority)).toMatchObject([{ sent: false }]);
  await expectNothingGiven(server);
}

describe.skipIf(missing !== undefined)(`the must-use plugin in WordPress${missing ? ` (${missing})` : ''}`, () => {
  describe.each(encryptedWays)('over %s', (_name, settingsFor) => {
    test('sends with login and verified certificate, whatever the password is made of', async () => {
      const server = await lab.serve();
      install(settingsFor(server));
      expect(await site.mail([mail, fromVisitor], lab.authority)).toEqual([sent, sent]);
      for (const message of await expectSubmitted(server, 2)) {
        expect(message).toContain('Return-path: <shop@mail.test>');
        expect(message).toContain(`From: "O'Neil \\"Shop\\" $x" <shop@mail.test>`);
      }
    });

    test('takes the password from wp-config.php when it stands there', async () => {
      const server = await lab.serve();
      install(settingsFor(server), { includePassword: false });
      const inBase64 = Buffer.from(labPassword).toString('base64');
      site.configure(`define( 'OUTPORT_SMTP_PASSWORD', base64_decode( '${inBase64}' ) );`);
      onTestFinished(() => site.configure(''));
      expect(await site.mail([mail], lab.authority)).toEqual([sent]);
    });

    test.each(['wrongName', 'expired'] as const)(
      'gives nothing to a server with a bad certificate: %s',
      async (fault) => {
        const server = await lab.serve({ fault });
        install(settingsFor(server));
        await expectRefusal(server, lab.authority);
      },
    );

    test('gives nothing to a server whose authority PHP does not know', async () => {
      const server = await lab.serve();
      install(settingsFor(server));
      await expectRefusal(server);
    });

    test('checks the certificate even where another plugin had switched that off', async () => {
      const server = await lab.serve({ fault: 'wrongName' });
      const off = "array( 'ssl' => array( 'verify_peer' => false, 'verify_peer_name' => false ) )";
      const other = `<?php add_action( 'phpmailer_init', function ( $m ) { $m->SMTPOptions = ${off}; $m->SMTPSecure = ''; } );`;
      install(settingsFor(server), { others: { 'zz-other.php': other } });
      await expectRefusal(server, lab.authority);
    });
  });

  test('gives nothing where STARTTLS is missing, instead of going on without it', async () => {
    const server = await lab.serve({ starttls: false });
    install(starttlsOn(server.port));
    await expectRefusal(server, lab.authority);
  });

  test('keeps the password to itself where a login is offered without encryption', async () => {
    const server = await lab.serveLoginInTheClear();
    install(starttlsOn(server.port));
    expect(await site.mail([mail], lab.authority)).toMatchObject([{ sent: false }]);
    expect(server.heard).toEqual(['connected']);
  });

  test('does not hold up a page for minutes where the server says nothing', async () => {
    const silent = await startScriptedServer({ dialogue: [] });
    onTestFinished(() => silent.stop());
    // As long as the file says would be long for a test; without its word PHPMailer waits for five minutes.
    const text = textOf(starttlsOn(silent.port));
    expect(text).toContain('->Timelimit = 30;');
    site.setMustUsePlugins({ [wordpressMuPlugin.fileName]: text.replace('->Timelimit = 30;', '->Timelimit = 1;') });
    expect(await site.mail([mail], lab.authority)).toMatchObject([{ sent: false }]);
  });

  test('sends without login and encryption where that was chosen', async () => {
    const server = await lab.serve({ users: [] });
    install({ ...starttlsOn(server.port), security: 'cleartext' });
    expect(await site.mail([mail], lab.authority)).toEqual([sent]);
    expect(server.log()).toMatch(/<= shop@mail\.test .*P=esmtp S=/);
  });
});
