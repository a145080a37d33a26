/**
 * A silent port, and the question whose silence it is: the same port is asked at other providers that offer it. Silent
 * there too, it is the network's doing; answered there, it is this server's.
 */
import type { EndpointReport } from '@/lib/probe/report';
import type { Directory } from '@/lib/providers/directory';
import type { Endpoint } from '@/lib/smtp/endpoint';
import type { Finding } from './finding';
import { rfc } from './rule-table';
import { connected } from './run-facts';

const mostAsked = 3;

/** A port and the host that is silent on it → where else to ask: one host of each other provider that offers the port. */
export function controlEndpoints(port: number, host: string, directory: Directory): readonly Endpoint[] {
  return directory
    .filter(({ kind, hosts }) => kind !== 'catcher' && hosts.every((entry) => entry.host !== host))
    .filter(({ hosts: [first] }) => first.host !== '')
    .flatMap(({ hosts: [first] }) =>
      first.ports.filter((own) => own.port === port).map(({ security }) => ({ host: first.host, port, security })),
    )
    .slice(0, mostAsked);
}

/** Nothing came back on connecting: neither an answer nor a refusal. */
function wasSilent({ outcome }: EndpointReport): boolean {
  return outcome?.status === 'failed' && outcome.failure.kind === 'timed-out' && outcome.failure.stage === 'connect';
}

function names(reports: readonly EndpointReport[]): string {
  return reports.map(({ endpoint }) => endpoint.host).join(', ');
}

type Verdict = 'network' | 'server' | 'unclear';

function verdictOf(reports: readonly EndpointReport[]): Verdict {
  if (reports.some(connected)) return 'server';
  return reports.length > 0 && reports.every(wasSilent) ? 'network' : 'unclear';
}

const words: Readonly<
  Record<Verdict, (port: number, host: string) => Pick<Finding, 'severity' | 'title' | 'why' | 'doThis'>>
> = {
  network: (port) => ({
    severity: 'blocker',
    title: `This network closes port ${port}`,
    why: 'Other providers that offer this port gave no answer on it either, so it is not one server that is silent: something between here and all of them drops the connections.',
    doThis: [
      'Use another port that works from here; 2525 is the usual way round.',
      `Ask whoever runs this network, your web host or internet provider, to open outgoing port ${port}.`,
    ],
  }),
  server: (port, host) => ({
    severity: 'note',
    title: `Port ${port} is open from here`,
    why: `Another provider answers on it, so this network lets it through. It is ${host} that gives no answer, or something close to it.`,
    doThis: [`Check at your provider that ${host} offers port ${port}.`, 'Use another port of this server that works.'],
  }),
  unclear: (port) => ({
    severity: 'note',
    title: `Whether this network closes port ${port} could not be told`,
    why: 'The other providers could not be asked, or failed in another way than by silence.',
    doThis: ['Check that this computer is online, then ask again.'],
  }),
};

/** What the other providers did on the port → whose silence it was. `host` is the one that was silent first. */
export function controlFinding(port: number, host: string, reports: readonly EndpointReport[]): Finding {
  const verdict = verdictOf(reports);
  const answered = reports.filter(connected);
  return {
    ruleId: `control-${verdict}`,
    ...words[verdict](port, host),
    evidence: [
      `Asked on port ${port}: ${names(reports) || 'nobody'}`,
      `Connected: ${names(answered) || 'none'}`,
      `Silent: ${names(reports.filter(wasSilent)) || 'none'}`,
    ],
    source: rfc(9293),
  };
}
