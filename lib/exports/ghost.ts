import { cleartextWarnings } from './cleartext-warning';
import { envLines, envLogin } from './env-lines';
import type { Format } from './format';
import { senderText } from './sender';

/** Ghost hands mail__options to nodemailer as they are. */
export const ghost: Format = {
  id: 'ghost',
  name: 'Ghost',
  group: 'Self-hosted apps',
  steps: [
    'Give Ghost these environment variables, in the .env file of its container or where your host keeps them.',
    'Restart Ghost, and invite somebody under Settings > Staff to see a mail leave.',
  ],
  fileName: 'ghost.env',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: cleartextWarnings,
  render: (settings, proof) =>
    envLines(proof, [
      ['mail__transport', 'SMTP'],
      ['mail__options__host', settings.host],
      ['mail__options__port', String(settings.port)],
      ['mail__options__secure', String(settings.security === 'implicit-tls')],
      ['mail__options__requireTLS', String(settings.security === 'starttls')],
      settings.security === 'cleartext' && ['mail__options__ignoreTLS', 'true'],
      ...envLogin(settings, { username: 'mail__options__auth__user', password: 'mail__options__auth__pass' }),
      ['mail__from', senderText(settings.from)],
    ]),
};
