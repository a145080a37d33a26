/** What a receiving server found out about SPF, DKIM and DMARC, from `Authentication-Results` (RFC 8601). */
import { domainOf, pairsOf, semicolonParts, withoutComments } from './field-syntax';

const methods = ['spf', 'dkim', 'dmarc'] as const;
export type Method = (typeof methods)[number];

export type Verdict = {
  readonly method: Method;
  /** In lower case, as written: pass, fail, softfail, none, temperror and so on (RFC 8601 §2.7). */
  readonly result: string;
  /** The domain it speaks of: envelope sender, signer, or From. */
  readonly domain: string | undefined;
  /** DKIM: the key's name (RFC 6376 §3.6.2.1), where it was written down. */
  readonly selector: string | undefined;
  /** DMARC: the policy that the domain publishes. */
  readonly policy: string | undefined;
  /** Comments and reason, as written. */
  readonly remark: string;
};

export type AuthenticationResults = {
  /** The authserv-id, in lower case; Microsoft writes none. */
  readonly writer: string | undefined;
  readonly verdicts: readonly Verdict[];
};

const domainProperties: Readonly<Record<Method, readonly string[]>> = {
  spf: ['smtp.mailfrom', 'smtp.mail', 'smtp.helo'],
  dkim: ['header.d', 'header.i'],
  dmarc: ['header.from'],
};
const policyProperties = ['policy.published-domain-policy', 'policy.dmarc'];

function verdictOf(part: string): Verdict | undefined {
  const { text, comments } = withoutComments(part);
  const [first, ...pairs] = pairsOf(text);
  const method = methods.find((name) => name === first?.[0].split('/')[0]);
  if (method === undefined || first === undefined) return undefined;
  const property = (names: readonly string[]) =>
    names.flatMap((name) => pairs.filter(([key]) => key === name).map(([, value]) => value))[0];
  const domain = property(domainProperties[method]);
  const remark = [...comments, property(['reason']) ?? ''].filter((words) => words !== '').join('; ');
  return {
    method,
    result: first[1].toLowerCase(),
    domain: domain === undefined ? undefined : domainOf(domain),
    selector: property(['header.s']),
    policy: (property(policyProperties) ?? /\bp=([a-z]+)/i.exec(remark)?.[1])?.toLowerCase(),
    remark,
  };
}

/** One field's value, that of `ARC-Authentication-Results` included → who wrote it, and its verdicts. */
export function parseAuthenticationResults(value: string): AuthenticationResults {
  const parts = semicolonParts(value).filter((part) => !/^i\s*=\s*\d+$/.test(part));
  // RFC 8601 §2.2: the authserv-id comes first, perhaps with a version behind it; a first part with "=" is a verdict.
  const lead = withoutComments(parts[0] ?? '').text.trim();
  const named = lead !== '' && !lead.includes('=');
  return {
    writer: named ? (lead.split(/\s+/)[0] ?? '').replace(/"/g, '').toLowerCase() : undefined,
    verdicts: parts.flatMap((part) => verdictOf(part) ?? []),
  };
}
