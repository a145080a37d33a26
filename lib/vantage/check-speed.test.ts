import { expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import { runCheckFile } from '@/e2e/lab/php-check';
import { freePorts } from '@/e2e/lab/free-ports';
import { startSilentPorts } from '@/e2e/lab/silent-ports';
import { startScriptedServer } from '@/lib/network/testing/scripted-server';
import { readCheckResult } from './check-result';
import { sampleRun } from './testing/sample-run';

/** What one silent port costs: the patience with a connection, in `lib/network/deadlines` and in the file. */
const patience = 5_000;
const bar = 8_000;

test.skipIf(!hasPhp)(
  'three silent ports cost what one costs, and the fourth that works does not wait for them',
  async () => {
    const dialogue = [
      { say: '220 mail.test\r\n' },
      { expect: /^EHLO/ },
      { say: '250 mail.test\r\n' },
      { expect: /^QUIT$/ },
    ];
    const ports = await freePorts(3);
    const silent = await startSilentPorts('127.0.0.1', ports);
    const server = await startScriptedServer({ dialogue });
    const run = sampleRun([
      ...ports.map((port) => ({ host: '127.0.0.1', port, security: 'starttls' as const })),
      { host: '127.0.0.1', port: server.port, security: 'cleartext' },
    ]);
    const reading = await readCheckResult(await runCheckFile(run), run);
    if (reading.status === 'refused') throw new Error(reading.reason);
    const { endpoints, at } = reading.report;
    expect(endpoints.map(({ outcome }) => outcome?.status)).toEqual(['failed', 'failed', 'failed', 'usable']);
    for (const { outcome } of endpoints.slice(0, 3))
      expect(outcome).toMatchObject({ failure: { kind: 'timed-out', stage: 'connect', afterMs: patience } });
    // By PHP's own clock: one after the other would be three times the patience, and the bar is 1.6 times.
    expect(at / patience).toBeLessThan(bar / patience);
    const [settled = Infinity] = endpoints.slice(3).map(({ settledAt }) => settledAt);
    expect(settled / patience).toBeLessThan(0.5);
    await Promise.all([silent.stop(), server.stop()]);
  },
);
