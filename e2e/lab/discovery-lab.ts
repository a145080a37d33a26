/** Domains of the lab's own: their records at a real name server, and web servers over real TLS behind their addresses. */
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import type { DomainQuestions } from '../../lib/network/discovery-run';
import type { Connect } from '../../lib/network/dial';
import { makeAuthority, type LeafOptions } from '../../lib/network/testing/certificates';
import { trustListener } from '../../lib/network/trust';
import { startNameServer, type NameAnswer } from './name-server';

/** A web server for one address; `leaf` says what its certificate names. */
export type Site = {
  readonly leaf: LeafOptions;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
};

export type DiscoveryLab = {
  /** Leads an address to the site behind it; any other is refused, as a closed port is. */
  readonly connect: Connect;
  readonly questions: () => DomainQuestions;
  /** `address:port` of every connection that was tried. */
  readonly dialled: string[];
  /** Host and path of every request that arrived. */
  readonly asked: string[];
  /** Connections that are open. */
  readonly open: () => number;
  stop(): Promise<void>;
};

async function closedPort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Names with their records, and addresses with their sites → a lab that asks and reaches nothing else. */
export async function startDiscoveryLab(
  names: Readonly<Record<string, NameAnswer>>,
  sites: Readonly<Record<string, Site>>,
): Promise<DiscoveryLab> {
  const authority = await makeAuthority();
  const nameServer = await startNameServer(names, 0);
  const nowhere = await closedPort();
  const ports = new Map<string, number>();
  const sockets = new Set<Duplex>();
  const servers: https.Server[] = [];
  const dialled: string[] = [];
  const asked: string[] = [];
  for (const [address, { leaf, answer }] of Object.entries(sites)) {
    const server = https.createServer(await authority.issue(leaf), (request, response) => {
      asked.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
      answer(request, response);
    });
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    trustListener({ address: '127.0.0.1', port, authorityPem: authority.pem });
    ports.set(address, port);
    servers.push(server);
  }
  return {
    dialled,
    asked,
    open: () => sockets.size,
    connect(address, port) {
      dialled.push(`${address}:${port}`);
      return net.connect({ host: '127.0.0.1', port: ports.get(address) ?? nowhere, noDelay: true });
    },
    questions() {
      const dns = new Resolver({ timeout: 1_000, tries: 4 });
      dns.setServers([`127.0.0.1:${nameServer.port}`]);
      return { dns, system: () => Promise.resolve(undefined) };
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      await nameServer.stop();
    },
  };
}
