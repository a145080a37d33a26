import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { addressDomain } from '@/lib/smtp/address';
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

const constantInstead =
  ' Or import the settings with any other password, and define POST_SMTP_AUTH_PASSWORD in wp-config.php: that one it leaves as it is.';

function wizardWarnings({ port, security }: SmtpSettings): readonly string[] {
  const lost = security === 'implicit-tls' ? `, so that port ${port} with TLS from the start is lost` : '';
  return [`Do not run its wizard afterwards: it saves STARTTLS and a login whatever the port is${lost}.`];
}

// What there was before the new top-level domains of 2013 and 2014, besides the two letters of a country.
const oldDomains =
  /\.(?:[a-z]{2}|com|net|org|edu|gov|mil|int|info|biz|name|pro|aero|coop|museum|jobs|mobi|travel|cat|asia|tel)$/;

function senderWarnings({ from: { name, address } }: SmtpSettings): readonly string[] {
  const isNew = !oldDomains.test(addressDomain(address));
  return [
    ...(isNew
      ? ['Its list of top-level domains is from 2014: if it says Invalid From, it does not know the one of the sender.']
      : []),
    ...(name.includes('"') ? ['It may turn the double quotes in the sender name into single ones.'] : []),
  ];
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
  cannot: (settings) => alteredBy('Post SMTP', settings, constantInstead),
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...wizardWarnings(settings),
    ...senderWarnings(settings),
    'It greets the mail server with that server’s own name, which a strict server may refuse.',
    ...(settings.password === undefined
      ? []
      : ['While the password is left out, type it in on its settings page after the import.']),
  ],
  render: (settings) => {
    const bytes = zlibStored(new TextEncoder().encode(JSON.stringify(options(settings))));
    return `${btoa(String.fromCharCode(...bytes))}\n`;
  },
};
