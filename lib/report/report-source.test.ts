import { describe, expect, it, test } from 'vitest';
import * as z from 'zod/mini';
import { rspamd } from '@/lib/arrival/testing/further-sources';
import { readArrival, type ReadArrival } from '@/lib/arrival/read-arrival';
import { code, gmailAllPass, gmailSoftfail, messageId, ownFields } from '@/lib/arrival/testing/sources';
import type { Proven, SeenArrival } from '@/lib/wizard/draft';
import { buildReport, type RunState } from './build-report';
import { compareReports } from './compare';
import { renderings } from './rendering';
import { reportSchema, type Report } from './report';
import { sampleDraft, sampleRun } from './testing/sample-run';

const at = '2026-11-24T10:07:00.000Z';
const proven = sampleDraft.proven as Proven;

function read(source: string): ReadArrival {
  const reading = readArrival(source, { messageId, code, to: 'owner@mailbox.example' });
  if (reading.status !== 'read') throw new Error(reading.status);
  return reading;
}

function made(arrived: SeenArrival | undefined, more: Partial<RunState> = {}, outcome = proven.outcome): Report {
  const draft = { ...sampleDraft, proven: { ...proven, outcome, arrived } };
  const report = buildReport({ ...sampleRun, draft, ...more }, false);
  return z.parse(reportSchema, JSON.parse(JSON.stringify(report)));
}

const forms = (report: Report) => renderings.map(({ render }) => render(report).replaceAll('\\', ''));
const [html, markdown] = [0, 1] as const;

describe('how the message was seen to arrive', () => {
  it.each<[SeenArrival, string]>([
    [{ by: 'link', at, afterMs: 41_000 }, 'Opened 41 s after it was accepted'],
    [{ by: 'code', at }, 'Its code was typed on 2026-11-24 10:07 UTC'],
    [{ by: 'source', at }, 'Its source was pasted from the mailbox on 2026-11-24 10:07 UTC'],
  ])('%j stands in every form', (arrived, words) => {
    const report = made(arrived);
    const all = forms(report);
    expect(all[html]).toContain(words);
    expect(all[markdown]).toContain(words);
    expect(report.message?.arrival).toEqual(arrived);
    for (const form of all) expect(form).not.toContain('not yet proof');
  });

  it('without it the report says that accepted is no proof', () => {
    expect(made(undefined).message).not.toHaveProperty('arrival');
    expect(forms(made(undefined))[html]).toContain('not yet proof that it arrived');
  });

  it('where the answer was lost it arrived all the same, and nobody is said to have accepted it', () => {
    const failure = { stage: 'data', secured: true, kind: 'closed-by-peer', how: 'end' } as const;
    const report = made({ by: 'code', at }, {}, { status: 'outcome-unknown', failure, messageId: '<b7e1@shop.test>' });
    expect(report.settings?.claim).toBe('works');
    for (const form of forms(report).slice(0, 2)) {
      expect(form).toContain('answer was lost, and the message arrived all the same');
      expect(form).toContain('arrived, although the mail server’s answer to it was lost');
      expect(form).not.toMatch(/accepted a message/i);
    }
  });
});

describe('what the source showed', () => {
  it('is its verdicts, the way by public names with delays, and what to mend', () => {
    const report = made({ by: 'source', at }, { reading: read(rspamd) });
    expect(report.message?.source).toMatchObject({
      trust: 'not-trusted',
      writer: 'mail.own.example',
      verdicts: [
        { method: 'dkim', result: 'fail', domain: 'shop.example' },
        { method: 'spf', result: 'permerror' },
        { method: 'dmarc', result: 'fail' },
      ],
      hops: [{ server: 'mail.own.example' }, { server: 'mail.own.example', delayMs: 1000 }],
    });
    for (const form of forms(report).slice(0, 2)) {
      for (const words of ['Not trusted', 'fail, for shop.example', '1 s later', 'DMARC fails'])
        expect(form).toContain(words);
    }
  });

  it('names no computer and no person, whatever stands in it', () => {
    for (const source of [gmailAllPass, gmailSoftfail, rspamd]) {
      const report = made({ by: 'source', at }, { reading: read(source) });
      for (const form of forms(report)) {
        expect(form).not.toMatch(/203\.0\.113|198\.51\.100|2002:a05|laptop|Orders, Shop|orders@|owner@/);
      }
    }
  });

  it('cannot act, is bounded, and does not weigh a report down', () => {
    const hop = (index: number) => `Received: by ${'a.'.repeat(80)}h${index}.example; 25 Nov 2026 10:00:00 +0000`;
    const reason = `("</pre><script>alert(1)</script>\u202e ann@example.org ${'x'.repeat(4000)}")`;
    const hostile = [
      ...Array.from({ length: 200 }, (_, index) => hop(index)),
      `Authentication-Results: h199.example; dkim=<b>x</b>${reason} header.d=shop.example; spf=fail${reason} smtp.mailfrom=shop.example`,
      `X-Spam-Status: Yes, score=9 required=5 tests=<img>,${'Y'.repeat(3000)}`,
      ownFields,
    ].join('\n');
    const report = made({ by: 'source', at }, { reading: read(hostile) });
    expect(report.message?.source?.hops).toHaveLength(12);
    for (const form of forms(report).slice(0, 2)) {
      expect(form).not.toMatch(/<script|<b>x|<img|\u202e|ann@example/);
      expect(form.length).toBeLessThan(30_000);
    }
  });

  test('two reports are compared by it, too', () => {
    const before = made({ by: 'source', at }, { reading: read(gmailSoftfail) });
    const { gone } = compareReports(before, made({ by: 'source', at }, { reading: read(gmailAllPass) }));
    expect(gone.filter((title) => title.startsWith('Source of the message: '))).toHaveLength(3);
  });
});
