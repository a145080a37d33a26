import { expect, test } from 'vitest';
import { everyFailure } from '@/lib/smtp/testing/every-failure';
import { diagnose } from './diagnose';

const place = { host: 'smtp.example.com', port: 587, security: 'starttls', transcript: [] } as const;

test('nothing that is said of a test on the web server speaks of this computer', () => {
  for (const failure of everyFailure) {
    const { title, why, doThis } = diagnose({ failure, ...place, vantage: 'web-server' });
    const said = [title, why, ...doThis].join(' ');
    expect(said).not.toMatch(/this computer(?! too)|OUTPORT_EHLO_NAME|from here\b/i);
  }
});

test('a blocked port is asked of the web host', () => {
  const failure = { stage: 'connect', secured: false, kind: 'timed-out', afterMs: 15_000, bytes: 0 } as const;
  const said = diagnose({ failure, ...place, vantage: 'web-server' }).doThis.join(' ');
  expect(said).toContain('Ask your web host whether it blocks outgoing mail ports.');
  expect(said).not.toContain('internet provider');
});
