/** The web server's check in the place of Outport's own probe: made, run, and its result read as the wizard reads it. */
import type { ProbeEvent } from '@/lib/probe/events';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { readCheckResult } from '@/lib/vantage/check-result';
import { makeCheckRun } from '@/lib/vantage/check-run';
import { runCheckFile, runShellCheck } from './php-check';

const returnAddress = 'http://127.0.0.1:3000/setup/ports';

/** Which of the two checks: the PHP file, or the script for a shell. */
export type CheckProgram = 'php' | 'shell';

/** Endpoints → the events that it brought back. `authorities` is the file of those it trusts. */
export async function eventsByCheck(
  program: CheckProgram,
  endpoints: readonly Endpoint[],
  authorities: string | undefined,
): Promise<readonly ProbeEvent[]> {
  const run = makeCheckRun({ endpoints: [...endpoints], returnAddress, version: 'lab' });
  const said =
    program === 'php'
      ? await runCheckFile(run, { settings: [`openssl.cafile=${authorities ?? ''}`] })
      : await runShellCheck(run, { SSL_CERT_FILE: authorities ?? '' });
  const reading = await readCheckResult(said, run);
  if (reading.status === 'refused') throw new Error(`${reading.reason}: ${said}`);
  return reading.result.events;
}
