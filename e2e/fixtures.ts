/**
 * What every spec starts from: Outport running with an authority of the lab's, and a browser whose pages may neither
 * complain nor let the canary password out. Import `test` and `expect` from here, never from Playwright.
 */
import { test as base } from '@playwright/test';
import { makeLabCertificates, type LabCertificates } from './lab/certificates';
import { startOutport, type Mode, type Outport } from './lab/outport';
import type { Place } from './lab/star';
import { watchComplaints } from './watch/complaints';
import { watchLeaks } from './watch/leaks';

type PerTest = {
  /** Complaints of a page that a test provokes. */
  readonly tolerated: readonly RegExp[];
  /** True where the test itself switches the password on. */
  readonly passwordMayBeShown: boolean;
  readonly watched: undefined;
};
type PerWorker = {
  /** How Outport is started; a file that chooses another mode has an Outport of its own. */
  readonly mode: Mode;
  readonly certificates: LabCertificates;
  /** What is set for Outport beside the usual. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where Outport lives, if not on this machine's own network. */
  readonly place: Place | undefined;
  readonly outport: Outport;
};

// Several checkouts can be tested beside each other.
export const port = Number(process.env['E2E_PORT'] ?? 3127);

export const test = base.extend<PerTest, PerWorker>({
  mode: ['local', { option: true, scope: 'worker' }],
  certificates: [
    async ({ browserName: _any }, provide) => {
      await provide(await makeLabCertificates());
    },
    { scope: 'worker' },
  ],
  environment: [{}, { option: true, scope: 'worker' }],
  place: [undefined, { option: true, scope: 'worker' }],
  outport: [
    async ({ certificates, mode, environment, place }, provide) => {
      const outport = await startOutport(port, certificates.authority, mode, environment, place);
      await provide(outport);
      await outport.stop();
    },
    { scope: 'worker', auto: true, timeout: 180_000 },
  ],
  baseURL: async ({ outport }, provide) => provide(outport.url),
  tolerated: [[], { option: true }],
  passwordMayBeShown: [false, { option: true }],
  watched: [
    async ({ context, outport, tolerated, passwordMayBeShown }, provide) => {
      const complaints = await watchComplaints(context);
      const leaks = await watchLeaks(context, () => outport.output(), passwordMayBeShown);
      await provide(undefined);
      expect(await leaks.found(), 'where the password was seen').toEqual([]);
      const untolerated = complaints.filter((complaint) => !tolerated.some((pattern) => pattern.test(complaint)));
      expect(untolerated, 'what the pages complained about').toEqual([]);
    },
    { auto: true },
  ],
});

export const expect = test.expect;
