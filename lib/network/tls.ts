import 'server-only';
import net from 'node:net';
import tls from 'node:tls';
import type { Failure, TlsFacts } from '@/lib/smtp/outcome';
import { certificateFacts, certificateFailure } from './certificate';
import { deadlines } from './deadlines';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import { errorCode, socketFailure } from './socket-failure';
import { authoritiesFor } from './trust';

const place = { stage: 'tls', secured: false } as const;

/** OpenSSL's reason codes as Node spells them; 3.0 and 3.5 differ, so the ends of the words decide. */
function handshakeFailure(error: unknown, started: number): Failure {
  const code = errorCode(error);
  if (code === 'ECONNRESET' && error instanceof Error && !('syscall' in error))
    return { ...place, kind: 'closed-by-peer', how: 'end' };
  if (!code.startsWith('ERR_SSL') && !code.startsWith('ERR_TLS')) {
    return socketFailure(error, place, { local: false, elapsedMs: Math.round(performance.now() - started), bytes: 0 });
  }
  if (/(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE)$/.test(code))
    return { ...place, kind: 'tls-failed', reason: 'peer-speaks-cleartext', code };
  if (/(PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|ALERT_HANDSHAKE_FAILURE|NO_PROTOCOLS_AVAILABLE)$/.test(code))
    return { ...place, kind: 'tls-failed', reason: 'no-common-version', code };
  return { ...place, kind: 'tls-failed', reason: 'other', code };
}

/**
 * Runs the handshake (TLS 1.2 or later, RFC 8997) on a connected socket and then judges the certificate for `host`.
 * The handshake itself accepts any certificate so that what is wrong can be described; an untrusted peer is cut off
 * here, before a byte of ours went through TLS, so no caller can go on with it.
 * Throws ConversationFailed or ConversationAborted; the socket is destroyed then.
 */
export function startTls(
  socket: net.Socket,
  host: string,
  signal: AbortSignal,
): Promise<{ socket: tls.TLSSocket; facts: TlsFacts }> {
  const started = performance.now();
  const ca = authoritiesFor(socket.remoteAddress ?? '', socket.remotePort ?? 0);
  return new Promise((resolve, reject) => {
    const secure = tls.connect({
      socket,
      // RFC 6066 §3: an address literal is no server name.
      ...(net.isIP(host) === 0 ? { servername: host } : {}),
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
      ...(ca === undefined ? {} : { ca }),
    });
    const fail = (error: ConversationFailed | ConversationAborted) => {
      settle();
      secure.destroy();
      socket.destroy();
      reject(error);
    };
    const onAbort = () => fail(new ConversationAborted());
    const onError = (error: unknown) => fail(new ConversationFailed(handshakeFailure(error, started)));
    const onClose = () => fail(new ConversationFailed({ ...place, kind: 'closed-by-peer', how: 'end' }));
    const timer = setTimeout(
      () => fail(new ConversationFailed({ ...place, kind: 'timed-out', afterMs: deadlines.tls, bytes: 0 })),
      deadlines.tls,
    );
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      secure.off('error', onError).off('close', onClose);
      secure.on('error', () => secure.destroy());
    };
    secure.on('error', onError).on('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    secure.once('secureConnect', () => {
      const failure = certificateFailure(secure, host);
      if (failure !== undefined) return fail(new ConversationFailed(failure));
      settle();
      secure.setNoDelay(true);
      const certificate = certificateFacts(secure.getPeerCertificate());
      resolve({
        socket: secure,
        facts: { version: secure.getProtocol() ?? '', cipher: secure.getCipher().name, certificate, trusted: true },
      });
    });
  });
}
