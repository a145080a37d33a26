import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import { djangoWarnings, pythonBool, pythonCannot } from './python';
import type { Format } from './format';
import { singleQuoted } from './quote';
import { senderText } from './sender';

/** Django's TLS is STARTTLS, and demanded; its SSL is implicit TLS. Both together are an error. */
export const django: Format = {
  id: 'django',
  name: 'Django, to 6.0',
  group: 'Frameworks and languages',
  steps: [
    'Put these lines into settings.py, in place of other lines that begin with EMAIL_.',
    'Try it: python manage.py sendtestemail reader@example.com.',
  ],
  fileName: 'django-email.py',
  mediaType: 'text/x-python',
  proven: 'sent',
  cannot: pythonCannot,
  warnings: (settings) => [...cleartextWarnings(settings), ...djangoWarnings(settings)],
  render: (settings, proof) => {
    const { login } = settings;
    const variables: readonly (readonly [string, string])[] = [
      ['EMAIL_BACKEND', singleQuoted('django.core.mail.backends.smtp.EmailBackend')],
      ['EMAIL_HOST', singleQuoted(settings.host)],
      ['EMAIL_PORT', String(settings.port)],
      ['EMAIL_USE_TLS', pythonBool(settings.security === 'starttls')],
      ['EMAIL_USE_SSL', pythonBool(settings.security === 'implicit-tls')],
      ['EMAIL_HOST_USER', singleQuoted(login?.username ?? '')],
      ['EMAIL_HOST_PASSWORD', singleQuoted(login?.password ?? '')],
      ['EMAIL_TIMEOUT', '15'],
      ['DEFAULT_FROM_EMAIL', singleQuoted(senderText(settings.from))],
      ['SERVER_EMAIL', singleQuoted(settings.from.address)],
    ];
    const lines = variables.map(([name, value]) => `${name} = ${value}`);
    return `# ${commentLine(proof)}\n${lines.join('\n')}\n`;
  },
};
