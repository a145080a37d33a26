import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { opportunisticWarnings } from './program-limits';

/** All values are strings, the booleans too. */
export const keycloak: Format = {
  id: 'keycloak',
  name: 'Keycloak',
  group: 'Self-hosted apps',
  steps: [
    'Log in once with kcadm.sh config credentials.',
    'Put the name of your realm in place of myrealm and run this; or type the values in under Realm settings > Email.',
    'Under Realm settings > Email, press Test connection.',
  ],
  fileName: 'keycloak-email.sh',
  mediaType: 'text/x-shellscript',
  proven: 'parsed',
  warnings: (settings) => [...cleartextWarnings(settings), ...opportunisticWarnings('Keycloak', settings)],
  render: (settings, proof) => {
    const { login } = settings;
    const smtpServer = {
      host: settings.host,
      port: String(settings.port),
      ssl: String(settings.security === 'implicit-tls'),
      starttls: String(settings.security === 'starttls'),
      auth: String(login !== undefined),
      ...(login && { authType: 'basic', user: login.username, password: login.password }),
      from: settings.from.address,
      fromDisplayName: settings.from.name,
    };
    return `# ${commentLine(proof)}
kcadm.sh update realms/myrealm -f - <<'END_OF_JSON'
${JSON.stringify({ smtpServer })}
END_OF_JSON
`;
  },
};
