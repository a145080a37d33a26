/** A mistyped host → the known provider's host it was meant to be. */
import type { Directory } from '@/lib/providers/directory';
import { slipsBetween } from '@/lib/smtp/slips';

/** Two slips, but in a short name only one: `smtp.qq.com` is two letters away from very many. */
function allowed(name: string): number {
  return name.length < 14 ? 1 : 2;
}

/** The nearest known host, or undefined; a host that is known itself has none. */
export function nearHost(host: string, directory: Directory = []): string | undefined {
  const known = directory.flatMap(({ hosts }) => hosts.map((entry) => entry.host)).filter((name) => name !== '');
  if (known.includes(host) || host.length > 100) return undefined;
  const near = known
    .map((name) => ({ name, slips: slipsBetween(host, name) }))
    .filter(({ name, slips }) => slips <= allowed(name));
  return near.sort((a, b) => a.slips - b.slips)[0]?.name;
}

/** A provider's bare domain, `sendgrid.net`, → its first submission host below it; undefined for anything else. */
export function submissionHostOf(host: string, directory: Directory = []): string | undefined {
  return directory.flatMap(({ hosts }) => hosts).find((entry) => host.includes('.') && entry.host.endsWith(`.${host}`))
    ?.host;
}
