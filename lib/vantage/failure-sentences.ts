/**
 * What the page on the web server says of a failure, by kind and cause, by kind and stage, or by kind. A kind that is not
 * here is plain English itself: "Certificate rejected: expired."
 */
import type { FailureKind } from '@/lib/smtp/outcome';

type Key = FailureKind | `${FailureKind}/${string}` | `${FailureKind}@${string}`;

/** `{seconds}` is how long was waited, `{reply}` what the server said; the file puts them in. */
export const failureSentences: Readonly<Partial<Record<Key, string>>> = {
  'resolver-failed': 'The name could not be looked up: DNS does not answer.',
  refused: 'Refused at once: closed there, or by a firewall.',
  unreachable: 'There is no way there from this server.',
  'unreachable/denied-by-system': 'This server itself forbids the connection.',
  'timed-out': 'Connected, then silent for {seconds} seconds.',
  'timed-out@connect': 'No answer within {seconds} seconds: dropped on the way.',
  'closed-by-peer': 'The server hung up.',
  'closed-by-peer/reset': 'The connection was cut off.',
  'protocol-violation': 'Answers came, but not those of a mail server.',
  'negative-reply': 'The server said: {reply}',
  'starttls-not-offered': 'The server offers no encryption here.',
  'tls-failed/peer-speaks-cleartext': 'Not encrypted from the first byte.',
  'tls-failed/no-common-version': 'Only outdated encryption.',
  unexpected: 'A mistake in this check itself.',
};
