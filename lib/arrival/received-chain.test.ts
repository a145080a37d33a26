import { describe, expect, test } from 'vitest';
import { parseReceived, receivedChain } from './received-chain';
import { hopLines } from './way-lines';

const at = (iso: string) => Date.parse(iso);

describe('a Received field', () => {
  test.each([
    [
      'from out1.provider.example (out1.provider.example. [198.51.100.24]) by mx.google.com with ESMTPS id d7.1 for <a@b.example> (version=TLS1_3); Wed, 25 Nov 2026 02:00:03 -0800 (PST)',
      { from: 'out1.provider.example', by: 'mx.google.com', protocol: 'ESMTPS' },
    ],
    [
      'by 2002:a05:6a10:1234:b0:5a1 with SMTP id s22; Wed, 25 Nov 2026 02:00:03 -0800 (PST)',
      { from: undefined, by: '2002:a05:6a10:1234:b0:5a1', protocol: 'SMTP' },
    ],
    [
      'from shop by mail.own.example with esmtps (TLS1.3) tls TLS_AES (Exim 4.98) (envelope-from <a@b.example>) id 1tF for a@b.example; Wed, 25 Nov 2026 10:00:03 +0000',
      { from: 'shop', by: 'mail.own.example', protocol: 'esmtps' },
    ],
    [
      '(qmail 19762 invoked from network); 25 Nov 2026 10:00:03 -0000',
      { from: undefined, by: undefined, protocol: undefined },
    ],
  ])('%s', (value, hop) => {
    expect(parseReceived(value)).toEqual({ ...hop, at: at('2026-11-25T10:00:03Z') });
  });

  test('without a time has none', () => {
    expect(parseReceived('from a by b.example').at).toBeUndefined();
  });
});

describe('a chain', () => {
  const hop = (by: string, time: string) => `by ${by}; 25 Nov 2026 ${time}`;

  test('is told in the order of travel, with the delay of each hop and in all', () => {
    const chain = receivedChain([
      hop('c.example', '10:05:07 +0000'),
      'by unknown-time.example',
      hop('b.example', '11:00:02 +0100'),
      hop('a.example', '10:00:00 +0000'),
    ]);
    expect(chain.hops.map(({ by, delayMs }) => [by, delayMs])).toEqual([
      ['a.example', undefined],
      ['b.example', 2000],
      ['unknown-time.example', undefined],
      ['c.example', 305_000],
    ]);
    expect(chain.totalMs).toBe(307_000);
    expect(hopLines(chain)[3]).toBe('2026-11-25 10:05:07  c.example, +5 min 5 s');
  });

  test('tells a clock that runs behind as earlier, not as a delay', () => {
    const chain = receivedChain([hop('b.example', '09:55:00 +0000'), hop('a.example', '10:00:00 +0000')]);
    expect(chain.hops[1]?.delayMs).toBe(-300_000);
    expect(hopLines(chain)[1]).toContain('5 min earlier');
  });

  test('of one server has no total', () => {
    expect(receivedChain([hop('a.example', '10:00 +0000')]).totalMs).toBeUndefined();
  });
});
