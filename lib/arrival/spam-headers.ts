/** What spam filters wrote into the header. Anybody on the way may have: it is told as the filter's word. */
import { valuesOf, type MessageSource } from './message-source';

export type SpamVerdict = {
  readonly filter: string;
  readonly isSpam: boolean;
  /** In words, as far as the filter says: score and limit, category. */
  readonly because: string;
  /** The rules that counted most, as the filter names them. */
  readonly rules: readonly string[];
  readonly field: string;
};

type Reading = Pick<SpamVerdict, 'isSpam' | 'because'> & { readonly rules?: readonly string[] };
type Filter = {
  readonly filter: string;
  readonly field: string;
  readonly read: (value: string) => Reading | undefined;
};

const mostRules = 5;

function scored(isSpam: boolean, score: string | undefined, limit: string | undefined): Reading {
  const of = limit === undefined ? '' : ` of ${limit}`;
  return { isSpam, because: score === undefined ? '' : `score ${score}${of}` };
}

/** "Yes, score=6.1 required=5.0 tests=A,B autolearn=no". */
function spamAssassin(value: string): Reading | undefined {
  const isSpam = /^yes\b/i.test(value);
  if (!isSpam && !/^no\b/i.test(value)) return undefined;
  const [, tests = ''] = /\btests=\[?(.*?)\]?(?:\s+\w+=|$)/.exec(value) ?? [];
  const read = (name: string) => new RegExp(`\\b${name}=(-?[\\d.]+)`).exec(value)?.[1];
  const rules = tests.split(/[,\s]+/).filter((rule) => rule !== '' && rule !== 'none');
  return { ...scored(isSpam, read('score') ?? read('hits'), read('required')), rules: isSpam ? rules : [] };
}

/** "default: False [-2.16 / 15.00]; ARC_ALLOW(-1.00)[…]; …", the rules with their own scores. */
function rspamd(value: string): Reading | undefined {
  const [, verdict, score, limit] = /:\s*(true|false)\s*\[\s*(-?[\d.]+)\s*\/\s*(-?[\d.]+)\s*\]/i.exec(value) ?? [];
  if (verdict === undefined) return undefined;
  const rules = [...value.matchAll(/\b([A-Z][A-Z0-9_]{2,60})\((-?[\d.]+)\)/g)]
    .map(([, rule = '', points]) => ({ rule, points: Number(points) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ rule }) => rule);
  return { ...scored(/true/i.test(verdict), score, limit), rules };
}

const microsoftCategories: Readonly<Record<string, string>> = {
  BULK: 'bulk mail',
  DIMP: 'somebody else’s domain imitated',
  GIMP: 'a known sender imitated',
  UIMP: 'a user imitated',
  HSPM: 'spam, with high confidence',
  HPHISH: 'phishing, with high confidence',
  HPHSH: 'phishing, with high confidence',
  MALW: 'malware',
  PHSH: 'phishing',
  SPM: 'spam',
  SPOOF: 'a sender that did not prove itself',
  OSPM: 'spam on the way out',
};

/** "CIP:…;SCL:5;SFV:SPM;CAT:SPM;DIR:INB"; what was written on the way out of Microsoft is the sender's own filter. */
function microsoft(value: string): Reading | undefined {
  const fields = new Map(value.split(/\s*;\s*/).map((part) => [part.split(':')[0] ?? '', part.split(':')[1] ?? '']));
  if (fields.get('DIR') === 'OUT' || !fields.has('SCL')) return undefined;
  const scl = Number(fields.get('SCL'));
  const category = fields.get('CAT') ?? 'NONE';
  const known = microsoftCategories[category];
  const isSpam = scl >= 5 || known !== undefined || ['SPM', 'SKB', 'BLK', 'SKS'].includes(fields.get('SFV') ?? '');
  return { isSpam, because: `spam confidence level ${scl} of 9${known === undefined ? '' : `: ${known}`}` };
}

const flag = (value: string): Reading | undefined =>
  /^(yes|no)\b/i.test(value) ? { isSpam: /^yes/i.test(value), because: '' } : undefined;

const filters: readonly Filter[] = [
  { filter: 'SpamAssassin', field: 'X-Spam-Status', read: spamAssassin },
  { filter: 'Rspamd', field: 'X-Spamd-Result', read: rspamd },
  {
    filter: 'Rspamd',
    field: 'X-Rspamd-Action',
    read: (value) => ({ isSpam: /^(add header|rewrite subject|reject)/i.test(value), because: `its action: ${value}` }),
  },
  { filter: 'Microsoft', field: 'X-Forefront-Antispam-Report', read: microsoft },
  {
    filter: 'Microsoft',
    field: 'X-Microsoft-Antispam-Mailbox-Delivery',
    read: (value) => {
      const folder = /\bdest:([A-Z])/.exec(value)?.[1];
      return folder === undefined ? undefined : { isSpam: folder === 'J', because: `put into folder ${folder}` };
    },
  },
  {
    filter: 'Apple',
    field: 'X-Apple-MoveToFolder',
    read: (value) => ({ isSpam: /junk/i.test(value), because: `put into ${value}` }),
  },
  { filter: 'Mailgun', field: 'X-Mailgun-Sflag', read: flag },
  { filter: 'Barracuda', field: 'X-Barracuda-Spam-Status', read: spamAssassin },
  { filter: 'A spam filter', field: 'X-Spam-Flag', read: flag },
];

/** A source → what each filter said; where it wrote twice, the topmost word. */
export function spamVerdicts(source: MessageSource): readonly SpamVerdict[] {
  return filters.flatMap(({ filter, field, read }) => {
    const value = valuesOf(source, field.toLowerCase())[0];
    const reading = value === undefined ? undefined : read(value);
    if (reading === undefined) return [];
    return [{ filter, field, ...reading, rules: (reading.rules ?? []).slice(0, mostRules) }];
  });
}
