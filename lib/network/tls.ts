import 'server-only';
import net from 'node:net';
import tls from 'node:tls';
import type { Failure, TlsFacts } from '@/lib/smtp/outcome';
import { certificateFacts } from './certificate';
import { certificateFailure } from './certificate-failure';
import type { Connection } from './connection';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import { errorCode, socketFailure } from './socket-failure';
import { peerEnding } from './peer-ending';
import { authoritiesFor } from './trust';

const place = { stage: 'tls', secured: false } as const;

/** A connection that ended in the handshake. Node tells the peer's FIN by a reset that no system call reported. */
function handshakeFailure(error: unknown, how: 'end' | 'reset', elapsedMs: number, bytes: number): Failure {
  if (errorCode(error) === 'ECONNRESET' && error instanceof Error && !('syscall' in error))
    return { ...place, kind: 'closed-by-peer', how };
  return socketFailure(error, place, { local: false, elapsedMs, bytes });
}

// RFC 8997: TLS 1.2 or later.
const versions = { minVersion: 'TLSv1.2' } as const;

let shared: tls.SecureContext | undefined;

/** Node's own roots make one context for all connections; reading `ca` makes another for the connection it is for. */
function contextFor(ca: string[] | undefined): tls.SecureContext {
  if (ca !== undefined) return tls.createSecureContext({ ...versions, ca });
  shared ??= tls.createSecureContext(versions);
  return shared;
}

/**
 * `onCertificate` is given the certificate where OpenSSL had nothing against its chain. Reading one costs as much as
 * the rest of the handshake, and Node reads it in any case to compare its names: they are judged by us instead.
 */
function connectOptions(
  socket: net.Socket,
  host: string,
  ca: string[] | undefined,
  onCertificate: (peer: tls.DetailedPeerCertificate) => void,
): tls.ConnectionOptions {
  return {
    socket,
    // RFC 6066 §3: an address literal is no server name.
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    rejectUnauthorized: false,
    secureContext: contextFor(ca),
    checkServerIdentity(_host, peer) {
      onCertificate(peer as tls.DetailedPeerCertificate); // Node asks for the chain here; its types do not say so
      return undefined;
    },
  };
}

/**
 * Runs the handshake (TLS 1.2 or later, RFC 8997) on a connection and then judges the certificate for `host`.
 * The handshake itself accepts any certificate so that what is wrong can be described; an untrusted peer is cut off
 * here, before a byte of ours went through TLS, so no caller can go on with it.
 * Throws ConversationFailed or ConversationAborted; the connection ends then.
 */
export function startTls(connection: Connection, host: string, ms: number, signal: AbortSignal): Promise<TlsFacts> {
  const { socket } = connection;
  const started = performance.now();
  const bytesBefore = socket.bytesRead;
  const received = () => socket.bytesRead - bytesBefore;
  // It may have ended while nobody read from it.
  if (socket.destroyed || peerEnding(socket) === 'reset') {
    const how = socket.destroyed && socket.errored === null ? 'end' : 'reset';
    return Promise.reject(new ConversationFailed({ ...place, kind: 'closed-by-peer', how }));
  }
  const authorities = authoritiesFor(socket.remoteAddress ?? '', socket.remotePort ?? 0);
  return new Promise((resolve, reject) => {
    let read: tls.DetailedPeerCertificate | undefined;
    const secure = tls.connect(connectOptions(socket, host, authorities, (peer) => (read = peer)));
    connection.startTls(secure);
    const fail = (error: ConversationFailed | ConversationAborted) => {
      settle();
      connection.close();
      reject(error);
    };
    const onAbort = () => fail(new ConversationAborted());
    let how: 'end' | 'reset' = 'end';
    const onEnd = () => (how = peerEnding(secure));
    const onError = (error: unknown) => {
      const elapsedMs = performance.now() - started;
      fail(new ConversationFailed(handshakeFailure(error, how, elapsedMs, received()), error));
    };
    const onClose = () => fail(new ConversationFailed({ ...place, kind: 'closed-by-peer', how }));
    const onSecure = () => {
      const peer = read ?? secure.getPeerCertificate(true);
      const failure = certificateFailure(secure, peer, host, authorities);
      if (failure !== undefined) {
        fail(new ConversationFailed(failure));
        return;
      }
      settle();
      secure.setNoDelay(true);
      const certificate = certificateFacts(peer);
      const version = secure.getProtocol() ?? '';
      resolve({ version, cipher: secure.getCipher().name, certificate, trusted: true });
    };
    const timer = setTimeout(
      () => fail(new ConversationFailed({ ...place, kind: 'timed-out', afterMs: ms, bytes: received() })),
      ms,
    );
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      secure.off('end', onEnd).off('error', onError).off('close', onClose).off('secureConnect', onSecure);
      secure.on('error', () => connection.close());
    };
    secure.prependListener('end', onEnd).on('error', onError).on('close', onClose).once('secureConnect', onSecure);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}
