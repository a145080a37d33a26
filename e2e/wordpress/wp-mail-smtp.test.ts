/** The constants of WP Mail SMTP in a real wp-config.php, and what WordPress's PHPMailer makes of their values. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportText } from '@/lib/exports/export-text';
import { wpMailSmtp } from '@/lib/exports/wp-mail-smtp';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { whyNoExim, type Exim } from '../lab/exim';
import {
  encryptedWays,
  expectNothingGiven,
  expectSubmitted,
  openSubmissionLab,
  starttlsOn,
  type SubmissionLab,
} from '../lab/submission-lab';
import { startWordPress, whyNoWordPress, type WordPressSite } from './wordpress-site';

const reader = readFileSync(fileURLToPath(new URL('as-wp-mail-smtp.php', import.meta.url)), 'utf8');
const missing = whyNoExim() ?? whyNoWordPress();
let lab: SubmissionLab;
let site: WordPressSite;

beforeAll(async () => {
  if (missing !== undefined) return;
  lab = await openSubmissionLab();
  site = await startWordPress();
  site.setMustUsePlugins({ 'as-wp-mail-smtp.php': reader });
}, 60_000);

afterAll(async () => {
  if (missing !== undefined) return;
  await site.stop();
  lab.close();
});

const send = (settings: SmtpSettings) => {
  site.configure(exportText(wpMailSmtp, settings, { includePassword: true, proof: 'Accepted */ ?> by mail.test' }));
  return site.mail([{ to: 'reader@mail.test', subject: 'Order', text: 'Sent.' }], lab.authority);
};

async function expectRefusal(server: Exim, settings: SmtpSettings) {
  expect(await send(settings)).toMatchObject([{ sent: false }]);
  await expectNothingGiven(server);
}

describe.skipIf(missing !== undefined)(`the constants of WP Mail SMTP${missing ? ` (${missing})` : ''}`, () => {
  test.each(encryptedWays)('send with login and verified certificate over %s', async (_name, settingsFor) => {
    const server = await lab.serve();
    expect(await send(settingsFor(server))).toEqual([{ sent: true, error: '' }]);
    const [message] = await expectSubmitted(server);
    expect(message).toContain('Return-path: <shop@mail.test>');
    expect(message).toContain(`From: "O'Neil \\"Shop\\" $x" <shop@mail.test>`);
  });

  test.each(encryptedWays)('give nothing to a server with another name over %s', async (_name, settingsFor) => {
    const server = await lab.serve({ fault: 'wrongName' });
    await expectRefusal(server, settingsFor(server));
  });

  test('give nothing where STARTTLS is missing', async () => {
    const server = await lab.serve({ starttls: false });
    await expectRefusal(server, starttlsOn(server.port));
  });

  test('keep the password to themselves where a login is offered without encryption', async () => {
    const server = await lab.serveLoginInTheClear();
    expect(await send(starttlsOn(server.port))).toMatchObject([{ sent: false }]);
    expect(server.heard).toEqual(['connected']);
  });

  test('do not try STARTTLS where no encryption was chosen', async () => {
    const server = await lab.serve({ users: [] });
    expect(await send({ ...starttlsOn(server.port), security: 'cleartext' })).toEqual([{ sent: true, error: '' }]);
    expect(server.log()).toMatch(/<= shop@mail\.test .*P=esmtp S=/);
  });
});
