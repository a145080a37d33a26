/** What a signature says of itself (RFC 6376 §3.5). Whether it holds, and how strong its key is, cannot be seen here. */
import { domainOf, semicolonParts } from './field-syntax';

export type DkimSignature = {
  /** `d=`, in lower case. */
  readonly domain: string;
  /** `s=` */
  readonly selector: string;
  /** `a=`, in lower case. */
  readonly algorithm: string;
};

/** A `DKIM-Signature` field's value → its signer; undefined where a required tag is missing. */
export function parseDkimSignature(value: string): DkimSignature | undefined {
  const tags = new Map(
    semicolonParts(value).map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).replace(/\s/g, '')] as const;
    }),
  );
  const domain = domainOf(tags.get('d') ?? '');
  const selector = tags.get('s') ?? '';
  if (domain === undefined || selector === '') return undefined;
  return { domain, selector, algorithm: (tags.get('a') ?? '').toLowerCase() };
}
