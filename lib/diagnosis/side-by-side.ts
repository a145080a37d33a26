/**
 * The same ports tried from two machines: here, and from the web server whose mail it is about. Where they differ, the
 * difference is the diagnosis, since server and login are the same and only the way there is not.
 */
import type { HostNote } from '@/lib/hosts/host-note';
import { notesFitting } from '@/lib/hosts/fitting';
import type { EndpointReport, ProbeReport } from '@/lib/probe/report';
import type { Provider } from '@/lib/providers/provider';
import type { Failure } from '@/lib/smtp/outcome';
import type { Finding } from './finding';
import { recommend, usableFor, type Recommendation } from './recommend';
import { rfc } from './rule-table';
import { connected } from './run-facts';

/** How a port compares; `unknown` where one of the two did not try it to the end. */
export type Comparison = 'works-from-both' | 'works-from-neither' | 'works-here-only' | 'works-there-only' | 'unknown';

export type ComparedRow = {
  readonly id: string;
  readonly here: EndpointReport | undefined;
  readonly there: EndpointReport;
  readonly comparison: Comparison;
};

export type TwoVantages = {
  readonly here: ProbeReport;
  /** From the web server, as its check brought it back. */
  readonly there: ProbeReport;
  readonly provider?: Provider | undefined;
  readonly credentials: boolean;
  /** The note of the host the person is on, if they said so, else every note there is. */
  readonly hostNotes?: readonly HostNote[] | undefined;
};

export type SideBySide = {
  readonly rows: readonly ComparedRow[];
  /** What the differences mean, worst first; at least one. */
  readonly findings: readonly Finding[];
  /** Made for the web server, and its reason says so. */
  readonly recommendation: Recommendation;
};

function isSettled(report: EndpointReport | undefined): report is EndpointReport {
  return report?.outcome !== undefined && report.outcome.status !== 'not-tested';
}

function compare(here: EndpointReport | undefined, there: EndpointReport, credentials: boolean): Comparison {
  if (!isSettled(here) || !isSettled(there)) return 'unknown';
  const isHere = usableFor(here, credentials);
  if (usableFor(there, credentials)) return isHere ? 'works-from-both' : 'works-there-only';
  return isHere ? 'works-here-only' : 'works-from-neither';
}

/** Two vantages → their rows, in the order of the web server's. */
function comparedRows({ here, there, credentials }: TwoVantages): ComparedRow[] {
  return there.endpoints.map((one) => {
    const own = here.endpoints.find(({ id }) => id === one.id);
    return { id: one.id, here: own, there: one, comparison: compare(own, one, credentials) };
  });
}

const portsOf = (rows: readonly ComparedRow[]) => [...new Set(rows.map(({ there }) => there.endpoint.port))].join(', ');

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
  readonly tell: (ports: string) => Told;
};

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
    tell: (ports) => ({
      title: `Your web server's network closes ${ports}`,
      why: `The same mail server takes connections on ${ports} from here. From the web server none get through, so it is something at the host that stops them.`,
      doThis: [
        `Use a port that works from the web server, if there is one.`,
        `Ask your host to open outgoing ${ports}.`,
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
    tell: (ports) => ({
      title: `Another server answers your web server on ${ports}`,
      why: 'It was shown another certificate than the one seen from here. Some hosts lead outgoing mail to a server of their own.',
      doThis: [
        'Use a port that works from the web server, if there is one.',
        'Ask your host whether outgoing SMTP is redirected, and to switch that off for your account.',
      ],
    }),
  },
  {
    ruleId: 'web-server-treated-otherwise',
    isShownBy: () => true,
    tell: (ports) => ({
      title: `The mail server treats your web server otherwise on ${ports}`,
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
  return { steps: fitting.map(({ name, unblock }) => `${name}: ${unblock}`), source: first.source };
}

function differenceFindings(rows: readonly ComparedRow[], { hostNotes = [] }: TwoVantages, works: boolean): Finding[] {
  const left = new Set(rows.filter(({ comparison }) => comparison === 'works-here-only'));
  return differences.flatMap(({ ruleId, isShownBy, tell }): Finding[] => {
    const own = [...left].filter(isShownBy);
    if (own.length === 0) return [];
    for (const row of own) left.delete(row);
    const told = tell(portsOf(own));
    const known = ruleId === 'web-server-port-closed' ? hostSteps(rows, hostNotes) : { steps: [] };
    return [
      {
        ruleId,
        severity: works ? 'warning' : 'blocker',
        ...told,
        doThis: [...told.doThis, ...known.steps],
        evidence: own.map(({ id }) => `${id}: works from here, not from the web server`),
        source: known.source ?? rfc(9293),
      },
    ];
  });
}

/** What is there to say when nothing works here alone. */
function agreement(rows: readonly ComparedRow[]): Finding {
  const onlyThere = rows.filter(({ comparison }) => comparison === 'works-there-only');
  const evidence = rows.map(({ id, comparison }) => `${id}: ${comparison.replaceAll('-', ' ')}`);
  const note = { severity: 'note', evidence, source: rfc(6409) } as const;
  if (onlyThere.length > 0)
    return {
      ...note,
      ruleId: 'works-from-web-server',
      title: `${portsOf(onlyThere)} works from your web server`,
      why: 'It does not work from here, but the mail of your site leaves from the web server, and that is what counts.',
      doThis: [
        'Use these settings on the web server.',
        'A program that sends from elsewhere needs a port that works from there.',
      ],
    };
  if (rows.every(({ comparison }) => comparison === 'unknown'))
    return {
      ...note,
      ruleId: 'nothing-to-compare',
      title: 'There is nothing to compare with yet',
      why: 'These ports were not tried to the end from here, so only the web server’s side is known.',
      doThis: ['Test again from here, and read both beside each other.'],
    };
  if (rows.every(({ comparison }) => comparison === 'works-from-neither'))
    return {
      ...note,
      ruleId: 'works-from-neither',
      title: 'Your web server sees the same: no port works',
      why: 'The same fails from both, so it is not your host that stands in the way. It is more likely the server name, its ports, or the mail server itself.',
      doThis: ['Mend what is said above about the test from here.', 'Then run both tests again.'],
    };
  return {
    ...note,
    ruleId: 'same-from-both',
    title: 'Your web server sees the same as is seen from here',
    why: 'No port works from one and not from the other, so the network of your host changes nothing.',
    doThis: ['Go on with the port that is recommended.'],
  };
}

/** Two vantages → row by row, what the difference means, and the port for the web server. */
export function sideBySide(vantages: TwoVantages): SideBySide {
  const { there, provider, credentials } = vantages;
  const rows = comparedRows(vantages);
  const advice = recommend(there.endpoints, { provider, credentials });
  const findings = differenceFindings(rows, vantages, advice.status === 'recommended');
  return {
    rows,
    findings: findings.length > 0 ? findings : [agreement(rows)],
    // `recommend` speaks of where it was tried as here.
    recommendation: { ...advice, reason: `Tried from your web server. ${advice.reason.replaceAll(' here', ' there')}` },
  };
}
