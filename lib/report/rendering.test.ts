import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readArrival, type ReadArrival } from '@/lib/arrival/read-arrival';
import { rspamd } from '@/lib/arrival/testing/further-sources';
import { code, messageId } from '@/lib/arrival/testing/sources';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { fixtures } from '@/lib/diagnosis/testing/all-fixtures';
import { buildReport } from './build-report';
import { fileName, renderings } from './rendering';
import { reportSchema, type Report } from './report';
import { reportFile } from './report-html';
import { reportMarkdown } from './markdown';
import { sampleRun, sampleSeen } from './testing/sample-run';

const messageFinding = diagnose(
  fixtures.find(({ evidence }) => evidence.failure.kind === 'negative-reply')?.evidence ??
    fixtures[0]?.evidence ??
    (undefined as never),
);
const sample = buildReport(
  {
    ...sampleRun,
    findings: { ...sampleRun.findings, run: [messageFinding], message: messageFinding },
    reading: longestReading(),
    webServer: sampleSeen,
  },
  true,
);
if (sample === undefined) throw new Error('no report');

/** A source on which most rules speak, which came a long way. */
function longestReading(): ReadArrival {
  const hop = 'Received: from a.provider.example by b.provider.example with ESMTPS; 25 Nov 2026 09:50:00 +0000\n';
  const source = rspamd.replace(/^From:/m, `${hop.repeat(10)}From:`);
  const reading = readArrival(source, { messageId, code, to: 'owner@mailbox.example' });
  if (reading.status !== 'read') throw new Error(reading.status);
  return reading;
}

/** Every text of a value replaced, where the schema lets anything stand. */
function hostile(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((each) => hostile(each, text));
  if (typeof value !== 'object' || value === null) return value;
  const kept = [
    'made',
    'at',
    'vantage',
    'host',
    'testedAt',
    'security',
    'tone',
    'severity',
    'source',
    'status',
    'when',
    'login',
    'claim',
    'trust',
    'method',
  ];
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (
        (kept.includes(key) && typeof each === 'string') ||
        (key === 'from' && (each === 'client' || each === 'server'))
      )
        return [key, each];
      return [key, hostile(each, text)];
    }),
  );
}

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</pre></style><svg onload=alert(1)>',
  '&lt;b&gt; &#60;i>',
];

describe('nothing that was sent acts', () => {
  it.each(attacks)('%s stays text in the page', (attack) => {
    const report = z.parse(reportSchema, hostile(sample, attack)) as Report;
    const page = reportFile(report);
    const tags = (text: string) => [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
    // The tags are those of a harmless report, each with its attributes and none more.
    expect(tags(page)).toEqual(tags(reportFile(z.parse(reportSchema, hostile(sample, 'plain')))));
    expect(page).toContain(
      attack
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
    );
  });

  it('Markdown holds no HTML, no link, no heading and no fence of theirs', () => {
    const outside = (text: string) =>
      reportMarkdown(z.parse(reportSchema, hostile(sample, text))).replace(/^(`{3,})text\n[^]*?\n\1$/gm, '');
    for (const attack of [
      '<script>x</script>',
      '[a](https://evil.test)',
      '![a](x)',
      '| a | b |',
      '```',
      '**b** _i_ ~s~',
    ]) {
      // What is escaped is text; nothing of the attack may be left beside it.
      expect(outside(attack).replace(/\\./g, ''), attack).not.toContain(attack);
    }
    for (const block of ['# Heading', '- item', '1. item', '> quote', '==='])
      expect(outside(block)).not.toMatch(new RegExp(`^\\s*${block}`, 'm'));
    // A run of backticks in what a server said does not end the fence around it.
    expect(reportMarkdown(z.parse(reportSchema, hostile(sample, 'a ````` b')))).toContain('\n``````text\na ````` b');
  });

  it.each(['a\nb', 'a\u0000b', 'a\u202eb', 'a\u2028b'])('%j is not taken at all', (text) => {
    expect(z.safeParse(reportSchema, hostile(sample, text)).success).toBe(false);
  });

  it.each([
    'javascript:alert(1)',
    'http://example.com/',
    'https://a.test/"x',
    'https://a.test/<x>',
    'https://a.test/ x',
    "https://a.test/'",
  ])('the source %s is not taken', (source) => {
    const [found] = sample.findings;
    expect(z.safeParse(reportSchema, { ...sample, findings: [{ ...found, source }] }).success).toBe(false);
  });
});

describe('a page', () => {
  it('needs nothing else, is not indexed, and serves both schemes and paper', () => {
    const page = reportFile(sample);
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import/);
    for (const part of [
      'name="robots" content="noindex"',
      'prefers-color-scheme:dark',
      '@media print',
      'lang="en"',
      "default-src 'none'",
    ])
      expect(page).toContain(part);
  });

  it('weighs less than 30 kB, when everything failed too', () => {
    const different = new Map(
      fixtures.map(({ evidence }) => diagnose(evidence)).map((finding) => [finding.ruleId, finding]),
    );
    const heaviest = [...different.values()]
      .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
      .slice(0, 6);
    const [row] = sampleRun.rows;
    if (row === undefined) throw new Error('no row');
    const stages = ['resolve', 'connect', 'greeting', 'ehlo', 'starttls', 'tls', 'auth'] as const;
    const rows = heaviest.map(({ ruleId }) => ({
      ...row,
      id: ruleId,
      report: { ...row.report, stages: stages.map((stage) => ({ stage, secured: false, startedAt: 1, tookMs: 12 })) },
    }));
    const ports = new Map(heaviest.map((finding) => [finding.ruleId, finding]));
    const said = {
      at: 1,
      from: 'server' as const,
      secured: true,
      text: '250-SIZE 36700160 and words of an ordinary length',
    };
    const report = buildReport(
      {
        ...sampleRun,
        rows,
        findings: { run: heaviest.slice(0, 2), ports, message: messageFinding },
        reading: longestReading(),
        delivery: {
          stages: [],
          attempts: [],
          broken: false,
          at: 1,
          transcript: Array.from({ length: 60 }, () => said),
        },
      },
      true,
    );
    if (report === undefined) throw new Error('no report');
    expect(report.message?.source?.findings.length).toBeGreaterThan(3);
    expect(new TextEncoder().encode(reportFile(report)).length).toBeLessThan(30_000);
  });

  it('the JSON is the report, and each file is named after host and day', () => {
    const json = renderings.find(({ id }) => id === 'json');
    expect(JSON.parse(json?.render(sample) ?? '')).toEqual(sample);
    expect(renderings.map((rendering) => fileName({ ...sample, host: '2001:db8::1' }, rendering))).toEqual([
      'outport-2001-db8--1-2026-11-24.html',
      'outport-2001-db8--1-2026-11-24.md',
      'outport-2001-db8--1-2026-11-24.json',
    ]);
  });
});
