import { describe, expect, it } from 'vitest';
import { loadProviders } from '@/lib/providers/catalog';
import { diagnose, rules, speakers } from './diagnose';
import { tiers, type Evidence, type Rule } from './finding';
import { knownReplyRule } from './known-reply';
import { fixtures } from './testing/all-fixtures';

const providers = await loadProviders();
const knownReplies = providers.flatMap((provider) =>
  provider.knownReplies.map((known) => knownReplyRule(provider, known)),
);
const allRules: readonly Rule[] = [...rules, ...knownReplies];

function matching(evidence: Evidence, among: readonly Rule[] = allRules): Rule[] {
  return among.filter((rule) => rule.speak(evidence) !== undefined);
}

describe('the table of rules', () => {
  it('gives each rule an id of its own', () => {
    const ids = allRules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('has a fixture for every rule and a rule for every fixture', () => {
    const ids = new Set(allRules.map(({ id }) => id));
    const covered = new Set(fixtures.map(({ rule }) => rule));
    expect([...ids].filter((id) => !covered.has(id))).toEqual([]);
    expect([...covered].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe.each(fixtures.map((fixture, index) => ({ ...fixture, name: `${index} ${fixture.rule} (${fixture.from})` })))(
  '$name',
  ({ rule, evidence }) => {
    it('is spoken for by its rule and by no other that knows as much or more', () => {
      expect(diagnose(evidence).ruleId).toBe(rule);
      const tier = tiers.indexOf(allRules.find(({ id }) => id === rule)?.tier ?? 'general');
      const rivals = matching(evidence).filter((other) => tiers.indexOf(other.tier) <= tier);
      expect(rivals.map(({ id }) => id)).toEqual([rule]);
    });

    it('has at most one rule of each tier, so the order of the tables means nothing', () => {
      for (const tier of tiers)
        expect(matching(evidence).filter((other) => other.tier === tier).length).toBeLessThan(2);
      const backwards = speakers(evidence, rules.toReversed())[0];
      expect(backwards?.rule.id).toBe(rule);
    });
  },
);

describe('no rule speaks for another rule’s fixture', () => {
  it.each(allRules.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
    const heard = fixtures.filter(({ evidence }) => diagnose(evidence).ruleId === id);
    expect(heard.every((fixture) => fixture.rule === id)).toBe(true);
    // What a general rule matches besides, a more specific one takes from it.
    if (rule.tier !== 'general') {
      const tier = tiers.indexOf(rule.tier);
      const foreign = fixtures.filter(
        (fixture) =>
          fixture.rule !== id &&
          rule.speak(fixture.evidence) !== undefined &&
          tiers.indexOf(allRules.find((other) => other.id === fixture.rule)?.tier ?? 'general') >= tier,
      );
      expect(foreign.map((fixture) => fixture.rule)).toEqual([]);
    }
  });
});
