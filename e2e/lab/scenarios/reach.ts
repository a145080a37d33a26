/** Between here and the server: silence, refusal, reset, no way, one family of addresses alone. */
import { goodbye, greeting, hangUp, implicit, reset, secured, silence } from '../dialogue';
import type { Condition, FailureFacts, ScenarioEntry, ScriptedPeer, Sight, Truth } from '../scenario';

const on465 = { probe: [{ port: 465, security: 'implicit-tls' }] } as const;
const on587 = { probe: [{ port: 587, security: 'starttls' }] } as const;
const healthy465: ScriptedPeer = { says: [...implicit(), ...goodbye], implicitTls: true };
const healthy587: ScriptedPeer = { says: [...secured(), ...goodbye] };

const failed = (failure: FailureFacts, finding: string): Truth[] => [{ status: 'failed', failure, finding }];
const usable: Truth[] = [{ status: 'usable' }];

/** A healthy server behind one condition of the network. */
function behind(
  id: string,
  what: string,
  network: readonly Condition[],
  truth: readonly Truth[],
  sees: readonly Sight[],
  more: Partial<ScenarioEntry> = {},
): ScenarioEntry {
  return { id, what, servers: { 465: healthy465 }, network, ask: on465, truth, witness: { sees }, ...more };
}

const unreachable = (cause: string, local: boolean) =>
  ({ kind: 'unreachable', stage: 'connect', cause, local }) as const;

export const reachScenarios: readonly ScenarioEntry[] = [
  behind(
    'port-dropped',
    'a firewall drops the port, both families',
    [{ at: 'far', does: 'drop', port: 465 }],
    failed({ kind: 'timed-out', stage: 'connect', afterMs: 5000, bytes: 0 }, 'silence'),
    [/^198\.\S+: silence$/, /^2001:\S+: silence$/],
    { within: 6000, tried: { 4: 'timed-out', 6: 'timed-out' } },
  ),
  {
    id: 'port-25-dropped',
    what: 'a firewall drops port 25',
    servers: { 25: healthy587 },
    network: [{ at: 'far', does: 'drop', port: 25 }],
    ask: { probe: [{ port: 25, security: 'starttls' }] },
    truth: failed({ kind: 'timed-out', stage: 'connect' }, 'port-25-silent'),
    witness: { sees: [/^198\.\S+: silence$/, /^2001:\S+: silence$/] },
  },
  {
    id: 'port-closed',
    what: 'nothing listens on the port',
    ask: on587,
    truth: failed({ kind: 'refused', stage: 'connect' }, 'port-refused'),
    witness: { sees: [/^198\.\S+: ECONNREFUSED$/, /^2001:\S+: ECONNREFUSED$/] },
  },
  behind(
    'port-reset-by-firewall',
    'a firewall answers with a TCP reset',
    [{ at: 'far', does: 'tcp-reset', port: 465 }],
    failed({ kind: 'refused', stage: 'connect' }, 'port-refused'),
    [/^198\.\S+: ECONNREFUSED$/, /^2001:\S+: ECONNREFUSED$/],
  ),
  behind(
    'port-unreachable-icmp',
    'a firewall answers ICMP port unreachable',
    [{ at: 'far', does: 'port-unreachable', port: 465 }],
    failed({ kind: 'refused', stage: 'connect' }, 'port-refused'),
    [/^198\.\S+: ECONNREFUSED$/, /^2001:\S+: ECONNREFUSED$/],
  ),
  behind(
    'port-prohibited-icmp',
    'a router answers ICMP administratively prohibited',
    [{ at: 'far', does: 'admin-prohibited', port: 465 }],
    failed({ kind: 'unreachable', stage: 'connect', local: false }, 'unreachable'),
    // On IPv6 Linux says EACCES to it, and whichever family fails first would speak for the port.
    [/^198\.\S+: EHOSTUNREACH$/],
    { addresses: 'ipv4' },
  ),
  behind(
    'host-unreachable-icmp',
    'a router answers ICMP host unreachable',
    [{ at: 'far', does: 'host-unreachable' }],
    failed(unreachable('host', false), 'unreachable'),
    [/^198\.\S+: EHOSTUNREACH$/, /^2001:\S+: EHOSTUNREACH$/],
  ),
  behind(
    'network-unreachable-icmp',
    'a router answers ICMP network unreachable',
    [{ at: 'far', does: 'no-route' }],
    failed(unreachable('no-route', false), 'unreachable'),
    [/^198\.\S+: ENETUNREACH$/, /^2001:\S+: ENETUNREACH$/],
  ),
  behind(
    'forbidden-by-system',
    'this computer’s own rules prohibit the port',
    [{ at: 'near-route', does: 'prohibit', port: 465 }],
    failed(unreachable('denied-by-system', true), 'system-forbids'),
    [/^198\.\S+: EACCES locally$/, /^2001:\S+: EACCES locally$/],
  ),
  behind(
    'route-unreachable-here',
    'this computer’s routing table says unreachable',
    [{ at: 'near-route', does: 'unreachable' }],
    failed({ kind: 'unreachable', stage: 'connect', local: true }, 'no-network'),
    [/^198\.\S+: E(NET|HOST)UNREACH locally$/, /^2001:\S+: E(NET|HOST)UNREACH locally$/],
  ),
  behind(
    'route-blackhole-here',
    'this computer’s routing table has a black hole',
    [{ at: 'near-route', does: 'blackhole' }],
    failed(unreachable('no-route', true), 'no-network'),
    [/^198\.\S+: EINVAL locally$/, /^2001:\S+: EINVAL locally$/],
  ),
  behind(
    'refused-by-own-firewall',
    'this computer’s firewall resets what goes out',
    [{ at: 'near', does: 'tcp-reset', port: 465 }],
    failed({ kind: 'refused', stage: 'connect' }, 'port-refused'),
    [/^198\.\S+: ECONNREFUSED/, /^2001:\S+: ECONNREFUSED/],
  ),
  behind(
    'dropped-by-own-firewall',
    'this computer’s firewall drops what goes out',
    [{ at: 'near', does: 'drop', port: 465 }],
    failed({ kind: 'timed-out', stage: 'connect' }, 'silence'),
    [/^198\.\S+: silence$/, /^2001:\S+: silence$/],
    { within: 6000 },
  ),
  behind(
    'ipv6-dropped',
    'IPv6 is silent, IPv4 works',
    [{ at: 'far', does: 'drop', family: 6 }],
    usable,
    [/^198\.\S+: connected$/, /^2001:\S+: silence$/, 'certificate: trusted'],
    { tried: { 4: 'connected', 6: 'timed-out' }, run: ['ipv6-broken'] },
  ),
  behind(
    'ipv4-dropped',
    'IPv4 is silent, IPv6 works',
    [{ at: 'far', does: 'drop', family: 4 }],
    usable,
    [/^198\.\S+: silence$/, /^2001:\S+: connected$/, 'certificate: trusted'],
    { tried: { 4: 'timed-out', 6: 'connected' }, run: ['ipv4-broken'] },
  ),
  behind(
    'ipv6-refused',
    'IPv6 is refused, IPv4 works',
    [{ at: 'far', does: 'tcp-reset', family: 6 }],
    usable,
    [/^198\.\S+: connected$/, /^2001:\S+: ECONNREFUSED$/, 'certificate: trusted'],
    { tried: { 4: 'connected', 6: 'refused' }, run: ['ipv6-refused'] },
  ),
  behind(
    'ipv4-refused',
    'IPv4 is refused, IPv6 works',
    [{ at: 'far', does: 'tcp-reset', family: 4 }],
    usable,
    [/^198\.\S+: ECONNREFUSED$/, /^2001:\S+: connected$/, 'certificate: trusted'],
    { tried: { 4: 'refused', 6: 'connected' } },
  ),
  behind(
    'one-refused-one-silent',
    'IPv4 is refused, IPv6 is silent',
    [
      { at: 'far', does: 'tcp-reset', family: 4 },
      { at: 'far', does: 'drop', family: 6 },
    ],
    failed({ kind: 'refused', stage: 'connect' }, 'port-refused'),
    [/^198\.\S+: ECONNREFUSED$/, /^2001:\S+: silence$/],
    { within: 6000, tried: { 4: 'refused', 6: 'timed-out' } },
  ),
  {
    id: 'ipv6-route-missing',
    what: 'two addresses, and no IPv6 route here; IPv4 works',
    servers: { 465: healthy465 },
    network: [{ at: 'near-route', does: 'unreachable', family: 6 }],
    ask: on465,
    truth: usable,
    witness: { sees: [/^198\.\S+: connected$/, /^2001:\S+: E(NET|HOST)UNREACH locally$/] },
    tried: { 4: 'connected', 6: 'unreachable' },
    run: ['ipv6-absent'],
  },
  {
    id: 'large-packets-lost',
    what: 'a tunnel swallows large packets, so the certificate never arrives',
    servers: { 465: { ...healthy465, identity: 'good-chain' } },
    network: [{ at: 'far', does: 'drop', port: 465, longerThan: 600 }],
    ask: on465,
    truth: failed({ kind: 'timed-out', stage: 'tls', secured: false }, 'handshake-silent'),
    witness: { sees: [/^198\.\S+: connected$/, 'TLS: silence'] },
  },
  {
    id: 'stalled-in-mid-stream',
    what: 'a filter lets the greeting through and drops what is said to the server',
    servers: { 587: healthy587 },
    network: [{ at: 'far', does: 'drop', port: 587, withData: true }],
    ask: on587,
    truth: failed({ kind: 'timed-out', stage: 'ehlo', secured: false, bytes: 0 }, 'ehlo-swallowed'),
    witness: { sees: [/^198\.\S+: connected$/, /^< 220/, '> EHLO witness.test', 'silence'] },
  },
  {
    id: 'reset-in-mid-stream',
    what: 'a filter resets the connection once EHLO is seen',
    servers: { 587: healthy587 },
    network: [{ at: 'far', does: 'tcp-reset', port: 587, withData: true }],
    ask: on587,
    truth: failed({ kind: 'closed-by-peer', stage: 'ehlo', secured: false, how: 'reset' }, 'cut-at-ehlo'),
    witness: { sees: [/^198\.\S+: connected$/, /^< 220/, '> EHLO witness.test', 'reset'] },
  },
  {
    id: 'lossy-line',
    what: 'one packet in seven is lost, both ways, and the server works',
    servers: { 465: healthy465 },
    network: [{ at: 'far', does: 'drop', percent: 15 }],
    ask: on465,
    truth: usable,
    witness: { sees: ['certificate: trusted', /^< 250/], patience: 10_000 },
  },
  {
    id: 'hangs-up-at-once',
    what: 'the server accepts the connection and hangs up',
    servers: { 587: { says: [hangUp] } },
    ask: on587,
    truth: failed({ kind: 'closed-by-peer', stage: 'greeting', how: 'end', secured: false }, 'cut-before-greeting'),
    witness: { sees: [/connected$/, 'closed'] },
  },
  {
    id: 'resets-at-once',
    what: 'the server accepts the connection and resets it',
    servers: { 587: { says: [reset] } },
    ask: on587,
    truth: failed({ kind: 'closed-by-peer', how: 'reset', secured: false }, 'cut-before-greeting'),
    witness: { sees: [/ECONNRESET$|^reset$/] },
  },
  {
    id: 'silent-after-connect',
    what: 'the server accepts the connection and says nothing',
    servers: { 587: { says: [silence] } },
    ask: on587,
    truth: failed({ kind: 'timed-out', stage: 'greeting', bytes: 0, afterMs: 15_000 }, 'silent-at-greeting'),
    witness: { sees: [/connected$/, 'silence'] },
  },
  {
    id: 'silent-after-greeting',
    what: 'the server greets and never answers EHLO',
    servers: { 587: { says: [greeting, silence] } },
    ask: on587,
    truth: failed({ kind: 'timed-out', stage: 'ehlo', bytes: 0, afterMs: 10_000 }, 'ehlo-swallowed'),
    witness: { sees: [/connected$/, /^< 220/, '> EHLO witness.test', 'silence'] },
  },
];
