import type { Finding } from '../finding';

const unkind = /\b(please|oops|sorry|invalid|forbidden|illegal|bad|failure|error)\b/i;
/** Somebody else can do these; the first step is one that the reader can do here and now. */
const somebodyElse = /^(ask|contact|tell|call|show|have)\b/i;

/** A finding → what is wrong with its sentences; nothing when they are as the house wants them. */
export function lintFinding(finding: Pick<Finding, 'ruleId' | 'title' | 'why' | 'doThis' | 'source'>): string[] {
  const { ruleId, title, why, doThis, source } = finding;
  const [first = ''] = doThis;
  const ours = [title, why, ...doThis];
  return [
    ...(title.length > 70 ? [`title of ${title.length} characters: ${title}`] : []),
    ...(/[.!?]$/.test(title) ? [`title ends like a sentence: ${title}`] : []),
    ...ours.filter((line) => unkind.test(line)).map((line) => `unkind word: ${line}`),
    ...ours
      .filter((line) => line.trim() !== line || /\s{2}|undefined|\bNaN\b|—/.test(line))
      .map((line) => `sloppy: ${line}`),
    ...[why, ...doThis].filter((line) => !/[.)]$/.test(line)).map((line) => `no full stop: ${line}`),
    ...(first === '' ? ['no first step'] : []),
    ...(somebodyElse.test(first) ? [`the first step is for somebody else: ${first}`] : []),
    ...(URL.canParse(source) && source.startsWith('https://') ? [] : [`no source: ${source}`]),
  ].map((complaint) => `${ruleId}: ${complaint}`);
}
