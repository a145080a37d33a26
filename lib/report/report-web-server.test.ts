import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { buildReport } from './build-report';
import { reportMarkdown } from './markdown';
import { reportSchema } from './report';
import { reportFile } from './report-html';
import { sampleRun, sampleSeen } from './testing/sample-run';

const built = buildReport({ ...sampleRun, webServer: sampleSeen }, false);

it('tells each port as the web server sees it, when, what differs, and which port is for it', () => {
  expect(z.parse(reportSchema, built).webServer).toMatchObject({
    at: '2026-11-24T10:04:30.000Z',
    problems: ['PHP here knows no certificate authorities.'],
    ports: [
      { port: 465, tone: 'fails' },
      { port: 587, tone: 'fails' },
      { port: 2525, tone: 'works', word: 'Works' },
      { port: 25, tone: 'muted' },
    ],
  });
  expect(built?.webServer?.findings.map(({ rule }) => rule)).toContain('web-server-port-closed');
  expect(built?.webServer?.advice).toMatch(/^Tried from your web server\. .*2525/);
});

it('stands in every rendering, between the ports and the message', () => {
  if (built === undefined) throw new Error('no report');
  const order = (text: string, marks: readonly string[]) => marks.map((mark) => text.indexOf(mark));
  for (const [text, heading] of [
    [reportFile(built), '<h2>'],
    [reportMarkdown(built), '## '],
  ] as const) {
    const places = order(text, [`${heading}Ports`, `${heading}From the web server`, `${heading}Test message`]);
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('by its own clock');
    expect(text).toContain('PHP here knows no certificate authorities.');
  }
});

it('is no part of a report without a check, nor says anything of ports that were not tried', () => {
  expect(buildReport(sampleRun, false)).not.toHaveProperty('webServer');
  const nothing = { ...sampleSeen, compared: { ...sampleSeen.compared, rows: [] } };
  const { webServer } = buildReport({ ...sampleRun, webServer: nothing }, false) ?? {};
  expect(webServer).toEqual({ at: sampleSeen.at, problems: sampleSeen.problems, ports: [], findings: [] });
});
