import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { fixtures } from '@/lib/diagnosis/testing/all-fixtures';
import { buildReport, type RunState } from './build-report';
import { renderings } from './rendering';
import { reportLimit, reportSchema, type Report } from './report';
import { sampleDraft, sampleRun } from './testing/sample-run';

function made(state: RunState, showNames = false): Report {
  const report = buildReport(state, showNames);
  if (report === undefined) throw new Error('no report');
  return z.parse(reportSchema, JSON.parse(JSON.stringify(report)));
}

const personal = /orders@|shopkeeper|Jane|Smith|ann@|\bann\b/i;

describe('what a report holds', () => {
  it('what was tested, from where and when, each port, the message and the settings', () => {
    const report = made(sampleRun, true);
    expect(report).toMatchObject({
      vantage: 'local',
      host: 'mail.example.com',
      testedAt: '2026-11-24T10:04:00.000Z',
      masked: false,
      message: { status: 'accepted', to: 'ann@example.org', queueId: '4fXk2p', when: '2026-11-24T10:05:00.000Z' },
      settings: {
        port: 465,
        security: 'implicit-tls',
        username: 'shopkeeper',
        from: 'orders@shop.test',
        claim: 'works',
      },
    });
    expect(report.ports.map(({ port, word, finding }) => [port, word, finding !== undefined])).toEqual([
      [465, 'Works', false],
      [587, 'Works', false],
      [2525, 'Does not work', true],
      [25, 'No answer', true],
    ]);
    expect(report.ports[0]).toMatchObject({
      stages: [{ name: 'Connect', tookMs: 21 }],
      addresses: [{ address: '192.0.2.7', result: 'connected', tookMs: 20 }],
    });
  });

  it('names nobody unless its owner wants it, in none of its forms', () => {
    const [hidden, shown] = [made(sampleRun), made(sampleRun, true)];
    for (const { id, render } of renderings) {
      expect(render(hidden), id).not.toMatch(personal);
      expect(render(hidden), id).toContain('shop.test');
      expect(render(shown).replaceAll('\\', ''), id).toContain('orders@shop.test');
    }
  });

  it('a user name that everybody has is shown, since it is part of the advice', () => {
    const account = { ...sampleDraft.account, username: 'apikey' } as NonNullable<typeof sampleDraft.account>;
    const draft = { ...sampleDraft, account };
    expect(made({ ...sampleRun, draft, usernameIsFixed: true }).settings?.username).toBe('apikey');
    expect(made({ ...sampleRun, draft }).settings?.username).toBe('a***');
  });

  it('without an account there is none, and what a reload lost is left out', () => {
    expect(buildReport({ ...sampleRun, draft: { connects: false } }, false)).toBeUndefined();
    const report = made({ ...sampleRun, rows: [] });
    expect(report).toMatchObject({ ports: [] });
    expect(report).not.toHaveProperty('testedAt');
  });

  it('has no place for a password, and takes none', () => {
    const report = made(sampleRun);
    for (const more of [{ password: 'x' }, { settings: { ...report.settings, password: 'x' } }])
      expect(z.safeParse(reportSchema, { ...report, ...more }).success).toBe(false);
  });
});

it('every finding there is fits, whatever the server wrote, and names no one', () => {
  for (const { evidence, rule } of fixtures) {
    const message = diagnose(evidence);
    const account = { ...sampleDraft.account, username: evidence.username ?? '' } as NonNullable<
      typeof sampleDraft.account
    >;
    const text = JSON.stringify(
      made({ ...sampleRun, draft: { ...sampleDraft, account }, findings: { ...sampleRun.findings, message } }),
    );
    expect(text, rule).toContain(message.ruleId);
    if (evidence.username?.includes('@') === true) expect(text, rule).not.toContain(evidence.username);
  }
});

it.each(['\u0007<"&', '漢字', 'word '])(
  'the longest words of the most ports, all %j, weigh no more than a report may',
  (text) => {
    const long = `${text.repeat(400)} ann@example.org`;
    const finding = {
      ruleId: 'refused',
      severity: 'blocker' as const,
      title: long,
      why: long,
      doThis: Array.from({ length: 40 }, () => long),
      evidence: Array.from({ length: 400 }, () => long),
      source: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.2',
    };
    const [row] = sampleRun.rows;
    if (row === undefined) throw new Error('no row');
    const rows = Array.from({ length: 16 }, (_, index) => ({ ...row, id: `row ${index}` }));
    const said = { at: 1, from: 'server' as const, secured: true, text: long };
    const report = made({
      ...sampleRun,
      rows,
      delivery: { stages: [], attempts: [], broken: false, at: 1, transcript: Array.from({ length: 500 }, () => said) },
      findings: {
        run: Array.from({ length: 20 }, () => finding),
        ports: new Map(rows.map(({ id }) => [id, finding])),
        message: finding,
      },
    });
    expect(new TextEncoder().encode(JSON.stringify(report)).length).toBeLessThanOrEqual(reportLimit);
  },
);
