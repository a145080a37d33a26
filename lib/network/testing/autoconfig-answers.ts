import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the web servers of invented domains answer when they are asked for their autoconfig document. */
const server = (host: string, socketType = 'SSL') =>
  `<outgoingServer type="smtp"><hostname>${host}</hostname><port>465</port><socketType>${socketType}</socketType><username>%EMAILLOCALPART%</username></outgoingServer>`;
const config = (...servers: string[]) =>
  `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="x">${servers.join('')}</emailProvider></clientConfig>`;
/** A document with one server, `smtp.shop.test`. */
export const goodDocument = config(server('smtp.shop.test'));

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
export const send =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(200, headers).end(body);
  };
const redirect =
  (location: string | undefined, status = 302): Answer =>
  (_request, response) => {
    response.writeHead(status, location === undefined ? {} : { Location: location }).end('elsewhere');
  };
/** How many times the slow server has said something. */
export const dripped = { times: 0 };
const drip: Answer = (_request, response) => {
  const timer = setInterval(() => {
    dripped.times += 1;
    response.write(' ');
  }, 5);
  response.on('close', () => clearInterval(timer));
};

/** Domain → what its autoconfig host answers; each has an address of its own. */
export const autoconfigAnswers: Readonly<Record<string, Answer>> = {
  'good.test': send(goodDocument),
  'elsewhere.test': send(config(server('smtp.hoster.test'))),
  'three.test': redirect('https://autoconfig.two.test/a'),
  'two.test': redirect('https://autoconfig.one.test/b', 301),
  'one.test': redirect('https://autoconfig.good.test/c', 308),
  'four.test': redirect('https://autoconfig.three.test/d'),
  'loop.test': redirect('/again', 307),
  'to-http.test': redirect('http://autoconfig.good.test/'),
  'to-port.test': redirect('https://autoconfig.good.test:8443/'),
  'to-file.test': redirect('file:///etc/passwd'),
  'to-nowhere.test': redirect(undefined),
  'to-inside.test': redirect('https://autoconfig.inside.test/'),
  'to-loopback.test': redirect('https://127.0.0.1/'),
  'to-mapped.test': redirect('https://[::ffff:10.0.0.1]/'),
  'to-wrong-name.test': redirect('https://wrong-name.test/'),
  'missing.test': (_request, response) => response.writeHead(404).end('no'),
  'forbidden.test': (_request, response) => response.writeHead(403).end(goodDocument),
  'page.test': send('<!DOCTYPE html><html><body>Welcome'),
  'bomb.test': send(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}">]>${goodDocument}`),
  'large.test': send(`${goodDocument}${' '.repeat(1_000_000)}`),
  'largest.test': send(goodDocument.padEnd(65_536)),
  'zipped.test': send(goodDocument, { 'Content-Encoding': 'gzip' }),
  'plain.test': send(config(server('smtp.plain.test', 'plain'))),
  'hang-up.test': (request) => request.socket.destroy(),
  'broken-off.test': (request, response) => {
    response.writeHead(200, { 'Content-Length': '5000' });
    response.write(goodDocument, () => request.socket.destroy());
  },
  'upgrade.test': (_request, response) => response.writeHead(101, { Connection: 'Upgrade', Upgrade: 'x' }).end(),
  'headers.test': (_request, response) => response.writeHead(200, { 'X-Long': 'x'.repeat(20_000) }).end(goodDocument),
  'drip.test': drip,
  'silent.test': () => undefined,
};
