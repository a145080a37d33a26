/** TCP: who accepts a connection, who refuses, and who says nothing (RFC 9293). */
import { isIpLiteral } from '../address-literal';
import type { Evidence, Rule, Vantage } from '../finding';
import { always, otherwise, rfc, ruleFor, ruleOf } from '../rule-table';
import { attemptsHere, closedPort, silenceOf, type ClosedPort, type Silence } from '../run-facts';
import { seconds, shown } from '../shown';

const connectPage = 'https://man7.org/linux/man-pages/man2/connect.2.html';
const useAnother = 'Use another port that works; the list shows which.';

const whoToAsk: Readonly<Record<Vantage, string>> = {
  local: 'Ask your web host or internet provider whether it blocks outgoing mail ports.',
  hosted: 'Test from your own computer too: Outport’s server may be blocked where you are not.',
  'web-server': 'Ask your web host whether it blocks outgoing mail ports.',
};

/** Who to ask about a blocked port, which depends on where the test ran. */
function askNetwork({ vantage = 'local' }: Evidence): string {
  return whoToAsk[vantage];
}

/** The machine that the test ran on, as a sentence begins with it. */
function machine({ vantage }: Evidence): string {
  return vantage === 'hosted' ? 'Outport’s server' : 'This computer';
}

const silent = (kind: Silence) => (failure: { stage: string }, evidence: Evidence) =>
  failure.stage === 'connect' && silenceOf(evidence) === kind;
const closed = (kind: ClosedPort) => (_failure: unknown, evidence: Evidence) => closedPort(evidence) === kind;

/** No way to an IPv6 address from here, and no other kind of address to try. */
function lacksIpv6(evidence: Evidence): boolean {
  const tried = attemptsHere(evidence);
  return tried.length > 0 ? tried.every(({ family }) => family === 6) : evidence.host.includes(':');
}

export const connectRules: readonly Rule[] = [
  ruleFor('port-25-silent', 'timed-out', silent('port-25'), {
    severity: 'note',
    title: 'Port 25 gave no answer, and that is normal',
    why: 'Most web hosts and internet providers close it against spam. It is meant for mail between servers; your site does not need it.',
    doThis: ['Nothing needs doing: use 465 or 587.'],
    source: rfc(5068),
  }),
  ruleOf(
    'specific',
    'port-not-offered',
    ['timed-out', 'refused'],
    ({ kind, stage }, evidence) =>
      stage === 'connect' &&
      (kind === 'refused' ? closedPort(evidence) === 'not-offered' : silenceOf(evidence) === 'not-offered'),
    (_failure, { port, provider, variant }) => ({
      severity: 'note',
      title: `${provider?.shortName ?? 'The provider'} does not offer port ${port}`,
      why: 'No answer is what to expect here. It does not mean that anything is blocked.',
      doThis: [`Use one of its own ports: ${variant?.ports.map((offered) => offered.port).join(', ') ?? ''}.`],
      source: provider?.docsUrl ?? rfc(6409, '3.1'),
    }),
  ),
  ruleFor('network-silent', 'timed-out', silent('all-silent'), ({ afterMs }, evidence) => ({
    title: `No port answers from ${evidence.vantage === 'hosted' ? 'Outport’s server' : 'here'}`,
    why: `${evidence.provider === undefined ? 'Either the host is wrong, or something' : 'The host is the right one, so usually something'} on the way drops every mail port: a web host, an internet provider or a firewall. All of them stayed silent for ${seconds(afterMs)}.`,
    doThis: [
      ...(evidence.provider === undefined
        ? [`Compare the host ${shown(evidence.host)} with your provider’s own page.`]
        : evidence.vantage === 'hosted'
          ? []
          : ['Test again from another network, such as a phone’s, to see the difference.']),
      askNetwork(evidence),
      'If mail ports stay closed, send through your provider’s web interface (HTTPS API) instead.',
    ],
    source: rfc(5068),
  })),
  ruleFor('port-blocked', 'timed-out', silent('others-answer'), ({ afterMs }, evidence) => ({
    title: `Port ${evidence.port} is silent while others answer`,
    why:
      evidence.variant === undefined
        ? `Nothing came within ${seconds(afterMs)}. Either the server does not offer this port, or something on the way drops it.`
        : `${evidence.provider?.shortName ?? 'The provider'} offers this port, and its other ports answer. Usually the web host, internet provider or a firewall drops this one.`,
    doThis: [useAnother, askNetwork(evidence)],
    source: rfc(5068),
  })),
  otherwise('silence', 'timed-out', always, ({ afterMs, stage }, evidence) =>
    stage === 'connect'
      ? {
          title: `Port ${evidence.port} gave no answer`,
          why: `Nothing came back from ${shown(evidence.host)} within ${seconds(afterMs)}. Usually something on the way drops the connection, or the server does not offer this port.`,
          doThis: [useAnother, askNetwork(evidence)],
          source: rfc(9293, '3.5'),
        }
      : {
          title: 'The server stopped answering',
          why: `It accepted the connection and then said nothing for ${seconds(afterMs)} at the stage “${stage}”.`,
          doThis: ['Test again in a minute.', useAnother],
          source: rfc(5321, '4.5.3.2'),
        },
  ),
  ruleFor('nothing-runs-here', 'refused', closed('this-computer'), (_failure, { port }) => ({
    title: `No mail server runs on this computer at port ${port}`,
    why: 'The host names this computer itself, and nothing listens there.',
    doThis: ['Enter your provider’s host instead, or start the mail server first.'],
    source: rfc(9293, '3.5.2'),
  })),
  ruleFor('sinkholed', 'refused', closed('sinkholed'), (_failure, { host }) => ({
    title: `${shown(host)} is led back to this computer`,
    why: 'Its name gives an address that means “this computer”. A filter against advertising or malware does that, or a forgotten line in the hosts file.',
    doThis: [
      'Look for the host in the hosts file of this computer and take the line out.',
      'Allow the name in the DNS filter of this network, or use another DNS server.',
    ],
    source: rfc(1122, '3.2.1.3'),
  })),
  ruleFor('local-firewall', 'refused', closed('local-firewall'), (_failure, { port }) => ({
    title: `A firewall here refuses port ${port}`,
    why: 'The refusal came sooner than anything can come from that server. It was made on this computer or next to it.',
    doThis: [useAnother, 'Look at the firewall of this computer or hosting account for rules on outgoing mail.'],
    source: rfc(9293, '3.5.2'),
  })),
  ruleFor('all-ports-closed', 'refused', closed('all-closed'), (_failure, evidence) => ({
    title: 'Every port is closed',
    why: `${shown(evidence.host)} refused all of them. Usually that machine is no mail server; a firewall that refuses mail looks the same.`,
    doThis: ['Compare the host with your provider’s own page.', askNetwork(evidence)],
    source: rfc(9293, '3.5.2'),
  })),
  otherwise('port-refused', 'refused', always, (_failure, evidence) => ({
    title: `Port ${evidence.port} is closed`,
    why: `The connection to ${shown(evidence.host)} was refused at once. Usually nothing listens on this port; a firewall that says no looks the same.`,
    doThis: ['Check the port number at your provider.', useAnother, askNetwork(evidence)],
    source: rfc(9293, '3.5.2'),
  })),
  ruleFor(
    'system-forbids',
    'unreachable',
    ({ cause }) => cause === 'denied-by-system',
    (_failure, evidence) => ({
      title: `${machine(evidence)} does not allow connections to port ${evidence.port}`,
      why: 'The operating system itself said no, before anything was sent: a local firewall, or a rule of the hosting platform.',
      doThis: [
        evidence.vantage === 'hosted'
          ? askNetwork(evidence)
          : 'Look at the firewall of this computer or the rules of the hosting platform.',
        'On shared hosting no port may help: send through your provider’s HTTPS API.',
      ],
      source: connectPage,
    }),
  ),
  ruleFor(
    'no-ipv6-here',
    'unreachable',
    ({ cause, local }, evidence) => cause === 'no-route' && local && lacksIpv6(evidence),
    (_failure, evidence) => ({
      title: `${machine(evidence)} has no IPv6`,
      why: `${isIpLiteral(evidence.host) ? 'That' : 'The server’s'} address is an IPv6 one, and there is no way to such addresses from here.`,
      doThis: [
        isIpLiteral(evidence.host)
          ? 'Enter the server’s name instead of its address.'
          : 'Test from a network that has IPv6.',
      ],
      source: rfc(8305),
    }),
  ),
  ruleFor(
    'no-network',
    'unreachable',
    ({ cause, local }, evidence) => cause === 'no-route' && local && !lacksIpv6(evidence),
    (_failure, evidence) => ({
      title: `${machine(evidence)} knows no way to ${shown(evidence.host)}`,
      why: 'It gave up before anything was sent. Usually it is offline, or a VPN that carries this traffic is down.',
      doThis: [
        evidence.vantage === 'hosted' ? askNetwork(evidence) : 'Check that this computer is online.',
        'Test again.',
      ],
      source: connectPage,
    }),
  ),
  ruleFor(
    'network-prohibits',
    'unreachable',
    ({ cause }) => cause === 'prohibited',
    (_failure, evidence) => ({
      title: `A firewall on the way does not allow port ${evidence.port}`,
      why: 'It said so openly: this traffic is administratively prohibited.',
      doThis: [useAnother, askNetwork(evidence)],
      source: rfc(1812, '5.2.7.1'),
    }),
  ),
  ruleFor(
    'neighbour-missing',
    'unreachable',
    ({ cause, local }) => cause === 'host' && local,
    (_failure, { host }) => ({
      title: `${shown(host)} does not answer in this network`,
      why: 'This computer itself found no machine at that address: switched off, or the address is wrong.',
      doThis: ['Check the host and its address.', 'Test again.'],
      source: connectPage,
    }),
  ),
  otherwise('unreachable', 'unreachable', always, (_failure, evidence) => ({
    title: `${shown(evidence.host)} cannot be reached from here`,
    why: 'A router on the way said so. It may be out of order, or a firewall forbids this connection; many say it this way.',
    doThis: [useAnother, askNetwork(evidence)],
    source: rfc(1122, '3.2.2.1'),
  })),
];
