/** The far side of what is measured: mail servers, with their names where there is a line between. */
import { createServer, type AddressInfo, type Server } from 'node:net';
import { makeAuthority } from '../../lib/network/testing/certificates';
import { startNameServer } from '../lab/name-server';
import { isImplicit, place } from './bench-place';
import { implicitServer, startTlsServer } from './load-server';
import { listening, mailServer } from './mail-server';
import { serveJobs } from './serve-jobs';
import { silencePorts } from './silence';

/** The hosts of bench-place.ts → the authority that their one certificate is from, once all of it listens. */
async function mailHosts(): Promise<{ readonly authority: string }> {
  const authority = await makeAuthority();
  const { hosts, ports, discardPort } = place;
  const names = hosts.map(({ host }) => host);
  const leaf = await authority.issue({ names, addresses: hosts.flatMap(({ addresses }) => addresses) });
  silencePorts(hosts);
  await startNameServer(Object.fromEntries(hosts.map(({ host, addresses }) => [host, addresses])));
  for (const port of ports) await listening(mailServer(leaf, isImplicit(port)), port);
  await listening(
    createServer((socket) => socket.on('error', () => undefined).end()),
    discardPort,
  );
  return { authority: authority.pem };
}

async function onFreePort(server: Server): Promise<number> {
  await listening(server, 0, place.load.address);
  return (server.address() as AddressInfo).port;
}

/** A light server with TLS from the start and one with STARTTLS, on loopback. */
async function loadPorts(): Promise<{
  readonly authority: string;
  readonly implicit: number;
  readonly startTls: number;
}> {
  const authority = await makeAuthority();
  const leaf = await authority.issue({ names: [place.load.host], addresses: [place.load.address] });
  const implicit = await onFreePort(implicitServer(leaf));
  const startTls = await onFreePort(startTlsServer(leaf));
  return { authority: authority.pem, implicit, startTls };
}

export const farJobs = { mailHosts, loadPorts };

serveJobs(farJobs);
