/**
 * The far side of the measured line: a name server, a mail server on 465 and 587 with a certificate for its name, and
 * a port to measure the round trip by. Prints one line of JSON with the certificate authority when all of it listens.
 */
import { createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';
import { makeAuthority, type Leaf } from '../../lib/network/testing/certificates';
import { startNameServer } from '../lab/name-server';
import { place } from './bench-place';

// smtp-server holds its greeting back for 100 ms, to catch clients that talk first. Time is counted in round trips
// here, so the server must answer at once.
SMTPConnection.prototype.init = function (this: SMTPConnection) {
  this._setListeners(() => this.connectionReady());
};

function mailServer(leaf: Leaf, secure: boolean): SMTPServer {
  const server = new SMTPServer({
    ...leaf,
    secure,
    name: place.host,
    disableReverseLookup: true, // the far side has nobody to ask for the near side's name
    onAuth(auth, _session, callback) {
      if (auth.username === place.username && auth.password === place.password) callback(null, { user: auth.username });
      else callback(Object.assign(new Error('5.7.8 Authentication failed'), { responseCode: 535 }));
    },
    onData(stream, _session, callback) {
      stream.resume();
      stream.once('end', () => callback(null, '2.0.0 Ok: queued as BENCH1'));
    },
  });
  server.on('error', () => undefined); // a client that leaves early is no trouble of ours
  return server;
}

function listening(server: Server | SMTPServer, port: number): Promise<void> {
  return new Promise((resolve) => {
    server.listen(port, '::', resolve);
  });
}

const authority = await makeAuthority();
const leaf = await authority.issue({ names: [place.host], addresses: [] });
await startNameServer({ [place.host]: place.addresses });
await listening(mailServer(leaf, true), 465);
await listening(mailServer(leaf, false), 587);
await listening(
  createServer((socket) => socket.on('error', () => undefined).end()),
  place.discardPort,
);
process.stdout.write(`${JSON.stringify({ authority: authority.pem })}\n`);
