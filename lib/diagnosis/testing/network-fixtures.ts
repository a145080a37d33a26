/** Fixtures of look-up and connection. */
import type { Failure } from '@/lib/smtp/outcome';
import { at, attempt, closed, report, seen, silence, works, type Fixture } from './evidence';

const unreachable = (cause: 'no-route' | 'host' | 'prohibited' | 'denied-by-system', local: boolean): Failure => ({
  stage: 'connect',
  secured: false,
  kind: 'unreachable',
  cause,
  local,
});
const look = { stage: 'resolve', secured: false } as const;
const sendgrid = at('smtp.sendgrid.net');
const relay = at('smtp-relay.gmail.com');
const namespace = 'Linux with firewall rules and routes of its own';

export const networkFixtures: readonly Fixture[] = [
  {
    rule: 'host-name-mistyped',
    seen: 'recorded',
    from: 'DNS server without the name',
    evidence: seen({ ...look, kind: 'name-not-found', cause: 'no-such-name' }, { host: 'smtp.gmial.com' }),
  },
  {
    rule: 'host-name-unknown',
    seen: 'recorded',
    from: 'DNS server without the name',
    evidence: seen({ ...look, kind: 'name-not-found', cause: 'no-such-name' }, { host: 'nosuch.example.net' }),
  },
  {
    rule: 'bare-domain',
    seen: 'recorded',
    from: 'DNS server with the name and no address',
    evidence: seen({ ...look, kind: 'name-not-found', cause: 'no-address' }, { host: 'sendgrid.net' }),
  },
  {
    rule: 'host-without-address',
    seen: 'recorded',
    from: 'DNS server with the name and no address',
    evidence: seen({ ...look, kind: 'name-not-found', cause: 'no-address' }, { host: 'example.com' }),
  },
  {
    rule: 'resolver-silent',
    seen: 'recorded',
    from: 'DNS server that does not answer',
    evidence: seen({ ...look, kind: 'resolver-failed', cause: 'silent' }),
  },
  {
    rule: 'resolver-refused',
    seen: 'recorded',
    from: 'DNS server that answers REFUSED',
    evidence: seen({ ...look, kind: 'resolver-failed', cause: 'refused' }),
  },
  {
    rule: 'resolver-broken',
    seen: 'recorded',
    from: 'DNS server that answers SERVFAIL',
    evidence: seen({ ...look, kind: 'resolver-failed', cause: 'broken' }),
  },
  { rule: 'port-25-silent', seen: 'recorded', from: namespace, evidence: seen(silence, { port: 25 }) },
  {
    rule: 'port-not-offered',
    seen: 'recorded',
    from: namespace,
    evidence: seen(silence, { ...relay, port: 2525, reports: [report(587, works, { host: relay.host })] }),
  },
  {
    rule: 'port-not-offered',
    seen: 'recorded',
    from: namespace,
    evidence: seen(closed, { ...relay, port: 2525, reports: [report(587, works, { host: relay.host })] }),
  },
  {
    rule: 'network-silent',
    seen: 'recorded',
    from: namespace,
    evidence: seen(silence, { ...sendgrid, reports: [465, 2525, 25].map((p) => report(p, silence, sendgrid)) }),
  },
  {
    rule: 'network-silent',
    seen: 'recorded',
    from: namespace,
    evidence: seen(silence, { reports: [465, 2525, 25].map((port) => report(port, silence)) }),
  },
  {
    rule: 'port-blocked',
    seen: 'recorded',
    from: namespace,
    evidence: seen(silence, { ...sendgrid, port: 465, reports: [report(587, works, sendgrid)] }),
  },
  {
    rule: 'port-blocked',
    seen: 'recorded',
    from: namespace,
    evidence: seen(silence, { port: 465, reports: [report(587, works), report(2525, closed)] }),
  },
  { rule: 'silence', seen: 'recorded', from: namespace, evidence: seen(silence) },
  {
    rule: 'silence',
    seen: 'recorded',
    from: 'a run that is not over yet',
    evidence: seen(silence, { reports: [report(465, silence), report(2525, silence), report(25, undefined)] }),
  },
  { rule: 'nothing-runs-here', seen: 'recorded', from: 'loopback', evidence: seen(closed, { host: 'localhost' }) },
  {
    rule: 'sinkholed',
    seen: 'recorded',
    from: 'DNS server that answers 0.0.0.0',
    evidence: seen(closed, { attempts: [attempt(587, '0.0.0.0', closed, 0.4)] }),
  },
  {
    rule: 'local-firewall',
    seen: 'recorded',
    from: 'a firewall rule that rejects, beside an open port 30 ms away',
    evidence: seen(closed, {
      attempts: [attempt(587, '203.0.113.5', closed, 0.3), attempt(465, '203.0.113.5', 'connected', 31)],
    }),
  },
  {
    rule: 'all-ports-closed',
    seen: 'recorded',
    from: namespace,
    evidence: seen(closed, { reports: [465, 2525, 25].map((port) => report(port, closed)) }),
  },
  {
    rule: 'port-refused',
    seen: 'recorded',
    from: namespace,
    evidence: seen(closed, {
      attempts: [attempt(587, '203.0.113.5', closed, 30), attempt(465, '203.0.113.5', 'connected', 31)],
      reports: [report(465, works)],
    }),
  },
  {
    rule: 'system-forbids',
    seen: 'recorded',
    from: 'a prohibit route (EACCES)',
    evidence: seen(unreachable('denied-by-system', true)),
  },
  {
    rule: 'no-ipv6-here',
    seen: 'recorded',
    from: 'a machine without IPv6 (ENETUNREACH)',
    evidence: seen(unreachable('no-route', true), {
      attempts: [attempt(587, '2001:db8::1', unreachable('no-route', true), 0.2)],
    }),
  },
  {
    rule: 'no-ipv6-here',
    seen: 'recorded',
    from: 'a machine without IPv6 (ENETUNREACH)',
    evidence: seen(unreachable('no-route', true), { host: '2001:db8::1' }),
  },
  {
    rule: 'no-network',
    seen: 'recorded',
    from: 'a machine without a route (ENETUNREACH)',
    evidence: seen(unreachable('no-route', true), {
      attempts: [attempt(587, '203.0.113.5', unreachable('no-route', true), 0.2)],
    }),
  },
  {
    rule: 'network-prohibits',
    seen: 'scripted',
    from: 'the engine’s own value; Linux tells it as a host that cannot be reached',
    evidence: seen(unreachable('prohibited', false)),
  },
  {
    rule: 'neighbour-missing',
    seen: 'recorded',
    from: 'an unreachable route (EHOSTUNREACH)',
    evidence: seen(unreachable('host', true)),
  },
  {
    rule: 'unreachable',
    seen: 'recorded',
    from: 'ICMP host unreachable, or administratively prohibited',
    evidence: seen(unreachable('host', false)),
  },
  {
    rule: 'unreachable',
    seen: 'recorded',
    from: 'ICMP network unreachable',
    evidence: seen(unreachable('no-route', false)),
  },
];
