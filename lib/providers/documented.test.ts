import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadProviders } from './catalog';
import type { UsernameRule } from './login-rule';
import type { Provider, ProviderPort, ProviderVariant } from './provider';

const page = readFileSync(fileURLToPath(new URL('../../docs/providers.md', import.meta.url)), 'utf8');

const kinds = { 'implicit-tls': 'implicit TLS', starttls: 'STARTTLS', cleartext: 'not encrypted' } as const;

/** `implicit TLS 465; STARTTLS 587, 2525*`: a star where the port is usual and not documented. */
function portsOf(ports: readonly ProviderPort[]): string {
  return Object.entries(kinds)
    .map(([security, words]) => {
      const those = ports.filter((port) => port.security === security);
      return [words, those.map(({ port, confidence }) => `${port}${confidence === 'usual' ? '*' : ''}`).join(', ')];
    })
    .filter(([, numbers]) => numbers !== '')
    .map((words) => words.join(' '))
    .join('; ');
}

function nameOf(rule: UsernameRule): string {
  if (rule.kind === 'fixed') return `\`${rule.value}\``;
  return rule.kind === 'typed' ? rule.label : 'the same as the password';
}

function loginOf(provider: Provider, variant: ProviderVariant): string {
  const password = (variant.password ?? provider.password).label;
  const words = { required: '', optional: ' (optional)', seldom: ' (seldom)' } as const;
  return `${nameOf(variant.username ?? provider.username)} and ${password}${words[variant.login]}`;
}

/** One row for all hosts of a provider that have the same ports and the same login. */
function rowsOf(provider: Provider): readonly string[] {
  const rows = new Map<string, string[]>();
  for (const variant of provider.variants) {
    const key = `${portsOf(variant.ports)} | ${loginOf(provider, variant)} | ${provider.checked}`;
    const host = variant.host === '' ? 'one’s own' : `\`${variant.host}\``;
    const hosts = rows.get(key) ?? [];
    rows.set(key, hosts.includes(host) ? hosts : [...hosts, host]);
  }
  return [...rows].map(
    ([key, hosts]) => `| [${provider.name}](${provider.docsUrl}) | ${hosts.join('<br>')} | ${key} |`,
  );
}

test('docs/providers.md lists every host of every provider as the catalogue has it, and nothing else', async () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| ['));
  expect(rows).toEqual((await loadProviders()).flatMap(rowsOf));
});
