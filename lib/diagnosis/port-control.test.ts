import { describe, expect, it } from 'vitest';
import type { EndpointReport } from '@/lib/probe/report';
import type { Directory, DirectoryEntry } from '@/lib/providers/directory';
import { usualSecurity } from '@/lib/smtp/endpoint';
import type { Failure, ProbeOutcome } from '@/lib/smtp/outcome';
import { controlEndpoints, controlFinding } from './port-control';

const directory: Directory = [
  entry('one', 'smtp.one.example', [465, 2525]),
  entry('two', 'smtp.two.example', [465, 2525], 'smtp.eu.two.example'),
  entry('three', 'smtp.three.example', [465]),
  { ...entry('catcher', 'localhost', [465]), kind: 'catcher' },
  entry('own', '', [465]),
];

function entry(id: string, host: string, ports: readonly number[], other?: string): DirectoryEntry {
  const offered = ports.map((port) => ({ port, security: usualSecurity(port) }));
  const tile = { name: id, shortName: id, hint: '', mark: { letters: 'X', hue: '#000000' }, aliases: [] };
  const more = other === undefined ? [] : [{ variant: 'other', host: other, ports: offered }];
  return { id, kind: 'sending', ...tile, hosts: [{ variant: 'main', host, ports: offered }, ...more] };
}

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
    expect(controlEndpoints(2525, 'smtp.three.example', directory).map(({ host }) => host)).toEqual([
      'smtp.one.example',
      'smtp.two.example',
    ]);
    expect(controlEndpoints(465, 'smtp.eu.two.example', directory)).toEqual([
      { host: 'smtp.one.example', port: 465, security: 'implicit-tls' },
      { host: 'smtp.three.example', port: 465, security: 'implicit-tls' },
    ]);
    expect(controlEndpoints(4465, 'smtp.example.com', directory)).toEqual([]);
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
