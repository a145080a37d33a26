import 'server-only';
import { setMaxListeners } from 'node:events';
import http from 'node:http';
import type { DocumentProblem, RouteOutcome } from '@/lib/discovery/events';
import { Connection } from './connection';
import { deadlines, patienceFor } from './deadlines';
import { dial } from './dial';
import { vettedAddresses, type DiscoveryRun } from './discovery-run';
import { ConversationAborted, ConversationFailed, NotAdmitted } from './failure-thrown';
import { RouteEnded } from './route-ended';
import { startClock } from './run-clock';
import { admitDial } from './target-rate';
import { startTls } from './tls';

/** A document of the web, fetched under the rules of the probe: addresses vetted and pinned, the certificate verified first. */
const httpsPort = 443;
const mostBytes = 65_536;
const mostRedirects = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export type Fetched = { readonly bytes: Uint8Array; readonly url: string };

const refuseDocument = (problem: DocumentProblem) => new RouteEnded({ result: 'document-refused', problem });
const noConnection: RouteOutcome = { result: 'no-connection' };

/** A connection whose peer has proven to be `url`'s host. It ends with the signal. */
async function openHttps(url: URL, run: DiscoveryRun, signal: AbortSignal): Promise<Connection> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = await vettedAddresses(host, run);
  if (run.mode === 'hosted' && !admitDial([...addresses.ipv4, ...addresses.ipv6])) throw new NotAdmitted();
  const patience = patienceFor(deadlines.document, startClock());
  const dialling = dial(addresses, httpsPort, { connect: run.connect, patience, signal, onAttempt: () => undefined });
  const { socket } = await dialling.dialled;
  const connection = new Connection(socket);
  const onAbort = () => connection.close();
  signal.addEventListener('abort', onAbort, { once: true });
  socket.once('close', () => signal.removeEventListener('abort', onAbort));
  if (signal.aborted) onAbort();
  await startTls(connection, host, deadlines.document, signal);
  return connection;
}

/** RFC 9112 over the connection: one request, which names nothing of the person but what is in `url`. */
function ask({ socket }: Connection, url: URL): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      createConnection: () => socket,
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      headers: {
        Host: url.host,
        Accept: 'application/xml, text/xml',
        'Accept-Encoding': 'identity',
        'User-Agent': 'Outport',
        Connection: 'close',
      },
      maxHeaderSize: 16_384,
    });
    // Ended without a status that has a body: an upgrade nobody asked for, or no answer at all.
    const unanswered = () => reject(new RouteEnded(noConnection));
    request.once('response', resolve).on('error', unanswered).once('close', unanswered);
    request.end();
  });
}

async function readBody(response: http.IncomingMessage): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw refuseDocument('encoding');
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > mostBytes) throw refuseDocument('too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof RouteEnded ? error : new RouteEnded(noConnection); // broken off
  }
  return Buffer.concat(chunks);
}

/** Where a redirect leads: to https on its own port, or nowhere. */
function redirectTarget(response: http.IncomingMessage, from: URL): URL {
  const { location } = response.headers;
  const refused = (cause: 'not-https' | 'other-port' | 'no-location') =>
    new RouteEnded({ result: 'redirect-refused', cause });
  if (location === undefined || !URL.canParse(location, from)) throw refused('no-location');
  const target = new URL(location, from);
  if (target.protocol !== 'https:') throw refused('not-https');
  if (target.port !== '') throw refused('other-port');
  return target;
}

async function fetchOnce(url: URL, run: DiscoveryRun, signal: AbortSignal): Promise<Fetched | URL> {
  const connection = await openHttps(url, run, signal);
  try {
    const response = await ask(connection, url);
    const status = response.statusCode ?? 0;
    if (redirects.has(status)) return redirectTarget(response, url);
    if (status !== 200) throw new RouteEnded({ result: 'http-status', status });
    return { bytes: await readBody(response), url: url.href };
  } finally {
    connection.close();
  }
}

/**
 * An https address → its document, through at most three redirects. Throws RouteEnded, ConversationFailed, NotAdmitted, or
 * ConversationAborted when its time or the run is over; every connection is closed then.
 */
export async function fetchDocument(url: URL, run: DiscoveryRun): Promise<Fetched> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), deadlines.document);
  const signal = AbortSignal.any([run.signal, late.signal]);
  // Every address that is dialled listens to it, so the number is no sign of a leak.
  setMaxListeners(0, signal);
  try {
    let next = url;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const fetched = await fetchOnce(next, run, signal);
      if (!(fetched instanceof URL)) return fetched;
      next = fetched;
    }
    throw new RouteEnded({ result: 'redirect-refused', cause: 'too-many' });
  } catch (error) {
    // What broke off because we closed it is not the server's doing.
    const isOurs = signal.aborted && (error instanceof RouteEnded || error instanceof ConversationFailed);
    throw isOurs ? new ConversationAborted() : error;
  } finally {
    clearTimeout(timer);
  }
}
