import 'server-only';
import type { Reply } from '@/lib/smtp/reply';

/** How mail servers name the message they took over, in the last reply; the first form that fits counts. */
const forms: readonly RegExp[] = [
  // Postfix, and the many that speak like it: SendGrid, Brevo, Mailpit, Haraka
  /\bqueued as:?\s+<?([A-Za-z0-9._=@+-]{4,120})>?(?=[\s,;)]|$)/i,
  // Exim: OK id=1abcDE-00000000123-4XyZ
  /\bid=<?([A-Za-z0-9._@+-]{4,120})>?(?=[\s,;)\]]|$)/i,
  // Exchange: <message-id> [InternalId=…, Hostname=…] Queued mail for delivery
  /\bInternalId=(\d{4,40})\b/i,
  // Gmail: OK  1700000000 d9443c01a7336-1bdc8a4f1d9sm1234567plb.100 - gsmtp
  /^(?:[245]\.\d+\.\d+ )?OK\s+\d{9,11}\s+([A-Za-z0-9.-]{8,120}) - gsmtp$/i,
  // Amazon SES: Ok 0100018b5c3c0a4f-…-000000
  /^Ok ([0-9a-f]{8,}(?:-[0-9a-f]{4,})+)$/i,
  // Sendmail, OpenSMTPD: x7GCq0v2012345 Message accepted for delivery
  /^(?:[245]\.\d+\.\d+ )?:?\s*([A-Za-z0-9]{6,40}):? Message accepted for delivery\b/i,
  // Stalwart and others: Message queued with id 1a2b3c
  /\bqueued (?:with|under) id:?\s+([A-Za-z0-9_-]{4,120})(?=\.?(?:[\s,;)]|$))/i,
  // qmail: ok 1700000000 qp 12345
  /^ok \d{9,11} qp (\d{1,10})\b/i,
];

/** The reply to the final dot → the server's own name for the message, where it tells one. */
export function queueId(reply: Reply): string | undefined {
  const text = reply.text.join(' ').trim();
  return forms.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
}
