import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { singleQuoted } from './quote';
import { smtpUrlWarnings } from './smtp-url';

const options = {
  'implicit-tls': ['smtps', '[]'],
  starttls: ['smtp', "['require_tls' => TRUE]"],
  cleartext: ['smtp', "['auto_tls' => FALSE]"],
} as const;

/** Drupal's core mails through Symfony's mailer, whose address it keeps in parts: nothing is to be encoded. */
export const drupal: Format = {
  id: 'drupal',
  name: 'Drupal, from 10.2',
  group: 'Self-hosted apps',
  steps: ['Put these lines at the end of sites/default/settings.php.', 'Rebuild the caches: drush cache:rebuild.'],
  fileName: 'drupal-mail.php',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [...cleartextWarnings(settings), ...smtpUrlWarnings(settings)],
  render: (settings, proof) => {
    const { login } = settings;
    const [scheme, more] = options[settings.security];
    const parts: readonly (readonly [string, string])[] = [
      ['scheme', singleQuoted(scheme)],
      ['host', singleQuoted(settings.host)],
      ['port', String(settings.port)],
      ['user', login ? singleQuoted(login.username) : 'NULL'],
      ['password', login ? singleQuoted(login.password) : 'NULL'],
      ['options', more],
    ];
    return `// ${commentLine(proof)}
$config['system.mail']['interface']['default'] = 'symfony_mailer';
$config['system.mail']['mailer_dsn'] = [
${parts.map(([name, value]) => `  '${name}' => ${value},\n`).join('')}];
$config['system.site']['mail'] = ${singleQuoted(settings.from.address)};
`;
  },
};
