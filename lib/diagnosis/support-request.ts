/** What to send to the web host's support, ready to paste: what was seen, from both sides, and what is asked for. */
import type { EndpointReport } from '@/lib/probe/report';
import { connected } from './run-facts';
import { worthOpening, type ComparedRow } from './compared-row';

const withoutAnswer: Readonly<Record<string, string>> = {
  'timed-out': 'no answer at all',
  refused: 'refused at once',
  unreachable: 'no way there',
  'closed-by-peer': 'cut off',
};

/** How a connection failed; undefined when it was made. */
function notConnected({ outcome }: EndpointReport): string | undefined {
  if (outcome?.status !== 'failed' || outcome.failure.stage !== 'connect') return undefined;
  return withoutAnswer[outcome.failure.kind] ?? 'no connection';
}

/** Rows of two vantages, and when the web server was asked → the text, or undefined when it has nothing to ask for. */
export function supportRequest(rows: readonly ComparedRow[], at: Date): string | undefined {
  const closed = rows.flatMap(({ here, there }) => {
    const how = notConnected(there);
    return how === undefined || here === undefined || !connected(here) ? [] : [{ ...there.endpoint, how }];
  });
  if (closed.length === 0) return undefined;
  const open = rows.filter(({ there }) => connected(there)).map(({ there }) => there.endpoint);
  return [
    'Hello,',
    '',
    'my site sends its mail through an outside mail server. From your server these connections fail:',
    '',
    ...closed.map(({ host, port, how }) => `- ${host}, TCP port ${port}: ${how}`),
    '',
    'From another network the same connections are made.',
    ...(open.length > 0
      ? [`From your server these work: ${open.map(({ host, port }) => `${host} port ${port}`).join(', ')}.`]
      : []),
    `Tried on your server on ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    '',
    `Could you open outgoing TCP ${worthOpening(closed.map(({ port }) => port)).join(', ')} for my account, or tell me which port for sending mail is open?`,
    '',
    'Thank you',
    '',
  ].join('\n');
}
