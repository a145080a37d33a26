/** Names that are not there, have no address, or whose name server fails. */
import { unrouted } from '../address-plan';
import { goodbye, implicit } from '../dialogue';
import type { ScenarioEntry } from '../scenario';

const on465 = { probe: [{ port: 465, security: 'implicit-tls' }] } as const;
const healthy = { 465: { says: [...implicit(), ...goodbye], implicitTls: true } } as const;

export const nameScenarios: readonly ScenarioEntry[] = [
  {
    id: 'name-missing',
    what: 'no such name',
    addresses: { A: 'no-such-name', AAAA: 'no-such-name' },
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'name-not-found', stage: 'resolve', cause: 'no-such-name' },
        finding: 'host-name-unknown',
      },
    ],
    witness: { sees: ['A: NXDOMAIN', 'AAAA: NXDOMAIN'] },
  },
  {
    id: 'name-without-address',
    what: 'the name exists and has no address',
    addresses: { A: [], AAAA: [] },
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'name-not-found', stage: 'resolve', cause: 'no-address' },
        finding: 'host-without-address',
      },
    ],
    witness: { sees: ['A: none', 'AAAA: none'] },
  },
  {
    id: 'name-server-fails',
    what: 'the name server answers SERVFAIL',
    addresses: { A: 'server-failure', AAAA: 'server-failure' },
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'resolver-failed', stage: 'resolve', cause: 'broken' },
        finding: 'resolver-broken',
      },
    ],
    witness: { sees: ['A: SERVFAIL', 'AAAA: SERVFAIL'] },
  },
  {
    id: 'name-server-refuses',
    what: 'the name server answers REFUSED',
    addresses: { A: 'refused', AAAA: 'refused' },
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'resolver-failed', stage: 'resolve', cause: 'refused' },
        finding: 'resolver-refused',
      },
    ],
    witness: { sees: ['A: REFUSED', 'AAAA: REFUSED'] },
  },
  {
    id: 'name-server-silent',
    what: 'the name server does not answer',
    addresses: { A: 'silent', AAAA: 'silent' },
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'resolver-failed', stage: 'resolve', cause: 'silent' },
        finding: 'resolver-silent',
      },
    ],
    witness: { sees: ['A: silence', 'AAAA: silence'] },
  },
  {
    id: 'name-half-known',
    what: 'an IPv4 address, and no answer about IPv6',
    addresses: { A: [], AAAA: 'server-failure' },
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'resolver-failed', stage: 'resolve', cause: 'broken' },
        finding: 'resolver-broken',
      },
    ],
    witness: { sees: ['A: none', 'AAAA: SERVFAIL'] },
  },
  {
    id: 'name-sinkholed',
    what: 'a filter answers 127.0.0.1 instead of the address',
    addresses: { A: ['127.0.0.1'], AAAA: [] },
    ask: on465,
    truth: [{ status: 'failed', failure: { kind: 'refused', stage: 'connect' }, finding: 'sinkholed' }],
    witness: { sees: ['A: 127.0.0.1', '127.0.0.1: ECONNREFUSED'] },
  },
  {
    id: 'name-sinkholed-zero',
    what: 'a filter answers 0.0.0.0 instead of the address',
    addresses: { A: ['0.0.0.0'], AAAA: [] },
    ask: on465,
    truth: [{ status: 'failed', failure: { kind: 'refused', stage: 'connect' }, finding: 'sinkholed' }],
    witness: { sees: ['A: 0.0.0.0', '0.0.0.0: ECONNREFUSED'] },
  },
  {
    id: 'address-without-route',
    what: 'an IPv4 address to which this computer has no route',
    host: unrouted.ipv4,
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'unreachable', stage: 'connect', cause: 'no-route', local: true },
        finding: 'no-network',
      },
    ],
    witness: { sees: [`${unrouted.ipv4}: ENETUNREACH locally`] },
    network: [],
  },
  {
    id: 'no-ipv6-here',
    what: 'the name has IPv6 alone, and this computer has no IPv6 route',
    addresses: [unrouted.ipv6],
    network: [],
    ask: on465,
    truth: [
      {
        status: 'failed',
        failure: { kind: 'unreachable', stage: 'connect', cause: 'no-route', local: true },
        finding: 'no-ipv6-here',
      },
    ],
    witness: { sees: [`${unrouted.ipv6}: ENETUNREACH locally`] },
  },
  {
    id: 'name-ipv6-question-silent',
    what: 'IPv4 has an address and works; the question about IPv6 is never answered',
    addresses: { A: 'own', AAAA: 'silent' },
    servers: healthy,
    ask: on465,
    truth: [{ status: 'usable' }],
    witness: { sees: [/^A: 198\./, 'AAAA: silence', /connected$/, 'certificate: trusted', /^< 250/] },
  },
  {
    id: 'name-ipv4-question-silent',
    what: 'IPv6 has an address and works; the question about IPv4 is never answered',
    addresses: { A: 'silent', AAAA: 'own' },
    servers: healthy,
    ask: on465,
    truth: [{ status: 'usable' }],
    witness: { sees: ['A: silence', /^AAAA: 2001:/, /connected$/, 'certificate: trusted', /^< 250/] },
  },
  {
    id: 'name-ipv6-question-fails',
    what: 'IPv4 has an address and works; the question about IPv6 is answered SERVFAIL',
    addresses: { A: 'own', AAAA: 'server-failure' },
    servers: healthy,
    ask: on465,
    truth: [{ status: 'usable' }],
    witness: { sees: [/^A: 198\./, 'AAAA: SERVFAIL', 'certificate: trusted', /^< 250/] },
  },
  {
    id: 'name-ipv6-question-nxdomain',
    what: 'IPv4 has an address and works; a broken name server says NXDOMAIN about IPv6',
    addresses: { A: 'own', AAAA: 'no-such-name' },
    servers: healthy,
    ask: on465,
    truth: [{ status: 'usable' }],
    witness: { sees: [/^A: 198\./, 'AAAA: NXDOMAIN', 'certificate: trusted', /^< 250/] },
  },
  {
    id: 'name-ipv6-nxdomain-first',
    what: 'the same, and the right answer about IPv4 comes a moment later',
    addresses: { A: 'own-late', AAAA: 'no-such-name' },
    servers: healthy,
    ask: on465,
    truth: [{ status: 'usable' }],
    witness: { sees: [/^A: 198\./, 'AAAA: NXDOMAIN', 'certificate: trusted', /^< 250/] },
  },
  {
    id: 'name-answered-late',
    what: 'the name server takes its time',
    addresses: { A: 'own-late', AAAA: [] },
    servers: healthy,
    ask: on465,
    truth: [{ status: 'usable' }],
    witness: { sees: [/^A: 198\./, 'AAAA: none', 'certificate: trusted', /^< 250/] },
  },
  {
    id: 'many-addresses',
    what: 'three addresses, and a server on none of them',
    addresses: ['198.18.254.1', '198.18.254.2', '2001:db8:1::fe01'],
    servers: {},
    ask: on465,
    truth: [{ status: 'failed', failure: { kind: 'refused', stage: 'connect' }, finding: 'port-refused' }],
    witness: { sees: ['198.18.254.1: ECONNREFUSED', '198.18.254.2: ECONNREFUSED', '2001:db8:1::fe01: ECONNREFUSED'] },
  },
  {
    id: 'family-without-address',
    what: 'IPv6 is asked for, and the name has IPv4 alone',
    addresses: { A: 'own', AAAA: [] },
    servers: healthy,
    ask: { probe: [{ port: 465, security: 'implicit-tls', family: 6 }] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'name-not-found', cause: 'no-address' },
        finding: 'host-without-address',
      },
    ],
    witness: { sees: ['AAAA: none'] },
  },
];
