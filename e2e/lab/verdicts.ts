/** Verdicts as text: a summary for the terminal, and docs/verdicts.md. */
import type { Judgement, Verdict } from './judge';
import type { Scenario } from './scenario';

export type Skipped = { readonly scenario: Scenario; readonly reason: string };

const words: Readonly<Record<Judgement, string>> = {
  right: 'right',
  wrong: '**wrong**',
  'said-it-works': '**lie: said it works**',
  'said-it-fails': '**lie: said it fails**',
};

type Count = Readonly<Record<Judgement | 'unshown', number>>;

function count(verdicts: readonly Verdict[]): Count {
  const of = (judgement: Judgement) => verdicts.filter((verdict) => verdict.judgement === judgement).length;
  return {
    right: of('right'),
    wrong: of('wrong'),
    'said-it-works': of('said-it-works'),
    'said-it-fails': of('said-it-fails'),
    unshown: verdicts.filter(({ unshown }) => unshown.length > 0).length,
  };
}

/** A verdict for the terminal: one line when all is well, else everything that helps to find out why. */
export function linesOf({ scenario, judgement, expected, got, unshown, saw, tookMs }: Verdict): string {
  const head = `${scenario.id}  ${tookMs.toFixed(0)} ms`;
  if (judgement === 'right' && unshown.length === 0) return `right  ${head}`;
  return [
    `${judgement.toUpperCase()}  ${head}`,
    `  expected  ${expected}`,
    `  got       ${got}`,
    ...unshown.map((line) => `  not shown ${line}`),
    ...saw.map((line) => `  | ${line}`),
  ].join('\n');
}

/** How many scenarios came out right and showed what they claim, how many not, and how many could not run here. */
export function countsOf(verdicts: readonly Verdict[], skipped: readonly Skipped[]) {
  const passed = verdicts.filter(({ judgement, unshown }) => judgement === 'right' && unshown.length === 0).length;
  return { passed, failed: verdicts.length - passed, skipped: skipped.length };
}

/** One closing line. */
export function summaryOf(verdicts: readonly Verdict[], skipped: readonly Skipped[]): string {
  const counted = count(verdicts);
  const reasons = new Map<string, number>();
  for (const { reason } of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const skips = [...reasons].map(([reason, number]) => `\n  ${number} skipped: ${reason}`).join('');
  return `${verdicts.length} scenarios: ${counted.right} right, ${counted.wrong} wrong, ${counted['said-it-works']} said to work that do not, ${counted['said-it-fails']} said to fail that work, ${counted.unshown} that did not show what they claim${skips}`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');

function row({ scenario, expected, got, judgement, unshown }: Verdict): string {
  const verdict = unshown.length > 0 ? `${words[judgement]}, **not shown**` : words[judgement];
  return `| ${cell(scenario.what)} | ${cell(expected)} | ${cell(got)} | ${verdict} |`;
}

const asked = {
  outport: [
    '# The table of verdicts',
    '',
    'Written by `npm run lab -- --verdicts`. Every line is one experiment in the lab (`e2e/lab`): what the network and the servers did, what is',
    'true of it, and what Outport said through its wire contract, with the finding that its diagnosis makes of it. Before Outport is',
    'asked, a witness that shares no code with it (bare sockets, the firewall’s counters, the servers’ own records) has to see the',
    'same thing; a scenario that does not show what it claims counts as a fault of the lab.',
  ],
  php: [
    '# The table of verdicts, from PHP',
    '',
    'Written by `npm run lab -- --verdicts --vantage php`. The experiments are those of [the other table](verdicts.md); here the check file',
    'for the web server (`lib/vantage`) is asked instead of Outport: made, run by PHP in the near namespace, and its result read as the',
    'wizard reads it. What is expected is what Outport itself says, except where PHP cannot see the difference: `e2e/lab/unseen-by-check.ts`',
    'names those few. Messages are left out, since the check sends none.',
  ],
  shell: [
    '# The table of verdicts, from a shell',
    '',
    'Written by `npm run lab -- --verdicts --vantage shell`: as [the table from PHP](verdicts-php.md), with the script for a shell.',
  ],
} as const;

/** The document. Holds no time and no date, so that it changes only when a verdict does. */
export function tableOf(
  verdicts: readonly Verdict[],
  skipped: readonly Skipped[],
  who: keyof typeof asked = 'outport',
): string {
  const counted = count(verdicts);
  const families = [...new Set(verdicts.map(({ scenario }) => scenario.family))];
  return [
    ...asked[who],
    '',
    '| scenarios | right | wrong | said it works when it does not | said it does not when it does | not shown |',
    '| --- | --- | --- | --- | --- | --- |',
    `| ${verdicts.length} | ${counted.right} | ${counted.wrong} | ${counted['said-it-works']} | ${counted['said-it-fails']} | ${counted.unshown} |`,
    ...(skipped.length > 0 ? ['', `${skipped.length} more were skipped where this was written.`] : []),
    ...families.flatMap((family) => [
      '',
      `## ${family}`,
      '',
      '| what is the case | expected | got | verdict |',
      '| --- | --- | --- | --- |',
      ...verdicts.filter(({ scenario }) => scenario.family === family).map(row),
    ]),
    '',
  ].join('\n');
}
