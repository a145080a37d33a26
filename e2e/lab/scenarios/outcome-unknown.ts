/** What comes after the final dot and is no answer: nobody knows whether the message was taken (RFC 1047). */
import type { Line } from '@/lib/network/testing/scripted-server';
import { hangUp, loggedIn, reset, say, secured, silence, takesMessage } from '../dialogue';
import { credentials } from '../job';
import type { FailureFacts, ScenarioEntry, Sight } from '../scenario';
import { on587 } from './usual-endpoints';

/** A server that takes everything and then does this instead of answering the final dot. */
function unknown(
  id: string,
  what: string,
  dot: readonly Line[],
  failure: FailureFacts,
  sees: readonly Sight[],
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 587: { says: [...secured(), ...loggedIn, ...takesMessage({ dot })] } },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'outcome-unknown', failure, finding: 'outcome-unknown' }],
    witness: { sees: [/^< 235/, '> [message]', ...sees] },
  };
}

const closed = (how: 'end' | 'reset'): FailureFacts => ({ kind: 'closed-by-peer', stage: 'data', secured: true, how });

export const unknownScenarios: readonly ScenarioEntry[] = [
  unknown('unknown-hangs-up', 'the server hangs up after the final dot', [hangUp], closed('end'), ['closed']),
  unknown('unknown-resets', 'the connection is reset after the final dot', [reset], closed('reset'), ['reset']),
  unknown(
    'unknown-half-reply',
    'half a reply after the final dot, then the end',
    [say('250 2.0.0 Ok: queu'), hangUp],
    closed('end'),
    [/^< \(unfinished\) 250/, 'closed'],
  ),
  unknown(
    'unknown-half-refusal',
    'half a refusal after the final dot, then the end',
    [say('554 5.7.1 Mess'), hangUp],
    closed('end'),
    [/^< \(unfinished\) 554/, 'closed'],
  ),
  unknown(
    'unknown-nonsense',
    'no reply at all, but words, after the final dot',
    [say('thanks a lot\r\n'), hangUp],
    { kind: 'protocol-violation', stage: 'data' },
    ['< thanks a lot'],
  ),
];

/** Waits a whole minute, as long as Outport does: started first. */
export const patientScenarios: readonly ScenarioEntry[] = [
  unknown(
    'unknown-silent',
    'the final dot is never answered',
    [silence],
    { kind: 'timed-out', stage: 'data', afterMs: 60_000 },
    ['silence'],
  ),
];
