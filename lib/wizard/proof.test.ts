import { expect, test } from 'vitest';
import { changePassword, confirmArrival, emptyDraft, type Draft } from './draft';
import { proofLine, readableMoment } from './proof';

const account = {
  variant: '',
  host: 'smtp.example.com',
  ports: [],
  login: true,
  username: 'shop',
  from: { name: '', address: 'shop@example.com' },
};
const chosen = { port: 465, security: 'implicit-tls' } as const;
const connects: Draft = { ...emptyDraft, provider: 'other', account, chosen, connects: true };
const accepted: Draft = {
  ...connects,
  proven: {
    endpoint: { host: account.host, ...chosen },
    username: 'shop',
    from: account.from,
    to: 'me@example.com',
    when: '2026-11-24T10:00:59.123Z',
    outcome: { status: 'accepted', reply: { code: 250, text: ['ok'] }, messageId: '<1@example.com>' },
  },
};

test.each([
  [accepted, 'Accepted by smtp.example.com on 2026-11-24 10:00 UTC, sent from this computer'],
  [connects, 'Connects from this computer; no message was sent with these values'],
  [{ ...accepted, connects: false, chosen: { port: 587, security: 'starttls' } }, 'Not tested with these values'],
] as const)('the line of proof says no more than was proven', (draft, line) => {
  expect(proofLine(draft, 'this computer')).toBe(line);
});

const arrived = confirmArrival(accepted, '2026-11-24T10:03:01.000Z');

test('a code that was typed adds that the message arrived, and when that was seen', () => {
  expect(proofLine(arrived, 'this computer')).toBe(
    'Accepted by smtp.example.com on 2026-11-24 10:00 UTC, sent from this computer; arrived, seen 2026-11-24 10:03 UTC',
  );
});

test('nothing arrives that was not accepted, and the proof goes with what it proved', () => {
  const failure = { stage: 'data', secured: true, kind: 'closed-by-peer', how: 'end' } as const;
  const unknown = { status: 'outcome-unknown', failure, messageId: '<1@example.com>' } as const;
  const { proven } = accepted;
  if (proven === undefined) throw new Error('nothing was proven');
  for (const draft of [connects, { ...connects, proven: { ...proven, outcome: unknown } }])
    expect(confirmArrival(draft, '2026-11-24T10:03:01.000Z')).toBe(draft);
  expect(changePassword(arrived, 'another').proven).toBeUndefined();
  expect(proofLine({ ...arrived, chosen: { port: 587, security: 'starttls' } }, 'this computer')).not.toContain(
    'arrived',
  );
});

test('a moment is shown to the minute, in UTC', () => {
  expect(readableMoment('2026-11-24T10:00:59.123Z')).toBe('2026-11-24 10:00 UTC');
});
