/** The far side of what is measured: mail servers, with their names where there is a line between. */
import { createServer } from 'node:net';
import { makeAuthority } from '../../lib/network/testing/certificates';
import { startNameServer } from '../lab/name-server';
import { isImplicit, place } from './bench-place';
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

export const farJobs = { mailHosts };

serveJobs(farJobs);
