import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { pythonBool, pythonCannot } from './python';
import { singleQuoted } from './quote';
import { senderText } from './sender';

/** From Django 6.1 on the EMAIL_ settings are deprecated. */
export const djangoMailers: Format = {
  id: 'django-mailers',
  name: 'Django, from 6.1',
  group: 'Frameworks and languages',
  steps: [
    'Put these lines into settings.py, and remove the lines that begin with EMAIL_: Django refuses to be given both.',
    'Try it: python manage.py sendtestemail reader@example.com.',
  ],
  fileName: 'django-mailers.py',
  mediaType: 'text/x-python',
  proven: 'parsed',
  cannot: pythonCannot,
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const entries: readonly (readonly [string, string])[] = [
      ['host', singleQuoted(settings.host)],
      ['port', String(settings.port)],
      ['use_tls', pythonBool(settings.security === 'starttls')],
      ['use_ssl', pythonBool(settings.security === 'implicit-tls')],
      ...(login
        ? ([
            ['username', singleQuoted(login.username)],
            ['password', singleQuoted(login.password)],
          ] as const)
        : []),
      ['timeout', '15'],
    ];
    return `# ${commentLine(proof)}
MAILERS = {
    'default': {
        'BACKEND': 'django.core.mail.backends.smtp.EmailBackend',
        'OPTIONS': {
${entries.map(([name, value]) => `            '${name}': ${value},\n`).join('')}        },
    },
}
DEFAULT_FROM_EMAIL = ${singleQuoted(senderText(settings.from))}
SERVER_EMAIL = ${singleQuoted(settings.from.address)}
`;
  },
};
