/** A report as a page: the file to keep, and what stands at its address. No script; every text in it is escaped. */
import { readableTime } from '@/lib/probe/time-axis';
import type { Fact } from './fact';
import { messageFacts, portName, portResult, reportTitle, runFacts, settingsFacts, webServerMoment } from './facts';
import { Html, markup, nothing } from './markup';
import { sourceFacts, wayLines } from './arrival-facts';
import type { Report, ReportedPort, ReportedSource, ReportFinding } from './report';
import { reportStyle } from './report-style';

const definitions = (facts: readonly Fact[]) =>
  markup`<dl>${facts.map(({ label, value }) => markup`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;

const block = (label: string, lines: readonly string[]) =>
  lines.length === 0
    ? nothing
    : markup`<pre tabindex="0" role="region" aria-label="${label}">${lines.join('\n')}</pre>`;

function finding(place: string, { title, why, doThis, evidence, source }: ReportFinding): Html {
  return markup`<p><strong>${title}</strong></p><p>${why}</p><ol>${doThis.map((step) => markup`<li>${step}</li>`)}</ol>${block(`Evidence, ${place}`, evidence)}<p class="soft"><a href="${source}" rel="noreferrer">Where this is written</a></p>`;
}

function portSection(port: ReportedPort): Html {
  const { stages, addresses } = port;
  const rows = [
    ...stages.map(({ name, tookMs }) => ({ name, text: tookMs === undefined ? 'did not pass' : readableTime(tookMs) })),
    ...addresses.map(({ address, result, tookMs }) => ({ name: address, text: `${result}, ${readableTime(tookMs)}` })),
  ];
  const name = portName(port);
  return markup`<h3>Port ${name}: <span class="${port.tone}">${portResult(port)}</span></h3>${
    rows.length === 0
      ? nothing
      : markup`<table><caption>Stages and addresses of port ${port.port}</caption><tbody>${rows.map((row) => markup`<tr><th scope="row">${row.name}</th><td>${row.text}</td></tr>`)}</tbody></table>`
  }${port.finding === undefined ? nothing : finding(`port ${name}`, port.finding)}`;
}

function portsPart({ ports }: Report): Html {
  if (ports.length === 0) return nothing;
  return markup`<h2>Ports</h2>${portTable(ports)}${ports.map(portSection)}`;
}

function portTable(
  ports: readonly Pick<ReportedPort, 'port' | 'security' | 'plays' | 'tone' | 'word' | 'detail'>[],
): Html {
  return markup`<table><thead><tr><th scope="col">Port</th><th scope="col">Result</th></tr></thead><tbody>${ports.map(
    (port) => markup`<tr><th scope="row">${portName(port)}</th><td class="${port.tone}">${portResult(port)}</td></tr>`,
  )}</tbody></table>`;
}

function webServerPart({ webServer }: Report): Html {
  if (webServer === undefined) return nothing;
  const { problems, ports, findings, advice } = webServer;
  return markup`<h2>From the web server</h2><p>${webServerMoment(webServer)}</p>${problems.map((problem) => markup`<p>${problem}</p>`)}${
    ports.length === 0 ? nothing : portTable(ports)
  }${findings.map((found, index) => finding(`web server, finding ${index + 1}`, found))}${
    advice === undefined ? nothing : markup`<p>${advice}</p>`
  }`;
}

function sourcePart(source: ReportedSource): Html {
  const way = wayLines(source);
  return markup`<h3>What its source showed</h3>${definitions(sourceFacts(source))}${
    way.length === 0 ? nothing : markup`<p>The way it took:</p><ol>${way.map((hop) => markup`<li>${hop}</li>`)}</ol>`
  }${source.findings.map((found, index) => finding(`source, finding ${index + 1}`, found))}`;
}

function messagePart({ message }: Report): Html {
  if (message === undefined) return nothing;
  const said = message.transcript.map(({ from, text }) => `${from === 'client' ? '>' : '<'} ${text}`);
  return markup`<h2>Test message</h2>${definitions(messageFacts(message))}${block('The server’s reply', message.reply)}${
    message.finding === undefined ? nothing : finding('test message', message.finding)
  }${message.source === undefined ? nothing : sourcePart(message.source)}${said.length === 0 ? nothing : markup`<h3>The conversation</h3>${block('The conversation', said)}`}`;
}

/** The body of a report: `about` stands between its heading and its facts. */
export function reportBody(report: Report, about: Html = nothing): Html {
  const { findings, settings } = report;
  return markup`<main><h1>${reportTitle(report)}</h1>${about}${definitions(runFacts(report))}${
    findings.length === 0
      ? nothing
      : markup`<h2>What was found</h2>${findings.map((found, index) => finding(`finding ${index + 1}`, found))}`
  }${portsPart(report)}${webServerPart(report)}${messagePart(report)}${
    settings === undefined
      ? nothing
      : markup`<h2>Settings</h2>${definitions(settingsFacts(settings, report.message))}<p class="soft">The password is not part of any report.</p>`
  }</main>`;
}

type Page = {
  readonly title: string;
  readonly body: Html;
  /** Of the page's own content policy; without one the page carries a policy in itself. */
  readonly nonce?: string | undefined;
};

/** A whole page in the style of a report, which nobody is to index. */
export function wholePage({ title, body, nonce }: Page): string {
  const policy = markup`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  const style = nonce === undefined ? markup`<style>` : markup`<style nonce="${nonce}">`;
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8">${nonce === undefined ? policy : nothing}<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${title} – Outport</title>${style}${new Html(reportStyle)}</style></head><body>${body}</body></html>
`.text;
}

/** Report → a file that needs nothing else. */
export function reportFile(report: Report): string {
  return wholePage({ title: reportTitle(report), body: reportBody(report) });
}
