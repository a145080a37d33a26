import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import { forcedSenderWarnings } from './forced-sender';
import type { Format } from './format';
import { phpMailerHost } from './php';
import { shellWord } from './shell';
import type { PrintedSettings } from './printed-settings';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: 'none',
};
const yes = (value: boolean) => (value ? 'yes' : 'no');
const connection = 'outport';

function option(settings: PrintedSettings): unknown {
  const { host, port, security, from, login } = settings;
  return {
    connections: {
      [connection]: {
        title: 'SMTP',
        provider_settings: {
          provider: 'smtp',
          sender_email: from.address,
          sender_name: from.name,
          force_from_email: 'yes',
          force_from_name: yes(from.name !== ''),
          return_path: 'yes',
          host: phpMailerHost(host),
          port: String(port),
          encryption: encryptions[security],
          auto_tls: yes(security === 'starttls'),
          auth: yes(login !== undefined),
          username: login?.username ?? '',
          password: login?.password ?? '',
          key_store: 'db',
        },
      },
    },
    mappings: { [from.address]: connection },
    misc: { default_connection: connection, log_emails: 'no' },
    use_encrypt: '',
  };
}

/** FluentSMTP takes host and port from its option alone; the FLUENTMAIL_ constants know nothing but secrets. */
export const fluentSmtp: Format = {
  id: 'fluent-smtp',
  name: 'FluentSMTP',
  group: 'WordPress',
  steps: [
    'Install and activate the plugin FluentSMTP.',
    'Run this in the folder of your site, where WP-CLI is installed. It replaces the connections that FluentSMTP has.',
    'Send a test email with the test tool of the plugin.',
  ],
  fileName: 'fluent-smtp.sh',
  mediaType: 'text/x-shellscript',
  proven: 'parsed',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...forcedSenderWarnings(settings),
    'The password lies in the database as it is, until FluentSMTP saves the connection again and encrypts it.',
  ],
  render: (settings, proof) =>
    `# ${commentLine(proof)}\nwp option update fluentmail-settings --format=json ${shellWord(JSON.stringify(option(settings)))}\n`,
};
