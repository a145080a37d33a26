/** A report as Markdown for a support ticket. What others wrote stands in fences or escaped, so that it stays text. */
import { readableTime } from '@/lib/probe/time-axis';
import type { Fact } from './fact';
import { messageFacts, portName, portResult, reportTitle, runFacts, settingsFacts, webServerMoment } from './facts';
import { sourceFacts, wayLines } from './arrival-facts';
import type { Report, ReportedPort, ReportedSource, ReportedWebServer, ReportFinding } from './report';

/** CommonMark §2.4, as little as it takes for a ticket to stay readable; `<` and `&` are where HTML would begin. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/^(\s*)([#>+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** Lines as they are, between fences longer than any in them (CommonMark §4.5). */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((text) => (text.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence].join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(escaped))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const portTable = (ports: readonly Pick<ReportedPort, 'port' | 'security' | 'plays' | 'word' | 'detail'>[]) =>
  table(
    ['Port', 'Result'],
    ports.map((port) => [portName(port), portResult(port)]),
  );

const facts = (list: readonly Fact[]) => list.map(({ label, value }) => `- **${label}:** ${escaped(value)}`).join('\n');

function finding({ title, why, doThis, evidence, source }: ReportFinding): string[] {
  return [
    `**${escaped(title)}**`,
    escaped(why),
    doThis.map((step, index) => `${index + 1}. ${escaped(step)}`).join('\n'),
    ...(evidence.length === 0 ? [] : [fenced(evidence)]),
    `Source: <${source}>`,
  ];
}

function portDetails(port: ReportedPort): string[] {
  const took = port.stages.map(({ name, tookMs }) => {
    return `${name} ${tookMs === undefined ? 'did not pass' : readableTime(tookMs)}`;
  });
  const addresses = port.addresses.map(
    ({ address, result, tookMs }) => `${address} ${result}, ${readableTime(tookMs)}`,
  );
  return [
    `### Port ${portName(port)}: ${escaped(portResult(port))}`,
    ...(took.length === 0 ? [] : [`Stages: ${escaped(took.join(' · '))}`]),
    ...(addresses.length === 0 ? [] : [`Addresses: ${escaped(addresses.join(' · '))}`]),
    ...(port.finding === undefined ? [] : finding(port.finding)),
  ];
}

function webServerDetails(webServer: ReportedWebServer): string[] {
  const { problems, ports, findings, advice } = webServer;
  return [
    '## From the web server',
    webServerMoment(webServer),
    ...problems.map(escaped),
    ...(ports.length === 0 ? [] : [portTable(ports)]),
    ...findings.flatMap(finding),
    ...(advice === undefined ? [] : [escaped(advice)]),
  ];
}

function sourceDetails(source: ReportedSource): string[] {
  const way = wayLines(source);
  return [
    '### What its source showed',
    facts(sourceFacts(source)),
    ...(way.length === 0
      ? []
      : ['The way it took:', way.map((hop, index) => `${index + 1}. ${escaped(hop)}`).join('\n')]),
    ...source.findings.flatMap(finding),
  ];
}

/** Report → Markdown, ending in a newline. */
export function reportMarkdown(report: Report): string {
  const { ports, findings, webServer, message, settings } = report;
  const blocks = [
    `# Outport report: ${escaped(reportTitle(report))}`,
    facts(runFacts(report)),
    ...(findings.length === 0 ? [] : ['## What was found', ...findings.flatMap(finding)]),
    ...(ports.length === 0 ? [] : ['## Ports', portTable(ports), ...ports.flatMap(portDetails)]),
    ...(webServer === undefined ? [] : webServerDetails(webServer)),
    ...(message === undefined
      ? []
      : [
          '## Test message',
          facts(messageFacts(message)),
          ...(message.reply.length === 0 ? [] : [fenced(message.reply)]),
          ...(message.finding === undefined ? [] : finding(message.finding)),
          ...(message.source === undefined ? [] : sourceDetails(message.source)),
          ...(message.transcript.length === 0
            ? []
            : [
                'The conversation:',
                fenced(message.transcript.map(({ from, text }) => `${from === 'client' ? '>' : '<'} ${text}`)),
              ]),
        ]),
    ...(settings === undefined
      ? []
      : ['## Settings', facts(settingsFacts(settings, message)), 'The password is not part of any report.']),
  ];
  return `${blocks.join('\n\n')}\n`;
}
