/** Whether a source was copied where a mail arrived, or where it was sent from: the copy in "Sent" is one, too. */
import { valuesOf, type MessageSource } from './message-source';
import type { ReceivedChain } from './received-chain';

/** What servers write when they put a mail into a mailbox, and into no other copy. */
const deliveryFields = [
  'delivered-to',
  'x-delivered-to',
  'x-original-to',
  'envelope-to',
  'delivery-date',
  'original-recipient',
  'x-apparently-to',
] as const;

/** RFC 3848, RFC 6531 §4.3: the final A means that the sender logged in, so that server is the one it was handed to. */
const byLogin = /^(esmtp|utf8smtp)s?a$/i;

/**
 * A source and its chain → whether a server received the mail for its recipient. The one who takes it from a logged-in
 * sender may write its line into the copy in "Sent" (Gmail does), so that line alone shows nothing.
 */
export function isDelivered(source: MessageSource, { hops }: ReceivedChain): boolean {
  if (hops.length === 0) return false;
  if (deliveryFields.some((name) => valuesOf(source, name).length > 0)) return true;
  return hops.some(({ protocol }) => protocol !== undefined && !byLogin.test(protocol));
}
