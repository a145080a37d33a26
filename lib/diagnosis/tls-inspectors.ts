/** Programs and boxes that open encrypted connections and re-sign them; their name stands in the issuer. */

/** Run on the person's own computer. */
const antivirus = /\b(avast|avg|kaspersky|eset|bitdefender|norton|mcafee|dr\.?web|g ?data|avira|adguard)\b/i;
/** Run by a company or school for its whole network. */
const gateway =
  /\b(zscaler|fortinet|fortigate|sophos|netskope|palo alto|check ?point|blue ?coat|sonicwall|watchguard|barracuda|umbrella|forcepoint|untangle|mitmproxy)\b/i;

export type Inspector = 'antivirus' | 'gateway';

/** A certificate's issuer → the kind of program that made it, or undefined. */
export function inspectorOf(issuer: string): Inspector | undefined {
  if (antivirus.test(issuer)) return 'antivirus';
  return gateway.test(issuer) ? 'gateway' : undefined;
}

/** True when the issuer is known to open encrypted connections. */
export function isInspector(issuer: string): boolean {
  return inspectorOf(issuer) !== undefined;
}
