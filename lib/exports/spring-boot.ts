import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';

// java.util.Properties: a backslash and a blank at the beginning need one, and old versions read Latin-1.
const escaped = (text: string) =>
  text.replace(/\\|^ |[^\x20-\x7e]/g, (character) =>
    character === '\\' || character === ' '
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const smtp = 'spring.mail.properties.mail.smtp';
// starttls.enable alone goes on without it; without checkserveridentity the certificate's name is not looked at.
const encryption: Readonly<Record<SmtpSettings['security'], readonly string[]>> = {
  'implicit-tls': [`${smtp}.ssl.enable=true`, `${smtp}.ssl.checkserveridentity=true`],
  starttls: [`${smtp}.starttls.enable=true`, `${smtp}.starttls.required=true`, `${smtp}.ssl.checkserveridentity=true`],
  cleartext: [],
};

function cannot({ username = '', password = '' }: SmtpSettings): string | undefined {
  return `${username}${password}`.includes('${')
    ? 'Spring takes ${ in a value for the start of another property, and the login has it.'
    : undefined;
}

export const springBoot: Format = {
  id: 'spring-boot',
  name: 'Spring Boot',
  group: 'Frameworks and languages',
  steps: [
    'Put these lines into src/main/resources/application.properties, with spring-boot-starter-mail among the dependencies.',
    'Set the sender in your messages: setFrom.',
  ],
  fileName: 'mail.properties',
  mediaType: 'text/plain',
  proven: 'parsed',
  cannot,
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const lines: readonly string[] = [
      `# ${commentLine(proof)}`,
      `# ${commentLine(`Sender: ${settings.from.name} ${settings.from.address}`)}`,
      `spring.mail.host=${settings.host}`,
      `spring.mail.port=${settings.port}`,
      ...(login
        ? [`spring.mail.username=${escaped(login.username)}`, `spring.mail.password=${escaped(login.password)}`]
        : []),
      `${smtp}.auth=${login !== undefined}`,
      ...encryption[settings.security],
      `${smtp}.connectiontimeout=15000`,
      `${smtp}.timeout=30000`,
      `${smtp}.writetimeout=30000`,
    ];
    return `${lines.join('\n')}\n`;
  },
};
