import { describe, expect, it } from 'vitest';
import type { EndpointReport } from '@/lib/probe/report';
import type { Failure, ProbeOutcome } from '@/lib/smtp/outcome';
import { controlEndpoints, controlFinding } from './port-control';

const report = (host: string, outcome: ProbeOutcome): EndpointReport => ({
  id: `${host}:587/starttls`,
  endpoint: { id: `${host}:587/starttls`, host, port: 587, security: 'starttls' },
  stages: [],
  transcript: [],
  outcome,
});
const failed = (failure: Failure): ProbeOutcome => ({ status: 'failed', failure });
const silence = failed({ stage: 'connect', secured: false, kind: 'timed-out', afterMs: 5000, bytes: 0 });
const refusal = failed({ stage: 'connect', secured: false, kind: 'refused' });
const hungUp = failed({ stage: 'greeting', secured: false, kind: 'closed-by-peer', how: 'end' });
const usable: ProbeOutcome = { status: 'usable', capabilities: [] };

describe('the control of a silent port', () => {
  it('asks other providers that offer the port, each once, and never the silent host’s own', () => {
    expect(controlEndpoints(2525, 'smtp.gmail.com').map(({ host }) => host)).toEqual([
      'smtp.sendgrid.net',
      'smtp.mailgun.org',
    ]);
    expect(controlEndpoints(465, 'smtp.eu.mailgun.org')).toEqual([
      { host: 'smtp.sendgrid.net', port: 465, security: 'implicit-tls' },
      { host: 'smtp.gmail.com', port: 465, security: 'implicit-tls' },
    ]);
    expect(controlEndpoints(4465, 'smtp.example.com')).toEqual([]);
  });

  it.each<[string, readonly ProbeOutcome[]]>([
    ['control-network', [silence, silence]],
    ['control-server', [silence, usable]],
    ['control-server', [hungUp, silence]],
    ['control-unclear', [silence, refusal]],
    ['control-unclear', [{ status: 'not-tested', reason: 'aborted' }, silence]],
    ['control-unclear', []],
  ])('is %s only when the others show it', (ruleId, outcomes) => {
    const reports = outcomes.map((outcome, index) => report(`smtp${index}.example.com`, outcome));
    const finding = controlFinding(587, 'smtp.example.org', reports);
    expect(finding.ruleId).toBe(ruleId);
    expect(finding.severity === 'blocker').toBe(ruleId === 'control-network');
    expect(finding.evidence[0]).toContain(outcomes.length === 0 ? 'nobody' : 'smtp0.example.com');
  });
});
