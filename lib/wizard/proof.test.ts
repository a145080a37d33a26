import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  changePassword,
  confirmArrival,
  emptyDraft,
  storedDraftSchema,
  type Draft,
  type Proven,
  type SeenArrival,
} from './draft';
import { claim } from './finished-settings';
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
  [
    { ...connects, connects: false, seenThere: '2026-11-24T10:04:30.000Z' },
    'Connects from the web server, seen on 2026-11-24 10:04 UTC; no message was sent with these values',
  ],
] as const)('the line of proof says no more than was proven', (draft, line) => {
  expect(proofLine(draft, 'this computer')).toBe(line);
});

const id = '<1@example.com>';
const at = '2026-11-24T10:03:01.000Z';
const unknown: Draft = {
  ...accepted,
  proven: {
    ...(accepted.proven as Proven),
    outcome: {
      status: 'outcome-unknown',
      failure: { stage: 'data', secured: true, kind: 'closed-by-peer', how: 'end' },
      messageId: id,
    },
  },
};

test.each<[SeenArrival, string]>([
  [{ by: 'link', at, afterMs: 41_200 }, 'arrived: opened 41 s after it was accepted'],
  [{ by: 'link', at, afterMs: 7_800_000 }, 'arrived: opened 2 h 10 min after it was accepted'],
  [{ by: 'link', at, afterMs: 400 }, 'arrived: opened less than a second after it was accepted'],
  [{ by: 'link', at }, 'arrived: its link was pressed on 2026-11-24 10:03 UTC'],
  [{ by: 'code', at }, 'arrived: its code was typed on 2026-11-24 10:03 UTC'],
  [{ by: 'source', at }, 'arrived: its source was pasted from the mailbox on 2026-11-24 10:03 UTC'],
])('what was seen of the arrival is told as it was seen: %j', (arrived, words) => {
  expect(proofLine(confirmArrival(accepted, id, arrived), 'this computer')).toBe(
    `Accepted by smtp.example.com on 2026-11-24 10:00 UTC, sent from this computer; ${words}`,
  );
});

test('a message whose answer was lost proves its settings once it is seen, and never that it was accepted', () => {
  expect(claim(unknown)).toBe('connects');
  const seen = confirmArrival(unknown, id, { by: 'code', at });
  expect(claim(seen)).toBe('works');
  expect(proofLine(seen, 'this computer')).toBe(
    'Handed to smtp.example.com on 2026-11-24 10:00 UTC from this computer, its answer was lost; arrived: its code was typed on 2026-11-24 10:03 UTC',
  );
  expect(claim({ ...seen, chosen: { port: 587, security: 'starttls' } })).toBe('connects');
});

test('what was seen first stays, of this message only, and of none that was not handed over', () => {
  const arrived = confirmArrival(accepted, id, { by: 'link', at, afterMs: 5 });
  expect(confirmArrival(arrived, id, { by: 'code', at })).toBe(arrived);
  expect(confirmArrival(accepted, '<2@example.com>', { by: 'code', at })).toBe(accepted);
  const failure = { stage: 'auth', secured: true, kind: 'refused' } as const;
  const failed: Draft = {
    ...accepted,
    proven: { ...(accepted.proven as Proven), outcome: { status: 'failed', failure } },
  };
  for (const draft of [connects, failed]) expect(confirmArrival(draft, id, { by: 'code', at })).toBe(draft);
});

test('the proof goes with what it proved', () => {
  const arrived = confirmArrival(accepted, id, { by: 'code', at });
  expect(changePassword(arrived, 'another').proven).toBeUndefined();
  expect(proofLine({ ...arrived, chosen: { port: 587, security: 'starttls' } }, 'this computer')).not.toContain(
    'arrived',
  );
});

test('a draft that an older Outport stored loses how the arrival was seen, and nothing else', () => {
  const { password: _never, ...stored } = confirmArrival(accepted, id, { by: 'source', at });
  expect(z.parse(storedDraftSchema, stored)).toEqual(stored);
  const older = { ...stored, proven: { ...stored.proven, arrived: at } };
  const { arrived: _dropped, ...proven } = stored.proven as Proven;
  expect(z.parse(storedDraftSchema, older)).toEqual({ ...stored, proven });
});

test('a moment is shown to the minute, in UTC', () => {
  expect(readableMoment('2026-11-24T10:00:59.123Z')).toBe('2026-11-24 10:00 UTC');
});
