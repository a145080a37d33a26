import { rfc } from '@/lib/diagnosis/rule-table';
import { printable } from '@/lib/diagnosis/shown';
import { alignment } from '../organisation';
import { alignedPasses, noPolicy, trustOf, verdictOn, type ArrivalFacts } from '../arrival-facts';
import type { ArrivalRule } from '../arrival-rule';
import type { Verdict } from '../authentication-results';
import { dkimSteps, spfSteps } from './records';

/** The verdict as one line: method, result, domain, remark. */
export function verdictLine({ method, result, domain, selector, policy, remark }: Verdict): string {
  const parts = [
    `${method}=${result}`,
    domain === undefined ? '' : `domain ${domain}`,
    selector === undefined ? '' : `key ${selector}`,
    policy === undefined ? '' : `policy ${policy}`,
    remark === '' ? '' : `(${remark})`,
  ];
  return printable(parts.filter((part) => part !== '').join(' '));
}

const isChecked = ({ authority }: ArrivalFacts) => authority.kind === 'receiver';
const lines = ({ verdicts }: ArrivalFacts) => verdicts.map(verdictLine);
const own = ({ from }: ArrivalFacts) => printable(from ?? 'the sender’s domain', 100);

/** Whether a verdict speaks of the sender's own domain: only there can the reader mend anything. */
const isOwn = ({ domain }: Verdict, { from }: ArrivalFacts) =>
  domain === undefined || from === undefined || alignment(domain, from) !== 'none';

/** A verdict of these results on the sender's own domain, where the receiver itself made it. */
function judged(facts: ArrivalFacts, method: Verdict['method'], results: readonly string[]) {
  const verdict = verdictOn(facts, method);
  if (!isChecked(facts) || verdict === undefined || !results.includes(verdict.result)) return undefined;
  if (!isOwn(verdict, facts)) return undefined;
  return { verdict, domain: printable(verdict.domain ?? facts.from ?? 'the domain', 100) };
}

const saysNoKey = ({ remark }: Verdict) => /\bno[- ]key\b|key (not found|unavailable)|invalid public key/i.test(remark);
const brokenDkim = ['fail', 'permerror', 'neutral', 'policy'];

const policyWords: Readonly<Record<string, string>> = {
  reject: 'refuse such mail',
  quarantine: 'put such mail into spam',
  none: 'deliver such mail all the same',
};

export const trustRules: readonly ArrivalRule[] = [
  {
    id: 'arrival-dmarc-failed',
    speak(facts) {
      const found = judged(facts, 'dmarc', ['fail', 'permerror']);
      if (found === undefined) return undefined;
      const asks = policyWords[found.verdict.policy ?? ''];
      return {
        severity: 'blocker',
        title: 'DMARC fails: the sender is not proven',
        why: `Neither SPF nor DKIM passed for ${found.domain}.${asks === undefined ? '' : ` That domain asks receivers to ${asks}.`}`,
        doThis: [
          'Make SPF or DKIM pass for the sender’s own domain; DKIM also survives forwarding.',
          'Then send another test.',
        ],
        evidence: lines(facts),
        source: rfc(7489, '6.6.2'),
      };
    },
  },
  {
    id: 'arrival-spf-not-allowed',
    speak(facts, sender) {
      const found = judged(facts, 'spf', ['fail', 'softfail']);
      if (found === undefined || facts.isForwarded) return undefined;
      return {
        severity: alignedPasses(facts).length > 0 ? 'warning' : 'blocker',
        title: 'SPF does not allow the server that sent this mail',
        why: `${found.domain} publishes which servers may send for it, and the one that handed this mail over is not among them.`,
        doThis: spfSteps(found.domain, sender),
        evidence: lines(facts),
        source: rfc(7208, '8.4'),
      };
    },
  },
  {
    id: 'arrival-spf-missing',
    speak(facts, sender) {
      const found = judged(facts, 'spf', ['none']);
      if (found === undefined) return undefined;
      return {
        severity: 'warning',
        title: 'The sender’s domain has no SPF record',
        why: `${found.domain} does not publish which servers may send for it, so this one counts no more than a stranger’s.`,
        doThis: spfSteps(found.domain, sender),
        evidence: lines(facts),
        source: rfc(7208, '8.1'),
      };
    },
  },
  {
    id: 'arrival-spf-unreadable',
    speak(facts) {
      const found = judged(facts, 'spf', ['permerror']);
      if (found === undefined) return undefined;
      return {
        severity: 'warning',
        title: 'The SPF record cannot be read',
        why: `The record of ${found.domain} has a fault, and then nothing in it counts. Most often there are two of them, or they lead to more than ten look-ups.`,
        doThis: [
          `At the DNS of ${found.domain}, keep one TXT record that begins with v=spf1, and join the others into it.`,
          'Take out every include: that you no longer send through.',
        ],
        evidence: lines(facts),
        source: rfc(7208, '4.6.4'),
      };
    },
  },
  {
    id: 'arrival-dkim-unsigned',
    speak(facts, sender) {
      const verdict = verdictOn(facts, 'dkim');
      const isUnsigned = verdict === undefined || verdict.result === 'none' || verdict.result === 'unknown';
      if (!isChecked(facts) || !isUnsigned || facts.signatures.length > 0) return undefined;
      return {
        severity: 'warning',
        title: 'The mail carries no DKIM signature',
        why: 'Nobody signed it, so it cannot be seen whether it is as it was sent. Large mailbox providers distrust such mail.',
        doThis: dkimSteps(own(facts), sender),
        evidence: [...lines(facts), 'No DKIM-Signature stands in the header.'],
        source: rfc(6376, '6.1'),
      };
    },
  },
  {
    id: 'arrival-dkim-no-key',
    speak(facts) {
      const found = judged(facts, 'dkim', [...brokenDkim, 'temperror']);
      if (found === undefined || !saysNoKey(found.verdict)) return undefined;
      const signature = facts.signatures.find(({ domain }) => domain === found.verdict.domain) ?? facts.signatures[0];
      const selector = found.verdict.selector ?? signature?.selector;
      const record = selector === undefined ? 'the key’s record' : printable(`${selector}._domainkey.${found.domain}`);
      return {
        severity: 'blocker',
        title: 'The key of the DKIM signature is not in the DNS',
        why: `The mail is signed for ${found.domain}, and the receiver found no key to check it with.`,
        doThis: [
          `At the DNS of ${found.domain}, look whether ${record} exists, exactly as your provider shows it.`,
          'A new record may take an hour until everybody sees it. Then send another test.',
        ],
        evidence: lines(facts),
        source: rfc(6376, '3.6.2.1'),
      };
    },
  },
  {
    id: 'arrival-dkim-broken',
    speak(facts) {
      const found = judged(facts, 'dkim', brokenDkim);
      if (found === undefined || saysNoKey(found.verdict)) return undefined;
      return {
        severity: 'blocker',
        title: 'The DKIM signature does not hold',
        why: 'Either the mail was changed after it was signed, by a footer or a filter for instance, or the key in the DNS is not the one it was signed with.',
        doThis: [
          `At the DNS of ${found.domain}, compare the DKIM record with what your provider shows now.`,
          'Switch off whatever changes mail on its way out: disclaimers, link tracking, virus notes.',
        ],
        evidence: lines(facts),
        source: rfc(6376, '3.9'),
      };
    },
  },
  {
    id: 'arrival-not-aligned',
    speak(facts, sender) {
      const passed = facts.verdicts.filter(({ method, result }) => method !== 'dmarc' && result === 'pass');
      const [first] = passed;
      if (trustOf(facts) !== 'not-trusted' || first === undefined || facts.from === undefined) return undefined;
      if (alignedPasses(facts).length > 0) return undefined;
      return {
        severity: 'blocker',
        title: 'The mail proves another domain than the sender’s',
        why: `What passed belongs to ${printable(first.domain ?? 'another domain', 100)}, and the sender people see is at ${own(facts)}. For DMARC it must be the same domain, or one under the same organisation.`,
        doThis: dkimSteps(own(facts), sender),
        evidence: lines(facts),
        source: rfc(7489, '3.1'),
      };
    },
  },
  {
    id: 'arrival-failed-for-another',
    speak(facts, sender) {
      const results = ['fail', 'softfail', 'permerror'];
      const verdict = (['spf', 'dkim'] as const)
        .flatMap((method) => verdictOn(facts, method) ?? [])
        .find((one) => results.includes(one.result) && !isOwn(one, facts));
      if (!isChecked(facts) || verdict === undefined) return undefined;
      const { method, domain = '' } = verdict;
      return {
        severity: alignedPasses(facts).length > 0 ? 'note' : 'warning',
        title: `${method.toUpperCase()} does not pass, for a domain that is not the sender’s`,
        why: `${printable(domain, 100)} is most likely your provider’s own name for returned mail or signatures. Nothing at the DNS of ${own(facts)} changes that verdict.`,
        doThis: dkimSteps(own(facts), sender),
        evidence: lines(facts),
        source: rfc(7489, '3.1'),
      };
    },
  },
  {
    id: 'arrival-dmarc-missing',
    speak(facts) {
      const found = judged(
        facts,
        'dmarc',
        noPolicy.filter((result) => result !== 'temperror'),
      );
      if (found === undefined) return undefined;
      return {
        severity: 'note',
        title: 'The sender’s domain publishes no DMARC policy',
        why: `Without one anybody may use ${own(facts)} as a sender, and some receivers expect a policy of whoever sends much.`,
        doThis: [
          `At the DNS of ${own(facts)} or the domain above it, add a TXT record named _dmarc with the value v=DMARC1; p=none (it observes, and changes nothing).`,
        ],
        evidence: lines(facts),
        source: rfc(7489, '6.3'),
      };
    },
  },
];
