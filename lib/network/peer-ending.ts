import 'server-only';
import type net from 'node:net';

/**
 * A socket that has just ended → how the peer ended it. Node 20 reports a reset that follows data as a regular end
 * (libuv takes POLLHUP for one); but a connection that was reset has no peer any more, and getpeername(2) says so.
 * True only where nobody asked for the socket's `remoteAddress` before, since Node remembers it.
 */
export function peerEnding(socket: net.Socket): 'end' | 'reset' {
  return socket.remoteAddress === undefined ? 'reset' : 'end';
}
