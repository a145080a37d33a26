import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { tiedToPort465 } from './program-limits';
import { urlHost } from './url';

// Between three quotes # and ; are no comment.
const quoted = (text: string) => `"""${text}"""`;

function cannot(settings: SmtpSettings): string | undefined {
  const texts = [settings.username ?? '', settings.password ?? ''];
  if (texts.some((text) => /\$\{|\$__|%\(/.test(text)))
    return 'Grafana replaces ${, $__ and %( in its configuration, and the login has one of them.';
  if (texts.some((text) => /"""|"$/.test(text)))
    return 'Grafana cannot hold a login that ends with a quote or has three of them in a row.';
  return tiedToPort465('Grafana', settings);
}

/** Grafana begins with TLS on 465 only; elsewhere startTLS_policy says whether STARTTLS is demanded. */
export const grafana: Format = {
  id: 'grafana',
  name: 'Grafana',
  group: 'Self-hosted apps',
  steps: [
    'Put these lines into grafana.ini, in place of the section [smtp].',
    'Restart Grafana, and test a contact point of the kind Email under Alerting > Contact points.',
  ],
  fileName: 'grafana-smtp.ini',
  mediaType: 'text/plain',
  proven: 'parsed',
  cannot,
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const entries: readonly (readonly [string, string] | false)[] = [
      ['enabled', 'true'],
      ['host', `${urlHost(settings.host)}:${settings.port}`],
      login !== undefined && ['user', quoted(login.username)],
      login !== undefined && ['password', quoted(login.password)],
      ['skip_verify', 'false'],
      ['from_address', settings.from.address],
      settings.from.name !== '' && ['from_name', quoted(settings.from.name)],
      settings.security === 'starttls' && ['startTLS_policy', 'MandatoryStartTLS'],
      settings.security === 'cleartext' && ['startTLS_policy', 'NoStartTLS'],
    ];
    const lines = entries.filter((entry) => entry !== false).map(([name, value]) => `${name} = ${value}`);
    return `# ${commentLine(proof)}\n[smtp]\n${lines.join('\n')}\n`;
  },
};
