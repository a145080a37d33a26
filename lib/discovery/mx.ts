/** MX records (RFC 5321 §5.1): who takes a domain's mail, and so who probably sends it. */
export type MxRecord = { readonly priority: number; readonly exchange: string };

/** RFC 7505: one record with an empty name says that the domain takes no mail. */
export function isNullMx(records: readonly MxRecord[]): boolean {
  return records.length === 1 && /^\.?$/.test(records[0]?.exchange ?? '');
}

/** The preferred first; among equals by name, so that the same domain gives the same answer every time. */
export function inOrder(records: readonly MxRecord[]): readonly MxRecord[] {
  return [...records].sort((a, b) => a.priority - b.priority || a.exchange.localeCompare(b.exchange));
}

/** A name → the entry whose suffix is the longest that it ends in, at a dot. */
export function longestSuffix<Entry extends { readonly suffix: string }>(
  name: string,
  entries: readonly Entry[],
): Entry | undefined {
  const host = name.toLowerCase().replace(/\.$/, '');
  return entries
    .filter(({ suffix }) => host === suffix || host.endsWith(`.${suffix}`))
    .sort((a, b) => b.suffix.length - a.suffix.length)[0];
}

/** The record as a zone file has it. */
export function describeMx(domain: string, { priority, exchange }: MxRecord): string {
  return `${domain}. MX ${priority} ${exchange.toLowerCase()}.`;
}
