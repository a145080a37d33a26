/** How long a server itself asks to wait, read from the words of its refusal. No RFC gives that time a field of its own. */
import type { Reply } from '@/lib/smtp/reply';

/** Nobody is held for longer than a day on a server's word, however it was meant. */
const longestSeconds = 86_400;
/** Where in a reply its meaning stands; the rest is links and identifiers. */
const readLength = 1_000;

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
};
const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

const amount = String.raw`\d{1,5}|${Object.keys(numbers).join('|')}`;
const unit = String.raw`s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?`;
const part = String.raw`(?:${amount}) ?(?:${unit})\b`;
const span = String.raw`(${part}(?:,? (?:and )?${part})?|\d{1,2}:\d{2}:\d{2})`;

/** The phrases that give a time to wait. A time alone does not: "your password expires in 5 days". */
const phrases: readonly RegExp[] = [
  String.raw`\b(?:try|tried|retry|retries|retried|come back|login|log in|sent|send|resend|connect|reconnect)(?: your| the| this)?(?: message| mail| email| login)?(?: once)?(?: more)?(?: again| later| back)?,? (?:in|after)(?: about| at least| another)? ${span}`,
  String.raw`\bwait(?: for)?(?: about| at least| another)? ${span}`,
  String.raw`\b(?:greylist|graylist|lock|block|ban|suspend|throttl|delay|defer|disabl)(?:l?ed|ned|ing)?(?: out)?(?: temporarily)?(?: for)(?: about| at least| another)? ${span}`,
].map((pattern) => new RegExp(pattern, 'i'));

/** "Retry-After: 120" and "retry after 120", which HTTP taught to count seconds (RFC 9110 §10.2.3). */
const bareSeconds = /\bretry[- ]after[:= ]{1,2}(\d{1,5})(?![\d:]|\s*[a-z])/i;

function secondsOf(text: string): number {
  const clock = /^(\d+):(\d+):(\d+)$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const parts = text.toLowerCase().matchAll(new RegExp(`(${amount}) ?(s|m|h)`, 'gi'));
  return [...parts].reduce((sum, [, count = '', letter = '']) => {
    const times = numbers[count] ?? Number(count);
    return sum + times * (unitSeconds[letter] ?? 0);
  }, 0);
}

/** A refusal → the seconds it asks to wait, from 1 to a day; undefined when it names none, or one that cannot be meant. */
export function namedWait({ text }: Reply): number | undefined {
  const words = text
    .map((line) => line.replace(/^[245]\.\d{1,3}\.\d{1,3}\s/, ''))
    .join(' ')
    .slice(0, readLength)
    .replace(/\s+/g, ' ');
  const said = phrases.map((phrase) => phrase.exec(words)?.[1]).find((found) => found !== undefined);
  const seconds = said === undefined ? Number(bareSeconds.exec(words)?.[1] ?? 0) : secondsOf(said);
  return seconds >= 1 && seconds <= longestSeconds ? seconds : undefined;
}
