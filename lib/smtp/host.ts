/**
 * Host names and address literals as a person may write them, brought to the one form that is looked up.
 * RFC 1123 §2.1 for names, RFC 4291 §2.2 for IPv6. Internationalised names become ASCII (RFC 5891) by the
 * platform's own URL parser, in the browser and on the server alike.
 */
import * as z from 'zod/mini';

const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const decimalAddress = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

// A last label that some stacks read as a number makes the whole name an address to them (WHATWG URL, "ends in a number").
const looksNumeric = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/;

/** True for four decimal numbers; shorthand like `1.2.3`, which some stacks dial as 1.2.0.3, is not an address. */
export function isIPv4(host: string): boolean {
  return decimalAddress.test(host);
}

/** True for an IPv6 address without brackets and without a zone. */
export function isIPv6(host: string): boolean {
  // The letters first: URL drops line breaks, and a bracket would end the address and begin a path.
  return /^[0-9a-f:.]+$/i.test(host) && host.includes(':') && URL.canParse(`http://[${host}]/`);
}

function asciiName(host: string): string | undefined {
  if (/[\s/?#@:\\[\]%<>^|]/.test(host)) return undefined;
  if (/^[a-z0-9._-]+$/.test(host)) return looksNumeric.test(host) ? undefined : host;
  const name = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`).hostname : '';
  return name === '' || looksNumeric.test(name) ? undefined : name;
}

/** A typed host → the form that is dialled, or undefined when it is neither a name nor an address. */
export function normalizeHost(typed: string): string | undefined {
  const host = typed.trim().toLowerCase().replace(/\.$/, '');
  if (host.length === 0 || host.length > 253) return undefined;
  if (isIPv4(host) || isIPv6(host)) return host;
  const name = asciiName(host);
  if (name === undefined || name.length > 253) return undefined;
  return name.split('.').every((part) => label.test(part)) ? name : undefined;
}

function hostProblem(typed: string): string | undefined {
  if (typed.trim() === '') return "Enter your mail server's host name, like smtp.example.com";
  if (typed.includes('@')) return 'Enter a host name, not an email address';
  if (normalizeHost(typed) === undefined) return 'Host names use only letters, numbers, dots and hyphens';
  return undefined;
}

/** Form, route and wire share this: in goes what was typed, out comes the form that is dialled. */
export const hostSchema = z.pipe(
  z.string().check((context) => {
    const message = hostProblem(context.value);
    if (message !== undefined) context.issues.push({ code: 'custom', message, input: context.value });
  }),
  z.transform((typed: string) => normalizeHost(typed) ?? typed),
);
