import { loginOf } from '@/lib/settings/login';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { addressDomain } from '@/lib/smtp/address';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { goString } from './go-string';
import type { PrintedSettings } from './printed-settings';

const checked = '&tls.Config{ServerName: host, MinVersion: tls.VersionTLS12}';
const returned = '; err != nil {\n\t\treturn err\n\t}\n';

/** What has to be imported beside what every message needs. */
const imports: Readonly<Record<SmtpSettings['security'], readonly string[]>> = {
  'implicit-tls': ['crypto/tls'],
  starttls: ['crypto/tls'],
  cleartext: [],
};

function dial({ security, port }: PrintedSettings): string {
  const place = `"tcp", net.JoinHostPort(host, "${port}")`;
  return security === 'implicit-tls' ? `tls.DialWithDialer(dialer, ${place}, ${checked})` : `dialer.Dial(${place})`;
}

/** Each is one statement that fails or goes on. */
function conversation({ security, from, login }: PrintedSettings): readonly string[] {
  return [
    `client.Hello(${goString(addressDomain(from.address))})`,
    ...(security === 'starttls' ? [`client.StartTLS(${checked})`] : []),
    ...(login
      ? [`client.Auth(smtp.PlainAuth("", ${goString(login.username)}, ${goString(login.password)}, host))`]
      : []),
    'client.Mail(from.Address)',
    'client.Rcpt(to)',
  ];
}

/** `StartTLS` ends with an error where the server does not offer it; `SendMail` would go on, and knows no deadline. */
export const goNetSmtp: Format = {
  id: 'go-net-smtp',
  name: 'Go (net/smtp)',
  group: 'Frameworks and languages',
  steps: ['Save this as mailer.go in your package and call Send; it needs nothing but Go.'],
  fileName: 'net-smtp.go',
  mediaType: 'text/plain',
  proven: 'sent',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...(loginOf(settings) === undefined
      ? []
      : ['Go logs in with the mechanism PLAIN only: a few servers offer just LOGIN.']),
  ],
  render: (settings, proof) => {
    const packages = [
      ...imports[settings.security],
      'mime',
      'mime/quotedprintable',
      'net',
      'net/mail',
      'net/smtp',
      'time',
    ];
    return `// ${commentLine(proof)}
package main

import (
${['fmt', ...packages]
  .sort()
  .map((name) => `\t"${name}"\n`)
  .join('')})

const host = ${goString(settings.host)}

var from = mail.Address{Name: ${goString(settings.from.name)}, Address: ${goString(settings.from.address)}}

// Send sends one message as plain text.
func Send(to, subject, text string) error {
\tdialer := &net.Dialer{Timeout: 15 * time.Second}
\tconnection, err := ${dial(settings)}
\tif err != nil {
\t\treturn err
\t}
\tdefer connection.Close()
\tif err := connection.SetDeadline(time.Now().Add(time.Minute))${returned}\tclient, err := smtp.NewClient(connection, host)
\tif err != nil {
\t\treturn err
\t}
${conversation(settings)
  .map((step) => `\tif err := ${step}${returned}`)
  .join('')}\tdata, err := client.Data()
\tif err != nil {
\t\treturn err
\t}
\tfmt.Fprintf(data, "From: %s\\r\\nTo: <%s>\\r\\nSubject: %s\\r\\nDate: %s\\r\\n", from.String(), to,
\t\tmime.QEncoding.Encode("utf-8", subject), time.Now().Format(time.RFC1123Z))
\tfmt.Fprint(data, "MIME-Version: 1.0\\r\\nContent-Type: text/plain; charset=utf-8\\r\\nContent-Transfer-Encoding: quoted-printable\\r\\n\\r\\n")
\tbody := quotedprintable.NewWriter(data)
\tif _, err := body.Write([]byte(text)); err != nil {
\t\treturn err
\t}
\tif err := body.Close()${returned}\tif err := data.Close()${returned}\treturn client.Quit()
}
`;
  },
};
