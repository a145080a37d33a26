import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { exportText } from './export-text';
import { symfony } from './symfony';
import { sampleSettings } from './testing/sample-settings';

const library = '/usr/share/php/Symfony/Component/Mailer/autoload.php';
const program = `<?php
require '${library}';
$transport = Symfony\\Component\\Mailer\\Transport::fromDsn(getenv('MAILER_DSN'));
$mail = (new Symfony\\Component\\Mime\\Email())->from('shop@mail.test')->to('reader@mail.test');
$transport->send($mail->subject('Order')->text('It is on its way, grüße.'));`;

provenBySending(symfony, {
  needs: ['/usr/bin/php', library],
  insists: false,
  leavesStarttls: false,
  send: (text, { directory, authority }) => {
    writeFileSync(join(directory, 'send.php'), program);
    const dsn = parseEnv(text)['MAILER_DSN'] ?? '';
    return { file: '/usr/bin/php', args: ['-d', `openssl.cafile=${authority}`, 'send.php'], env: { MAILER_DSN: dsn } };
  },
});

test('STARTTLS is demanded in the form that newer versions keep, and a warning names the older ones', () => {
  const text = exportText(symfony, sampleSettings, { includePassword: true, proof: 'x' });
  expect(text).toContain("MAILER_DSN='smtp://shop%40example.com:canary-4711@smtp.example.com:587?require_tls=true'");
  expect(symfony.warnings(sampleSettings).join()).toContain('before 7.3');
  expect(symfony.warnings({ ...sampleSettings, security: 'implicit-tls' })).toEqual([]);
});
