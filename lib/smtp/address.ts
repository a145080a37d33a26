/** Mailbox addresses and display names (RFC 5321 §4.1.2, RFC 5322 §3.4), as far as a submission client must care. */
import * as z from 'zod/mini';

// C0, DEL and C1: a line break here would start a new SMTP command or header.
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const mailbox = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/;

/** True when the text holds a character that could end a line in a protocol or a header. */
export function hasControl(text: string): boolean {
  return control.test(text);
}

/** Address → the part after the last @. */
export function addressDomain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** `message` is what a person reads when the address is missing or malformed. Out comes the trimmed address. */
export function addressSchema(message: string) {
  return z.string(message).check(
    z.trim(),
    z.refine(
      (address) =>
        address.length <= 254 &&
        mailbox.test(address) &&
        !hasControl(address) &&
        !addressDomain(address).startsWith('.'),
      message,
    ),
  );
}

/** UTF-8 bytes, since servers and RFC 4954 §4 count octets. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A user name or password on the wire: at most 1,024 bytes, no control character. `label` names the field in messages. */
export function credentialSchema(label: string) {
  return z.string().check(
    z.refine((text) => !hasControl(text), `${label} must be one line without control characters`),
    z.refine((text) => byteLength(text) <= 1024, `${label} must be at most 1,024 bytes long`),
  );
}

export const displayNameSchema = z.string().check(
  z.trim(),
  z.refine((name) => name.length <= 200, 'Sender name must be at most 200 characters long'),
  z.refine((name) => !hasControl(name), 'Sender name must be one line'),
);
