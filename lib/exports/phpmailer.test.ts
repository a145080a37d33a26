import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { startScriptedServer } from '@/lib/network/testing/scripted-server';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import { phpmailer } from './phpmailer';
import { hostileSettings, withoutLogin } from './testing/sample-settings';

const library = '/usr/share/php/libphp-phpmailer/autoload.php';
const program = `<?php
$mailer = require __DIR__ . '/mailer.php';
$mailer->addAddress('reader@mail.test');
$mailer->Subject = 'Order';
$mailer->Body = 'It is on its way, grüße.';
$mailer->send();`;

function place(text: string, directory: string): void {
  mkdirSync(join(directory, 'vendor'));
  writeFileSync(join(directory, 'vendor/autoload.php'), `<?php require '${library}';`);
  writeFileSync(join(directory, 'mailer.php'), text);
  writeFileSync(join(directory, 'send.php'), program);
}

/** Patience as it stands in the text, made so short that a test can see its end. */
test.skipIf(!hasPhp || !existsSync(library))('a server that says nothing holds nobody up', async () => {
  const silent = await startScriptedServer({ dialogue: [] });
  const directory = mkdtempSync(join(tmpdir(), 'outport-silent-'));
  onTestFinished(async () => {
    rmSync(directory, { recursive: true });
    await silent.stop();
  });
  const settings: SmtpSettings = { ...withoutLogin(hostileSettings), host: '127.0.0.1', port: silent.port };
  const text = exportText(phpmailer, settings, { includePassword: false, proof: '' });
  expect(text).toContain('->Timelimit = 30;');
  place(text.replace('->Timelimit = 30;', '->Timelimit = 1;'), directory);
  // Without it PHPMailer would wait for five minutes.
  const run = promisify(execFile)('/usr/bin/php', ['send.php'], { cwd: directory, timeout: 20_000 });
  await expect(run).rejects.toMatchObject({ killed: false, code: 255 });
});

provenBySending(phpmailer, {
  needs: ['/usr/bin/php', library],
  send: (text, { directory, authority }) => {
    place(text, directory);
    return { file: '/usr/bin/php', args: ['-d', `openssl.cafile=${authority}`, 'send.php'] };
  },
});
