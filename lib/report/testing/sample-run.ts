/** A run as a tab knows it: four ports of which two work, one message that was accepted. */
import { diagnose } from '@/lib/diagnosis/diagnose';
import { sideBySide } from '@/lib/diagnosis/side-by-side';
import { attempt, closed, report, seen, silence, works } from '@/lib/diagnosis/testing/evidence';
import { planPorts } from '@/lib/probe/plan';
import type { ProbeReport } from '@/lib/probe/report';
import type { StoredDraft } from '@/lib/wizard/draft';
import { portRows } from '@/lib/wizard/port-rows';
import type { RunState } from '../build-report';
import type { SeenFromWebServer } from '../report-web-server';

const host = 'mail.example.com';

export const sampleDraft: StoredDraft = {
  provider: 'other',
  account: {
    variant: '',
    host,
    ports: [],
    login: true,
    username: 'shopkeeper',
    from: { name: 'Jane Smith', address: 'orders@shop.test' },
  },
  chosen: { port: 465, security: 'implicit-tls' },
  connects: true,
  proven: {
    endpoint: { host, port: 465, security: 'implicit-tls' },
    username: 'shopkeeper',
    from: { name: 'Jane Smith', address: 'orders@shop.test' },
    to: 'ann@example.org',
    when: '2026-11-24T10:05:00.000Z',
    outcome: {
      status: 'accepted',
      reply: { code: 250, enhanced: '2.0.0', text: ['2.0.0 Ok for ann, queued as 4fXk2p'] },
      queueId: '4fXk2p',
      messageId: '<b7e1@shop.test>',
    },
  },
};

const probe: ProbeReport = {
  endpoints: [
    { ...report(465, works), stages: [{ stage: 'connect', secured: false, startedAt: 3, tookMs: 21 }] },
    report(587, works),
    report(2525, closed),
    report(25, silence),
  ],
  attempts: [attempt(465, '192.0.2.7', 'connected'), attempt(25, '192.0.2.7', silence, 5000)],
  finished: true,
  broken: false,
  at: 5003,
};

const rows = portRows(planPorts({ host, ports: [] }), probe, {}, false);

/** The finding of each port that failed. */
const ports = new Map(
  rows.flatMap((row) => {
    const { outcome } = row.report;
    const { port } = row.planned.endpoint;
    return outcome?.status === 'failed' ? [[row.id, diagnose(seen(outcome.failure, { port }))] as const] : [];
  }),
);

/** Behind the web host's firewall only 2525 gets through. */
const there: ProbeReport = {
  ...probe,
  endpoints: [report(465, silence), report(587, silence), report(2525, works), report(25, silence)],
  attempts: [],
};
export const sampleSeen: SeenFromWebServer = {
  at: '2026-11-24T10:04:30.000Z',
  problems: ['PHP here knows no certificate authorities.'],
  compared: sideBySide({ here: probe, there, credentials: false }),
};

export const sampleRun: RunState = {
  draft: sampleDraft,
  vantage: 'local',
  usernameIsFixed: false,
  made: '2026-11-24T10:06:00.000Z',
  testedAt: '2026-11-24T10:04:00.000Z',
  rows,
  attempts: probe.attempts,
  delivery: {
    stages: [{ stage: 'auth', secured: true, startedAt: 40, tookMs: 12 }],
    transcript: [
      { at: 60, from: 'client', secured: true, text: 'MAIL FROM:<orders@shop.test>' },
      { at: 70, from: 'server', secured: true, text: '250 2.1.0 shopkeeper may send' },
    ],
    attempts: [],
    broken: false,
    at: 90,
  },
  findings: { run: [], ports },
};
