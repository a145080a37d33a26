import { describe, expect, test } from 'vitest';
import { knownServers } from './known-servers';
import { inOrder, isNullMx } from './mx';
import { isNotOffered, srvCandidates, submissionServices, type SrvRecord } from './srv';

const known = knownServers([]);
const [submissions, submission] = submissionServices;
const record = (name: string, port: number, priority = 0, weight = 1): SrvRecord => ({ name, port, priority, weight });

describe('SRV records', () => {
  test('become one candidate for each host, TLS from the first byte first', () => {
    const candidates = srvCandidates(
      'example.com',
      [
        { ...submission, records: [record('smtp.example.com', 587)] },
        { ...submissions, records: [record('SMTP.example.com.', 465)] },
      ].reverse(),
      known,
    );
    expect(candidates).toEqual([
      {
        host: 'smtp.example.com',
        servers: [
          { host: 'smtp.example.com', port: 465, security: 'implicit-tls' },
          { host: 'smtp.example.com', port: 587, security: 'starttls' },
        ],
        provenance: [
          {
            from: 'srv',
            records: [
              '_submissions._tcp.example.com. SRV 0 1 465 smtp.example.com.',
              '_submission._tcp.example.com. SRV 0 1 587 smtp.example.com.',
            ],
          },
        ],
        thirdParty: false,
      },
    ]);
  });

  test('are ordered by priority, then weight, then name, the same every time', () => {
    const records = [
      record('c.example.com', 465, 10, 5),
      record('b.example.com', 465, 10, 5),
      record('a.example.com', 465, 20, 9),
      record('d.example.com', 465, 10, 9),
    ];
    const hosts = srvCandidates('example.com', [{ ...submissions, records }], known).map(({ host }) => host);
    expect(hosts).toEqual(['d.example.com', 'b.example.com', 'c.example.com', 'a.example.com']);
  });

  test.each([
    ['example.com', false],
    ['smtp.example.com', false],
    ['a.b.example.com', false],
    ['smtp.hoster.test', true],
    ['notexample.com', true],
    ['example.com.evil.test', true],
  ])('leading to %s lead to a third party: %s', (host, thirdParty) => {
    const [candidate] = srvCandidates('example.com', [{ ...submissions, records: [record(host, 465)] }], known);
    expect(candidate?.thirdParty).toBe(thirdParty);
  });

  test.each(['.', '', 'not a host', 'a..b'])('with the target %j are no candidate', (name) => {
    expect(srvCandidates('example.com', [{ ...submissions, records: [record(name, 465)] }], known)).toEqual([]);
  });

  test('say with a dot alone that there is no such service', () => {
    expect(isNotOffered([record('.', 0)])).toBe(true);
    expect(isNotOffered([record('', 0)])).toBe(true);
    expect(isNotOffered([record('smtp.example.com', 465)])).toBe(false);
    expect(isNotOffered([])).toBe(false);
  });
});

describe('MX records', () => {
  test('with one empty name say that no mail is taken', () => {
    expect(isNullMx([{ priority: 0, exchange: '' }])).toBe(true);
    expect(isNullMx([{ priority: 0, exchange: '.' }])).toBe(true);
    expect(isNullMx([{ priority: 0, exchange: 'mx.test' }])).toBe(false);
    expect(isNullMx([])).toBe(false);
  });

  test('are asked in the order of their priority', () => {
    const records = [
      { priority: 20, exchange: 'a.test' },
      { priority: 10, exchange: 'c.test' },
      { priority: 10, exchange: 'b.test' },
    ];
    expect(inOrder(records).map(({ exchange }) => exchange)).toEqual(['b.test', 'c.test', 'a.test']);
  });
});
