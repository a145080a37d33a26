import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { opportunisticWarnings } from './program-limits';
import { singleQuoted } from './quote';

/** GitLab's smtp_tls is implicit TLS, and only with smtp_enable_starttls_auto off. */
export const gitlab: Format = {
  id: 'gitlab',
  name: 'GitLab',
  group: 'Self-hosted apps',
  steps: [
    'Put these lines into /etc/gitlab/gitlab.rb, in place of lines with the same names.',
    'Run gitlab-ctl reconfigure.',
    "Try it in gitlab-rails console: Notify.test_email('reader@example.com', 'Test', 'Test').deliver_now.",
  ],
  fileName: 'gitlab-mail.rb',
  mediaType: 'text/x-ruby',
  proven: 'parsed',
  warnings: (settings) => [...cleartextWarnings(settings), ...opportunisticWarnings('GitLab', settings)],
  render: (settings, proof) => {
    const { login } = settings;
    const entries: readonly (readonly [string, string] | false)[] = [
      ['smtp_enable', 'true'],
      ['smtp_address', singleQuoted(settings.host)],
      ['smtp_port', String(settings.port)],
      ['smtp_tls', String(settings.security === 'implicit-tls')],
      ['smtp_enable_starttls_auto', String(settings.security === 'starttls')],
      settings.security !== 'cleartext' && ['smtp_openssl_verify_mode', singleQuoted('peer')],
      login !== undefined && ['smtp_user_name', singleQuoted(login.username)],
      login !== undefined && ['smtp_password', singleQuoted(login.password)],
      login !== undefined && ['smtp_authentication', singleQuoted('plain')],
      ['gitlab_email_from', singleQuoted(settings.from.address)],
      settings.from.name !== '' && ['gitlab_email_display_name', singleQuoted(settings.from.name)],
    ];
    const lines = entries
      .filter((entry) => entry !== false)
      .map(([name, value]) => `gitlab_rails['${name}'] = ${value}`);
    return `# ${commentLine(proof)}\n${lines.join('\n')}\n`;
  },
};
