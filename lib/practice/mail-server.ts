import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { PracticeCertificate } from './authority';
import type { Mailbox } from './mailbox';

const largestMessage = 1_000_000;
const mostClients = 50;
const serverName = 'practice.outport.localhost';
const mostRecipients = 100;

export type Login = { readonly username: string; readonly password: string };

const digest = (text: string) => createHash('sha256').update(text).digest();

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** The message up to the bound; what is over it is read and dropped, since a server must hear the client out. */
async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= largestMessage) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What a server that delivers puts on top (RFC 5321 §4.4): the envelope, and from whom, how and when it came. */
function trace({ envelope, hostNameAppearsAs, remoteAddress, transmissionType }: SMTPServerSession): Buffer {
  const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  const delivered = envelope.rcptTo.map(({ address }) => `Delivered-To: ${address}\r\n`).join('');
  const from = `${hostNameAppearsAs === '' ? 'unknown' : hostNameAppearsAs} ([${remoteAddress}])`;
  const when = new Date().toUTCString().replace('GMT', '+0000');
  return Buffer.from(
    `Return-Path: <${sender}>\r\n${delivered}Received: from ${from}\r\n by ${serverName} with ${transmissionType}; ${when}\r\n`,
  );
}

/**
 * One listener on loopback that accepts logins only inside TLS (538 before it, RFC 4954 §4) and delivers into the mailbox. Returns
 * its port. `implicitTls` plays submissions, otherwise submission with STARTTLS.
 */
export async function startMailServer(options: {
  readonly implicitTls: boolean;
  readonly certificate: PracticeCertificate;
  readonly login: Login;
  readonly mailbox: Mailbox;
}): Promise<number> {
  const { certificate, login, mailbox } = options;
  const server = new SMTPServer({
    name: serverName,
    banner: 'Outport practice server',
    secure: options.implicitTls,
    cert: certificate.cert,
    key: certificate.key,
    minVersion: 'TLSv1.2',
    size: largestMessage,
    maxClients: mostClients,
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, callback) {
      const fits =
        timingSafeEqual(digest(auth.password ?? ''), digest(login.password)) && auth.username === login.username;
      if (fits) callback(null, { user: login.username });
      else
        callback(
          refusal(535, '5.7.8 Authentication failed: use the user name and password that the account page shows'),
        );
    },
    onRcptTo(_address, session, callback) {
      const isFull = session.envelope.rcptTo.length >= mostRecipients;
      callback(isFull ? refusal(452, '4.5.3 Too many recipients') : undefined);
    },
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      readAll(stream)
        .then((raw) =>
          stream.sizeExceeded
            ? Promise.reject(refusal(552, '5.3.4 The message is larger than 1 MB'))
            : mailbox.deliver(Buffer.concat([trace(session), raw]), recipients),
        )
        .then((id) => callback(null, `2.0.0 Ok: queued as ${id}`))
        .catch((error: unknown) => callback(error instanceof Error ? error : refusal(451, '4.3.0 Not stored')));
    },
  });
  // A visitor who breaks off is its own business; the listener goes on.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.server.address() as AddressInfo).port;
}
