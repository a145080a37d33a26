import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';

// A verbatim string of C#, in which only the quote needs another.
const verbatim = (text: string) => `@"${text.replaceAll('"', '""')}"`;

// Auto and StartTlsWhenAvailable go on without encryption.
const options: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'SslOnConnect',
  starttls: 'StartTls',
  cleartext: 'None',
};

/** .NET's own SmtpClient knows no implicit TLS; MailKit is what its documentation points to. */
export const mailkit: Format = {
  id: 'mailkit',
  name: '.NET (MailKit)',
  group: 'Frameworks and languages',
  steps: ['Add the package: dotnet add package MailKit.', 'Save this as Mailer.cs and call Mailer.Send.'],
  fileName: 'mailer.cs',
  mediaType: 'text/plain',
  proven: 'documented',
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const authenticate = login
      ? `        await client.AuthenticateAsync(${verbatim(login.username)}, ${verbatim(login.password)});\n`
      : '';
    return `// ${commentLine(proof)}
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

public static class Mailer
{
    public static async Task Send(string to, string subject, string text)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(${verbatim(settings.from.name)}, ${verbatim(settings.from.address)}));
        message.To.Add(MailboxAddress.Parse(to));
        message.Subject = subject;
        message.Body = new TextPart("plain") { Text = text };
        using var client = new SmtpClient { Timeout = 30000 };
        await client.ConnectAsync(${verbatim(settings.host)}, ${settings.port}, SecureSocketOptions.${options[settings.security]});
${authenticate}        await client.SendAsync(message);
        await client.DisconnectAsync(true);
    }
}
`;
  },
};
