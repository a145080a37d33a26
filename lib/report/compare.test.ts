import { expect, it } from 'vitest';
import { buildReport } from './build-report';
import { compareReports } from './compare';
import { sampleRun } from './testing/sample-run';

const before = buildReport(sampleRun, false);
if (before === undefined) throw new Error('no report');

it('a run compared with itself differs in nothing', () => {
  const { ports, gone, added } = compareReports(before, before);
  expect(ports.map(({ name, isChanged }) => [name, isChanged])).toEqual([
    ['465, implicit TLS', false],
    ['587, STARTTLS', false],
    ['2525, STARTTLS', false],
    ['25, STARTTLS', false],
  ]);
  expect([gone, added]).toEqual([[], []]);
});

it('a port that was opened, one that is gone, and one that is new are told', () => {
  const [first, second, third] = before.ports;
  if (first === undefined || second === undefined || third === undefined) throw new Error('no ports');
  const opened = { ...third, tone: 'works' as const, word: 'Works', detail: 'TLS 1.3', finding: undefined };
  const other = { ...second, port: 2587, finding: third.finding };
  const { ports, gone, added } = compareReports(before, { ...before, ports: [first, second, opened, other] });
  expect(ports.filter(({ isChanged }) => isChanged)).toEqual([
    {
      name: '2525, STARTTLS',
      before: 'Does not work, closed: refused at once',
      after: 'Works, TLS 1.3',
      isChanged: true,
    },
    { name: '25, STARTTLS', before: 'No answer, waited 5 s', after: undefined, isChanged: true },
    { name: '2587, STARTTLS', before: undefined, after: 'Works, TLS 1.3', isChanged: true },
  ]);
  expect(gone.map((title) => title.split(':')[0])).toEqual(['Port 2525, STARTTLS', 'Port 25, STARTTLS']);
  expect(added.map((title) => title.split(':')[0])).toEqual(['Port 2587, STARTTLS']);
});
