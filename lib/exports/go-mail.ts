import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { goString } from './go-string';

const encryption: Readonly<Record<SmtpSettings['security'], readonly string[]>> = {
  'implicit-tls': ['mail.WithSSL()'],
  starttls: ['mail.WithTLSPolicy(mail.TLSMandatory)'],
  cleartext: ['mail.WithTLSPolicy(mail.NoTLS)'],
};

/** The package go-mail knows every kind of encryption by name, and more mechanisms than Go's own. */
export const goMail: Format = {
  id: 'go-mail',
  name: 'Go (go-mail)',
  group: 'Frameworks and languages',
  steps: [
    'Add the package: go get github.com/wneessen/go-mail.',
    'Save this as mailer.go in your package and call Send.',
  ],
  fileName: 'mailer.go',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const clientOptions: readonly string[] = [
      `mail.WithPort(${settings.port})`,
      ...encryption[settings.security],
      ...(login
        ? [
            'mail.WithSMTPAuth(mail.SMTPAuthPlain)',
            `mail.WithUsername(${goString(login.username)})`,
            `mail.WithPassword(${goString(login.password)})`,
          ]
        : []),
    ];
    return `// ${commentLine(proof)}
package main

import "github.com/wneessen/go-mail"

// Send sends one message as plain text.
func Send(to, subject, text string) error {
\tmessage := mail.NewMsg()
\tif err := message.FromFormat(${goString(settings.from.name)}, ${goString(settings.from.address)}); err != nil {
\t\treturn err
\t}
\tif err := message.To(to); err != nil {
\t\treturn err
\t}
\tmessage.Subject(subject)
\tmessage.SetBodyString(mail.TypeTextPlain, text)
\tclient, err := mail.NewClient(${goString(settings.host)},
${clientOptions.map((option) => `\t\t${option},\n`).join('')}\t)
\tif err != nil {
\t\treturn err
\t}
\treturn client.DialAndSend(message)
}
`;
  },
};
