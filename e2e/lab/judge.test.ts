import { describe, expect, test } from 'vitest';
import type { DeliveryOutcome, ProbeOutcome } from '@/lib/smtp/outcome';
import { judge, unseen } from './judge';
import type { JobResult } from './job';
import type { Scenario, Truth } from './scenario';
import { allScenarios } from './scenarios/table';

const endpoint = { host: 'some.lab.test', port: 465, security: 'implicit-tls' } as const;
const usable: ProbeOutcome = { status: 'usable', capabilities: [{ keyword: 'AUTH', params: ['PLAIN'] }] };
const refused: ProbeOutcome = { status: 'failed', failure: { kind: 'refused', stage: 'connect', secured: false } };
const accepted: DeliveryOutcome = {
  status: 'accepted',
  reply: { code: 250, text: ['ok'] },
  messageId: '<1@lab.test>',
};

function scenarioWith(truth: Truth, more: Partial<Scenario> = {}): Scenario {
  return {
    id: 'some',
    family: 'Some',
    what: 'something',
    ask: { probe: [endpoint] },
    truth: [truth],
    witness: { sees: [] },
    ...more,
  };
}

function verdictOn(
  truth: Truth,
  outcome: ProbeOutcome | DeliveryOutcome,
  more: Partial<Scenario> = {},
  result: Partial<JobResult> = {},
) {
  const settled = [{ outcome, transcript: [], attempts: [] }];
  return judge(scenarioWith(truth, more), [endpoint], { id: 'some', saw: [], settled, tookMs: 1, ...result }, []);
}

describe('a verdict', () => {
  test('is right when status, facts and finding are those of the truth', () => {
    const truth: Truth = { status: 'failed', failure: { kind: 'refused', stage: 'connect' }, finding: 'port-refused' };
    expect(verdictOn(truth, refused).judgement).toBe('right');
  });

  test('is wrong when one fact differs, or the finding does', () => {
    const elsewhere: Truth = { status: 'failed', failure: { kind: 'refused', stage: 'tls' }, finding: 'port-refused' };
    const otherwise: Truth = { status: 'failed', failure: { kind: 'refused' }, finding: 'silence' };
    expect(verdictOn(elsewhere, refused).judgement).toBe('wrong');
    expect(verdictOn(otherwise, refused).judgement).toBe('wrong');
  });

  test('is a lie when something is said to work that does not', () => {
    const truth: Truth = { status: 'failed', failure: { kind: 'refused' }, finding: 'port-refused' };
    expect(verdictOn(truth, usable).judgement).toBe('said-it-works');
    const unknown: Truth = {
      status: 'outcome-unknown',
      failure: { kind: 'closed-by-peer' },
      finding: 'outcome-unknown',
    };
    expect(verdictOn(unknown, accepted).judgement).toBe('said-it-works');
  });

  test('is the other lie when something is said to fail that works', () => {
    expect(verdictOn({ status: 'usable' }, refused).judgement).toBe('said-it-fails');
    expect(verdictOn({ status: 'usable' }, { status: 'not-tested', reason: 'aborted' }).judgement).toBe(
      'said-it-fails',
    );
  });

  test('is wrong when what was announced, the time or the fate of an address differs', () => {
    expect(verdictOn({ status: 'usable', announces: ['AUTH PLAIN'] }, usable).judgement).toBe('right');
    expect(verdictOn({ status: 'usable', announces: ['SIZE'] }, usable).judgement).toBe('wrong');
    expect(verdictOn({ status: 'usable' }, usable, { within: 10 }, { tookMs: 11 }).judgement).toBe('wrong');
    expect(verdictOn({ status: 'usable' }, usable, { tried: { 4: 'connected' } }).judgement).toBe('wrong');
    expect(verdictOn({ status: 'usable' }, usable, { recommends: 465 }).judgement).toBe('wrong');
  });

  test('is wrong when the job could not be done', () => {
    const result = { settled: [], trouble: 'the password is in the events' };
    expect(verdictOn({ status: 'usable' }, usable, {}, result).judgement).toBe('wrong');
  });

  test('says what the witness did not see', () => {
    const more = { witness: { sees: ['TLS: TLSv1.3', /^< 250/] } };
    expect(verdictOn({ status: 'usable' }, usable, more, { saw: ['< 250 ok'] }).unshown).toHaveLength(1);
  });
});

test('what was to be seen has to come in its order', () => {
  expect(unseen(['a', /^b/], ['a', 'x', 'bb'])).toEqual([]);
  expect(unseen(['a', 'b'], ['b', 'a'])).toEqual(['b']);
});

test('every scenario has a name of its own, as many truths as questions, and something to be seen', () => {
  const ids = allScenarios.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(100);
  for (const { id, ask, truth, witness } of allScenarios) {
    expect(truth.length, id).toBe('probe' in ask ? ask.probe.length : 1);
    expect(witness.sees.length, id).toBeGreaterThan(0);
  }
});
