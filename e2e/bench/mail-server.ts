/** A mail server that takes one login and one message, and answers at once. */
import type { Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';
import type { Leaf } from '../../lib/network/testing/certificates';
import { place } from './bench-place';

// smtp-server holds its greeting back for 100 ms, to catch clients that talk first. Time is counted in round trips
// here, so the server must answer at once.
SMTPConnection.prototype.init = function (this: SMTPConnection) {
  this._setListeners(() => this.connectionReady());
};

export function mailServer(leaf: Leaf, secure: boolean): SMTPServer {
  const server = new SMTPServer({
    ...leaf,
    secure,
    name: 'mail.bench.test',
    authMethods: ['PLAIN', 'LOGIN'],
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

/** Comes back when it listens there; port 0 takes a free one. */
export function listening(server: Server | SMTPServer, port: number, address = '::'): Promise<void> {
  return new Promise((resolve) => {
    server.listen(port, address, resolve);
  });
}
