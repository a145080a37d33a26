/**
 * The same ports tried from two machines: here, and from the web server whose mail it is about. Where they differ, the
 * difference is the diagnosis, since server and login are the same and only the way there is not.
 */
import type { HostNote } from '@/lib/hosts/host-note';
import type { ProbeReport } from '@/lib/probe/report';
import type { Provider } from '@/lib/providers/provider';
import { compare, portsOf, type ComparedRow } from './compared-row';
import type { Finding } from './finding';
import { recommend, type Recommendation } from './recommend';
import { rfc } from './rule-table';
import { differenceFindings } from './vantage-differences';

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

/** Two vantages → their rows, in the order of the web server's. */
function comparedRows({ here, there, credentials }: TwoVantages): ComparedRow[] {
  return there.endpoints.map((one) => {
    const own = here.endpoints.find(({ id }) => id === one.id);
    return { id: one.id, here: own, there: one, comparison: compare(own, one, credentials) };
  });
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What is there to say when nothing works here alone. */
function agreement(rows: readonly ComparedRow[]): Finding {
  const onlyThere = rows.filter(({ comparison }) => comparison === 'works-there-only');
  const evidence = rows.map(({ id, comparison }) => `${id}: ${comparison.replaceAll('-', ' ')}`);
  const note = { severity: 'note', evidence, source: rfc(6409) } as const;
  if (onlyThere.length > 0) {
    const { numbers, named } = portsOf(onlyThere);
    return {
      ...note,
      ruleId: 'works-from-web-server',
      title: `${capital(named)} ${numbers.length === 1 ? 'works' : 'work'} from your web server, not from here`,
      why: 'The mail of your site leaves from the web server, and that is what counts.',
      doThis: [
        'Use these settings on the web server.',
        ...(rows.some(({ comparison }) => comparison === 'works-from-both')
          ? ['To send from here as well, choose a port that works from both.']
          : []),
      ],
    };
  }
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
    title: 'Your web server sees the same as was seen from here',
    why: 'No port works from one and not from the other, so the network of your host changes nothing.',
    doThis: ['Go on with the port that is recommended.'],
  };
}

/** Two vantages → row by row, what the difference means, and the port for the web server. */
export function sideBySide(vantages: TwoVantages): SideBySide {
  const { there, provider, credentials } = vantages;
  const rows = comparedRows(vantages);
  const advice = recommend(there.endpoints, { provider, credentials });
  const open = advice.status === 'recommended' ? advice.report.endpoint.port : undefined;
  const findings = differenceFindings(rows, vantages.hostNotes ?? [], open);
  return {
    rows,
    findings: findings.length > 0 ? findings : [agreement(rows)],
    // `recommend` speaks of where it was tried as here.
    recommendation: { ...advice, reason: `Tried from your web server. ${advice.reason.replaceAll(' here', ' there')}` },
  };
}
