/** Addresses written as such: what counts as an address, and which ones lead nowhere but to this computer. */

/** True for an IPv4 address or an IPv6 address without brackets. */
export function isIpLiteral(host: string): boolean {
  return host.includes(':') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

/** True for loopback and unspecified addresses (RFC 1122 §3.2.1.3, RFC 4291 §2.5.2-3). */
export function leadsToItself(address: string): boolean {
  return /^(127\.|0\.)/.test(address) || address === '::1' || address === '::';
}

/** True for the names and addresses by which a computer calls itself. */
export function isThisComputer(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || leadsToItself(host);
}
