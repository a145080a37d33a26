import { describe, expect, test } from 'vitest';
import { farRuleset, nearRoutingRules, nearRuleset, packetsCounted } from './firewall';
import type { Condition } from './scenario';

const pair = { ipv4: '198.18.0.1', ipv6: '2001:db8:1::1' };
const other = { ipv4: '198.18.0.2', ipv6: '2001:db8:1::2' };
const rulesFor = (...conditions: Condition[]) => farRuleset([{ id: 'some', pair, conditions }], []).split('\n');

describe('the far side’s firewall', () => {
  test('drops a port for both families, and counts under the scenario’s name', () => {
    const rules = rulesFor({ at: 'far', does: 'drop', port: 465 });
    expect(rules).toContain('ip daddr 198.18.0.1 tcp dport 465 counter drop comment "some"');
    expect(rules).toContain('ip6 daddr 2001:db8:1::1 tcp dport 465 counter drop comment "some"');
  });

  test('leaves the other family alone when one is named', () => {
    const rules = rulesFor({ at: 'far', does: 'tcp-reset', family: 6 });
    expect(rules.filter((rule) => rule.includes('reject'))).toEqual([
      'ip6 daddr 2001:db8:1::1 meta l4proto tcp counter reject with tcp reset comment "some"',
    ]);
  });

  test('looks at what comes from the server when long packets are to be lost', () => {
    const rules = rulesFor({ at: 'far', does: 'drop', port: 465, longerThan: 600 });
    expect(rules).toContain('ip saddr 198.18.0.1 tcp sport 465 meta length > 600 counter drop comment "some"');
    expect(rules.join()).not.toContain('daddr');
  });

  test('loses packets both ways', () => {
    const rules = rulesFor({ at: 'far', does: 'drop', percent: 15 }).join();
    expect(rules).toContain('ip daddr 198.18.0.1 meta l4proto tcp numgen random mod 100 < 15 counter drop');
    expect(rules).toContain('ip saddr 198.18.0.1 meta l4proto tcp numgen random mod 100 < 15 counter drop');
  });

  test('leads a port to somebody else', () => {
    const rules = farRuleset([], [{ id: 'some', from: pair, port: 587, to: other, toPort: 25 }]);
    expect(rules).toContain('ip daddr 198.18.0.1 tcp dport 587 counter dnat ip to 198.18.0.2:25 comment "some"');
    expect(rules).toContain('ip6 daddr 2001:db8:1::1 tcp dport 587 counter dnat ip6 to [2001:db8:1::2]:25');
  });
});

test('what the near side forbids is in its own firewall and routing rules, not in the far one', () => {
  const conditions: Condition[] = [
    { at: 'near', does: 'drop', port: 25 },
    { at: 'near-route', does: 'prohibit', port: 465, family: 4 },
  ];
  expect(farRuleset([{ id: 'some', pair, conditions }], [])).not.toContain('some');
  expect(nearRuleset([{ id: 'some', pair, conditions }])).toContain('ip daddr 198.18.0.1 tcp dport 25 counter drop');
  expect(nearRoutingRules([{ id: 'some', pair, conditions }])).toEqual([
    ['-4', 'rule', 'add', 'to', '198.18.0.1', 'ipproto', 'tcp', 'dport', '465', 'prohibit'],
  ]);
});

test('packets of all rules with the same comment add up', () => {
  const rule = (comment: string, packets: number) => ({
    rule: { comment, expr: [{ counter: { packets } }, { drop: null }] },
  });
  const listing = JSON.stringify({ nftables: [{ metainfo: {} }, rule('some', 2), rule('some', 3), rule('other', 0)] });
  expect([...packetsCounted(listing)]).toEqual([
    ['some', 5],
    ['other', 0],
  ]);
});
