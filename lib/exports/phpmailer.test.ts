import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { phpmailer } from './phpmailer';

const library = '/usr/share/php/libphp-phpmailer/autoload.php';
const program = `<?php
$mailer = require __DIR__ . '/mailer.php';
$mailer->addAddress('reader@mail.test');
$mailer->Subject = 'Order';
$mailer->Body = 'It is on its way, grüße.';
$mailer->send();`;

provenBySending(phpmailer, {
  needs: ['/usr/bin/php', library],
  send: (text, { directory, authority }) => {
    mkdirSync(join(directory, 'vendor'));
    writeFileSync(join(directory, 'vendor/autoload.php'), `<?php require '${library}';`);
    writeFileSync(join(directory, 'mailer.php'), text);
    writeFileSync(join(directory, 'send.php'), program);
    return { file: '/usr/bin/php', args: ['-d', `openssl.cafile=${authority}`, 'send.php'] };
  },
});
