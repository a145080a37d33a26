import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { opportunisticWarnings, tiedToPort465 } from './program-limits';

// A JSON string is a TOML basic string: TOML knows every escape that JSON.stringify writes.
const quoted = (text: string) => JSON.stringify(text);

/** Supabase's auth server takes the kind of encryption from the port, and refuses certificates it cannot check. */
export const supabase: Format = {
  id: 'supabase',
  name: 'Supabase',
  group: 'Self-hosted apps',
  steps: [
    'Put these lines into supabase/config.toml, in place of [auth.email.smtp] when it is there.',
    'On supabase.com, type the same values in under Authentication > Emails > SMTP Settings.',
  ],
  fileName: 'supabase-smtp.toml',
  mediaType: 'text/plain',
  proven: 'parsed',
  cannot: (settings) => tiedToPort465('Supabase', settings),
  warnings: (settings) => [...cleartextWarnings(settings), ...opportunisticWarnings('Supabase', settings)],
  render: (settings, proof) => {
    const { login } = settings;
    const entries: readonly (readonly [string, string])[] = [
      ['enabled', 'true'],
      ['host', quoted(settings.host)],
      ['port', String(settings.port)],
      ['user', quoted(login?.username ?? '')],
      ['pass', quoted(login?.password ?? '')],
      ['admin_email', quoted(settings.from.address)],
      ['sender_name', quoted(settings.from.name)],
    ];
    const lines = entries.map(([name, value]) => `${name} = ${value}`);
    return `# ${commentLine(proof)}\n[auth.email.smtp]\n${lines.join('\n')}\n`;
  },
};
