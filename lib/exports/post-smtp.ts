import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import type { Format } from './format';
import { phpMailerHost } from './php';
import { alteredBy } from './wordpress-sanitizing';
import { zlibStored } from './zlib-stored';
import type { PrintedSettings } from './printed-settings';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: 'none',
};

function options(settings: PrintedSettings): unknown {
  const { login } = settings;
  return {
    transport_type: 'smtp',
    smtp_mailers: 'phpmailer', // the other engine takes any certificate over STARTTLS
    hostname: phpMailerHost(settings.host),
    port: String(settings.port),
    enc_type: encryptions[settings.security],
    auth_type: login ? 'plain' : 'none',
    basic_auth_username: login?.username ?? '',
    basic_auth_password: login?.password ?? '',
    sender_email: settings.from.address,
    envelope_sender: settings.from.address,
    sender_name: settings.from.name,
    version: '3.9.1',
  };
}

/** Post SMTP's own export: options as JSON in a zlib stream in base64. Its wizard would save `tls` for every port. */
export const postSmtp: Format = {
  id: 'post-smtp',
  name: 'Post SMTP',
  group: 'WordPress',
  steps: [
    'Install and activate the plugin Post SMTP, and open one of its pages once: its first page load leads to its wizard.',
    'On the Tools page of Post SMTP, paste this text into the import field and import it.',
    'Send a test email with the test tool of the plugin.',
  ],
  fileName: 'post-smtp-import.txt',
  mediaType: 'text/plain',
  proven: 'parsed',
  cannot: (settings) => alteredBy('Post SMTP', settings),
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    'Do not run its wizard afterwards: it saves STARTTLS and a login whatever the port is.',
    ...(settings.password === undefined
      ? []
      : ['While the password is left out, type it in on its settings page after the import.']),
  ],
  render: (settings) => {
    const bytes = zlibStored(new TextEncoder().encode(JSON.stringify(options(settings))));
    return `${btoa(String.fromCharCode(...bytes))}\n`;
  },
};
