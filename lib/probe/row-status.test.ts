import { describe, expect, test } from 'vitest';
import { certificate, everyFailure } from '@/lib/smtp/testing/every-failure';
import type { ProbeOutcome } from '@/lib/smtp/outcome';
import { rowStatus } from './row-status';

const row = (outcome?: ProbeOutcome) => ({ stages: [], ...(outcome === undefined ? {} : { outcome }) });
const plain = { role: 587, notOffered: undefined, isRunning: false };
const usable: ProbeOutcome = {
  status: 'usable',
  capabilities: [],
  tls: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', certificate, trusted: true },
};

describe('the words of a row', () => {
  test('every failure has a short reason', () => {
    for (const failure of everyFailure) {
      const status = rowStatus(row({ status: 'failed', failure }), plain);
      expect(status.tone).toBe('fails');
      expect(status.detail, failure.kind).toMatch(/^\S.{3,45}$/);
    }
  });

  test('works is said only of verified encryption', () => {
    expect(rowStatus(row(usable), plain)).toEqual({ word: 'Works', detail: 'TLS 1.3', tone: 'works' });
    expect(rowStatus(row({ status: 'usable', capabilities: [] }), plain)).toMatchObject({ tone: 'warns' });
  });

  test('port 25 and a port that nobody offers stay muted when they fail', () => {
    const failure = { stage: 'connect', secured: false, kind: 'timed-out', afterMs: 5000, bytes: 0 } as const;
    const failed = row({ status: 'failed', failure });
    expect(rowStatus(failed, { ...plain, role: 25 })).toEqual({
      word: 'No answer',
      detail: 'waited 5 s',
      tone: 'muted',
    });
    expect(rowStatus(failed, { ...plain, notOffered: 'not offered by Google' })).toEqual({
      word: 'No answer',
      detail: 'not offered by Google',
      tone: 'muted',
    });
  });

  test('a port that works although nobody offers it says so', () => {
    const status = rowStatus(row(usable), { ...plain, notOffered: 'not offered by Google' });
    expect(status).toMatchObject({ word: 'Works', detail: 'not offered by Google, works all the same' });
  });

  test('without an end a row waits, goes on, or was stopped', () => {
    const stages = [{ stage: 'greeting', secured: false, startedAt: 3 }] as const;
    expect(rowStatus(row(), { ...plain, isRunning: true }).word).toBe('Waiting');
    expect(rowStatus({ stages }, { ...plain, isRunning: true }).word).toBe('Reading greeting');
    expect(rowStatus({ stages }, plain).word).toBe('Not tested');
  });
});
