/** What works from here and not from the web server: a table of causes, each shown by its rows. */
import { notesFitting } from '@/lib/hosts/fitting';
import type { HostNote } from '@/lib/hosts/host-note';
import type { Failure } from '@/lib/smtp/outcome';
import { inWords, portsOf, worthOpening, type ComparedRow, type Ports } from './compared-row';
import type { Finding } from './finding';
import { rfc } from './rule-table';
import { connected } from './run-facts';

function failureThere({ there }: ComparedRow): Failure | undefined {
  return there.outcome?.status === 'failed' ? there.outcome.failure : undefined;
}

function shownThere(row: ComparedRow): string | undefined {
  const failure = failureThere(row);
  return failure?.kind === 'certificate-rejected' ? failure.certificate.fingerprint256 : undefined;
}

function shownHere({ here }: ComparedRow): string | undefined {
  return here?.outcome?.status === 'usable' ? here.outcome.tls?.certificate.fingerprint256 : undefined;
}

type Told = Pick<Finding, 'title' | 'why' | 'doThis'>;
type Difference = {
  readonly ruleId: string;
  /** Which rows show it. A row shows the first that it fits. */
  readonly isShownBy: (row: ComparedRow) => boolean;
  /** Those ports, and one that works from the web server, if there is one → the words. */
  readonly tell: (ports: Ports, open: number | undefined) => Told;
};

const wayRound = (open: number | undefined) =>
  open === undefined
    ? 'Try another port of your provider, if it has one: add it to the server and test again from both.'
    : `Use port ${open}, which works from the web server.`;

const differences: readonly Difference[] = [
  {
    ruleId: 'web-server-cannot-look-up',
    isShownBy: (row) => failureThere(row)?.stage === 'resolve',
    tell: () => ({
      title: 'Your web server cannot look the mail server up',
      why: 'The name is found from here, but not from the web server, so its name server is at fault and no port matters yet.',
      doThis: [
        'Run the check once more: a look-up can fail for a moment.',
        'Tell your host that DNS does not work for this name.',
      ],
    }),
  },
  {
    ruleId: 'web-server-port-closed',
    isShownBy: (row) => failureThere(row)?.stage === 'connect' && row.here !== undefined && connected(row.here),
    tell: ({ numbers, named }, open) => ({
      title: `Your web host closes ${named}${open === undefined ? '' : `; ${open} works from there`}`,
      why: `The mail server takes connections on ${named} from here. From the web server none get through, so it is something at the host that stops them.`,
      doThis: [
        wayRound(open),
        `Ask your host to open outgoing ${inWords(worthOpening(numbers)).named}: a letter to its support stands ready.`,
      ],
    }),
  },
  {
    ruleId: 'web-server-lacks-authority',
    isShownBy: (row) => shownThere(row) !== undefined && shownThere(row) === shownHere(row),
    tell: () => ({
      title: 'Your web server does not trust this certificate',
      why: 'Both were shown the same certificate. It is accepted here, but the web server does not accept it: its list of authorities is old, or its clock is wrong.',
      doThis: [
        'Leave the check of certificates switched on in your mail program.',
        "Ask your host to update the server's certificate authorities and to set its clock.",
      ],
    }),
  },
  {
    ruleId: 'web-server-redirected',
    isShownBy: (row) => shownThere(row) !== undefined,
    tell: ({ named }, open) => ({
      title: `Another server answers your web server on ${named}`,
      why: 'It was shown another certificate than the one seen from here. Some hosts lead outgoing mail to a server of their own.',
      doThis: [
        wayRound(open),
        'Ask your host whether outgoing SMTP is redirected, and to switch that off for your account.',
      ],
    }),
  },
  {
    ruleId: 'web-server-treated-otherwise',
    isShownBy: () => true,
    tell: ({ named }) => ({
      title: `The mail server treats your web server otherwise on ${named}`,
      why: 'A connection is made from both, but the conversation goes well from here only: something on the way, or the mail server itself, does not like where it comes from.',
      doThis: [
        'Open the row to see what was said.',
        'Ask your provider whether the address of the web server is blocked.',
      ],
    }),
  },
];

/** What is known of hosts that close just these ports, with their way to have them opened. */
function hostSteps(rows: readonly ComparedRow[], notes: readonly HostNote[]): { steps: string[]; source?: string } {
  const silent = rows.filter((row) => failureThere(row)?.kind === 'timed-out').map(({ there }) => there.endpoint.port);
  const open = rows.filter(({ there }) => connected(there)).map(({ there }) => there.endpoint.port);
  const fitting = notesFitting(notes, { silent, open }).slice(0, 6);
  const [first] = fitting;
  if (first === undefined) return { steps: [] };
  return { steps: fitting.map(({ name, unblock }) => `At ${name}: ${unblock}`), source: first.source };
}

/**
 * Rows, what is known of hosts, and a port that works from the web server, if there is one → what the differences mean,
 * worst first; nothing when all that works here works there.
 */
export function differenceFindings(
  rows: readonly ComparedRow[],
  hostNotes: readonly HostNote[],
  open: number | undefined,
): Finding[] {
  const left = new Set(rows.filter(({ comparison }) => comparison === 'works-here-only'));
  return differences.flatMap(({ ruleId, isShownBy, tell }): Finding[] => {
    const own = [...left].filter(isShownBy);
    if (own.length === 0) return [];
    for (const row of own) left.delete(row);
    const told = tell(portsOf(own), open);
    const known = ruleId === 'web-server-port-closed' ? hostSteps(rows, hostNotes) : { steps: [] };
    return [
      {
        ruleId,
        severity: open === undefined ? 'blocker' : 'warning',
        ...told,
        doThis: [...told.doThis, ...known.steps],
        evidence: own.map(({ id }) => `${id}: works from here, not from the web server`),
        source: known.source ?? rfc(9293),
      },
    ];
  });
}
