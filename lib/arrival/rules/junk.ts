import { listed, printable } from '@/lib/diagnosis/shown';
import type { ArrivalRule } from '../arrival-rule';
import type { SpamVerdict } from '../spam-headers';

function verdictLine({ field, isSpam, because, rules }: SpamVerdict): string {
  const details = [because, rules.join(', ')].filter((part) => part !== '').join('; ');
  return printable(`${field}: ${isSpam ? 'spam' : 'not spam'}${details === '' ? '' : ` (${details})`}`);
}

const sources: Readonly<Record<string, string>> = {
  SpamAssassin: 'https://spamassassin.apache.org/full/4.0.x/doc/Mail_SpamAssassin_Conf.html',
  Rspamd: 'https://rspamd.com/doc/modules/milter_headers.html',
  Microsoft: 'https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo',
};
/** What the largest receiver asks of everybody who sends to it. */
const otherwise = 'https://support.google.com/mail/answer/81126';

export const junkRules: readonly ArrivalRule[] = [
  {
    id: 'arrival-taken-for-spam',
    speak({ spam }) {
      const found = spam.find(({ isSpam }) => isSpam);
      if (found === undefined) return undefined;
      const { filter, because, rules } = found;
      const why = because === '' ? 'It gives no reason.' : `Its word: ${printable(because, 200)}.`;
      const counted = rules.length === 0 ? '' : ` What counted: ${listed(rules)}.`;
      return {
        severity: 'warning',
        title: `${filter} took the mail for spam`,
        why: `${why}${counted}`,
        doThis: [
          'Mend first what is named above: an unproven sender is what filters count most.',
          'Mark the mail as no spam in the inbox, and add the sender to the address book.',
          'Then send another test. A real message with real text often fares better than a short test.',
        ],
        evidence: spam.map(verdictLine),
        source: sources[filter] ?? otherwise,
      };
    },
  },
];
