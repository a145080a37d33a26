import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';

// Every escape that JSON.stringify writes is one of Go's interpreted strings.
const quoted = (text: string) => JSON.stringify(text.toWellFormed());

const encryption: Readonly<Record<SmtpSettings['security'], readonly string[]>> = {
  'implicit-tls': ['mail.WithSSL()'],
  starttls: ['mail.WithTLSPolicy(mail.TLSMandatory)'],
  cleartext: ['mail.WithTLSPolicy(mail.NoTLS)'],
};

/** Go's own net/smtp knows no implicit TLS and no deadline, so this is for the package go-mail. */
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
  proven: 'documented',
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const clientOptions: readonly string[] = [
      `mail.WithPort(${settings.port})`,
      ...encryption[settings.security],
      ...(login
        ? [
            'mail.WithSMTPAuth(mail.SMTPAuthPlain)',
            `mail.WithUsername(${quoted(login.username)})`,
            `mail.WithPassword(${quoted(login.password)})`,
          ]
        : []),
    ];
    return `// ${commentLine(proof)}
package main

import "github.com/wneessen/go-mail"

// Send sends one message as plain text.
func Send(to, subject, text string) error {
\tmessage := mail.NewMsg()
\tif err := message.FromFormat(${quoted(settings.from.name)}, ${quoted(settings.from.address)}); err != nil {
\t\treturn err
\t}
\tif err := message.To(to); err != nil {
\t\treturn err
\t}
\tmessage.Subject(subject)
\tmessage.SetBodyString(mail.TypeTextPlain, text)
\tclient, err := mail.NewClient(${quoted(settings.host)},
${clientOptions.map((option) => `\t\t${option},\n`).join('')}\t)
\tif err != nil {
\t\treturn err
\t}
\treturn client.DialAndSend(message)
}
`;
  },
};
