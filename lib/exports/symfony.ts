import { cleartextWarnings } from './cleartext-warning';
import { commentLine, oneLine } from './comment-line';
import type { Format } from './format';
import { senderText } from './sender';
import { smtpUrl, smtpUrlWarnings } from './smtp-url';

/** Everything of the transport stands in MAILER_DSN, percent-encoded. */
export const symfony: Format = {
  id: 'symfony',
  name: 'Symfony',
  group: 'Frameworks and languages',
  steps: [
    'Put the line into .env.local, which is not under version control.',
    'Set the sender in config/packages/mailer.yaml, under framework: mailer: headers: From:.',
    'Try it: php bin/console mailer:test reader@example.com.',
  ],
  fileName: 'symfony.env',
  mediaType: 'text/plain',
  proven: 'sent',
  warnings: (settings) => [...cleartextWarnings(settings), ...smtpUrlWarnings(settings)],
  render: (settings, proof) =>
    `# ${commentLine(proof)}\n# From: ${oneLine(senderText(settings.from))}\nMAILER_DSN='${smtpUrl(settings)}'\n`,
};
