/** A mistyped host → the known provider's host it was meant to be. */
import { providers } from '@/lib/providers/catalog';
import { slipsBetween } from '@/lib/smtp/slips';

/** The known host at most two slips away, or undefined; a host that is known itself has none. */
export function nearHost(host: string): string | undefined {
  const known = providers.flatMap(({ variants }) => variants.map((variant) => variant.host));
  if (known.includes(host) || host.length > 100) return undefined;
  return known.find((name) => slipsBetween(host, name) <= 2);
}

/** A provider's bare domain, `sendgrid.net`, → its first submission host below it; undefined for anything else. */
export function submissionHostOf(host: string): string | undefined {
  return providers
    .flatMap(({ variants }) => variants)
    .find((variant) => host.includes('.') && variant.host.endsWith(`.${host}`))?.host;
}
