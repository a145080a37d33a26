import 'server-only';
import type net from 'node:net';
import type tls from 'node:tls';

/**
 * One connection to a peer, perhaps under TLS, that ends once. Everybody ends it here: when the lower socket is
 * destroyed or reset, Node (20 and 24) crashes if the TLS socket above it is then written to or destroyed.
 */
export class Connection {
  private top: net.Socket;
  private isOver = false;

  constructor(private readonly bottom: net.Socket) {
    this.top = bottom;
  }

  /** What to read from. */
  get socket(): net.Socket {
    return this.top;
  }

  /** From now on TLS is on top. */
  startTls(secure: tls.TLSSocket): void {
    this.top = secure;
  }

  /** True when nothing may be written any more. */
  get isEnded(): boolean {
    return this.isOver || this.top.destroyed || !this.top.writable;
  }

  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.top.destroy();
  }

  /** Ends it so that the peer cannot take it for a regular end. */
  reset(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.bottom.resetAndDestroy();
  }
}
