/** How the message was seen to arrive, and what its source showed, in the words of every form of a report. */
import { duration } from '@/lib/probe/duration';
import { arrivalWords } from '@/lib/wizard/proof';
import type { Fact } from './fact';
import type { Report, ReportedSource } from './report';

type Message = NonNullable<Report['message']>;

const fates: Readonly<Record<Message['status'], string>> = {
  accepted: 'Accepted by the mail server. That is not yet proof that it arrived.',
  failed: 'Not accepted',
  'outcome-unknown': 'Nobody can say whether it was taken',
  'not-tested': 'Not sent',
};

const fatesOfArrived: Readonly<Partial<Record<Message['status'], string>>> = {
  accepted: 'Accepted by the mail server',
  'outcome-unknown': 'The mail server’s answer was lost, and the message arrived all the same',
};

/** What came of the message, and how that was seen. */
export function fateFacts({ status, arrival }: Message): readonly Fact[] {
  if (arrival === undefined) return [{ label: 'Result', value: fates[status] }];
  const words = arrivalWords(arrival);
  return [
    { label: 'Result', value: fatesOfArrived[status] ?? fates[status] },
    { label: 'Arrival', value: `${words.charAt(0).toUpperCase()}${words.slice(1)}` },
  ];
}

const trustWords: Readonly<Record<ReportedSource['trust'], string>> = {
  trusted: 'Trusted: the receiving server found the sender to be who it says',
  'not-trusted': 'Not trusted: the receiving server could not prove the sender',
  'not-checked': 'Not known: the source does not say',
};

/** Whether the mail is trusted, by whom that was checked, and each verdict. */
export function sourceFacts({ trust, writer, verdicts }: ReportedSource): readonly Fact[] {
  return [
    { label: 'Trust', value: trustWords[trust] },
    ...(writer === undefined ? [] : [{ label: 'Checked by', value: writer }]),
    ...verdicts.map(({ method, result, domain }) => {
      return { label: method.toUpperCase(), value: domain === undefined ? result : `${result}, for ${domain}` };
    }),
  ];
}

/** The servers in the order of travel, each with the wait before it. */
export function wayLines({ hops }: ReportedSource): readonly string[] {
  return hops.map(({ server, delayMs }) => {
    const name = server ?? 'a server without a public name';
    if (delayMs === undefined) return name;
    return delayMs < 0 ? `${name}, ${duration(delayMs)} earlier by its clock` : `${name}, ${duration(delayMs)} later`;
  });
}
