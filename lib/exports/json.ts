import { cleartextWarnings } from './cleartext-warning';
import { oneLine } from './comment-line';
import type { Format } from './format';

/** For a program's own configuration. */
export const json: Format = {
  id: 'json',
  name: 'JSON',
  group: 'Anything else',
  steps: [
    'Use this where a program reads its settings from JSON; rename the keys to what it expects.',
    'security is implicit-tls, starttls or cleartext; starttls means that it has to be there.',
  ],
  fileName: 'smtp.json',
  mediaType: 'application/json',
  proven: 'parsed',
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { host, port, security, from } = settings;
    const { login } = settings;
    const value = {
      host,
      port,
      security,
      ...(login && { username: login.username, password: login.password }),
      from: { name: from.name, address: from.address },
      proof: oneLine(proof),
    };
    return `${JSON.stringify(value, null, 2)}\n`;
  },
};
