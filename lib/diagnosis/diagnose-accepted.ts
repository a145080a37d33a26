import type { Provider } from '@/lib/providers/provider';
import type { Reply } from '@/lib/smtp/reply';
import type { Finding } from './finding';
import { rfc } from './rule-table';
import { printable } from './shown';

export type AcceptedEvidence = {
  /** The answer to the final dot. */
  readonly reply: Reply;
  readonly to: string;
  readonly provider?: Provider | undefined;
};

/**
 * An accepted message → what is still open about it, worst first. Accepted is the server's word for taking the message
 * over (RFC 5321 §6.1); what it does with it then is seen only in the inbox or in the provider's log.
 */
export function diagnoseAccepted({ reply, to, provider }: AcceptedEvidence): Finding[] {
  const evidence = reply.text.map((line) => `${reply.code} ${printable(line)} (after the final dot)`);
  // A class of 4 or 5 under a 2xx code: taken, and not going to be delivered (RFC 3463 §2).
  const isWithheld = reply.enhanced !== undefined && !reply.enhanced.startsWith('2.');
  const withheld: Finding = {
    ruleId: 'accepted-and-withheld',
    severity: 'warning',
    title: 'The server took the message and will not deliver it',
    why: `Its code ${reply.code} accepts, and its enhanced code ${reply.enhanced ?? ''} says that delivery is held back. Usually the recipient is on the provider’s suppression list.`,
    doThis: [
      'Read the server’s words below.',
      `Take ${to} off the suppression list at your provider, or send to another address.`,
    ],
    evidence,
    source: 'https://docs.oracle.com/en-us/iaas/Content/Email/Concepts/troubleshooting.htm',
  };
  const known = provider?.afterAcceptance;
  // Where mail is caught there is no inbox to look into.
  const isCaught = provider?.kind === 'catcher';
  const open: Finding = {
    ruleId: 'accepted-not-arrived',
    severity: 'note',
    title: isCaught ? 'The message is kept, and reaches nobody' : 'Accepted is not yet arrived',
    why:
      known?.why ??
      'The server took the message over. Spam filters and the recipient’s own server decide what happens next.',
    doThis: [
      ...(isCaught ? [] : [`Look into the inbox of ${to}, in spam too.`]),
      ...(known?.doThis ?? ['If nothing comes, look into your provider’s sending log.']),
    ],
    evidence,
    source: known?.source ?? rfc(5321, '6.1'),
  };
  return isWithheld ? [withheld, open] : [open];
}
