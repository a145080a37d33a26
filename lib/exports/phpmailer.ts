import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { phpMailerHost, phpMailerPatience, phpMailerSecure } from './php';
import { singleQuoted } from './quote';

/** PHPMailer checks chain and name by itself; its `tls` demands STARTTLS. */
export const phpmailer: Format = {
  id: 'phpmailer',
  name: 'PHPMailer',
  group: 'Frameworks and languages',
  steps: [
    'Save this as mailer.php in a project that has PHPMailer installed with Composer.',
    "Then: $mailer = require 'mailer.php'; $mailer->addAddress('reader@example.com'); set Subject and Body, and call $mailer->send().",
  ],
  fileName: 'mailer.php',
  mediaType: 'application/x-httpd-php',
  proven: 'sent',
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const { name, address } = settings.from;
    const properties: readonly (readonly [string, string])[] = [
      ['CharSet', singleQuoted('UTF-8')],
      ['Host', singleQuoted(phpMailerHost(settings.host))],
      ['Port', String(settings.port)],
      ['SMTPSecure', singleQuoted(phpMailerSecure[settings.security])],
      ['SMTPAutoTLS', String(settings.security !== 'cleartext')],
      ['SMTPAuth', String(login !== undefined)],
      ...(login
        ? ([
            ['Username', singleQuoted(login.username)],
            ['Password', singleQuoted(login.password)],
          ] as const)
        : []),
      ['Timeout', String(phpMailerPatience.timeout)],
      ['getSMTPInstance()->Timelimit', String(phpMailerPatience.timelimit)],
    ];
    return `<?php
// ${commentLine(proof)}
require __DIR__ . '/vendor/autoload.php';

$mailer = new PHPMailer\\PHPMailer\\PHPMailer(true);
$mailer->isSMTP();
${properties.map(([property, value]) => `$mailer->${property} = ${value};\n`).join('')}$mailer->setFrom(${singleQuoted(address)}, ${singleQuoted(name)});

return $mailer;
`;
  },
};
