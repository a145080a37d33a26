import type { HostNote, NotedPort, PortPolicy } from './host-note';
import { notedPorts } from './host-note';

/** What a test has shown of the network, not of one server: ports that nobody gets through, and ports that are open. */
export type PortPattern = { readonly silent: readonly number[]; readonly open: readonly number[] };

const closes: readonly (PortPolicy | undefined)[] = ['blocked', 'on-request', 'self-service', 'plan'];

function isNoted(port: number): port is NotedPort {
  return (notedPorts as readonly number[]).includes(port);
}

/**
 * Notes and a pattern → the notes that explain it: every silent port of theirs is one they close, and no port that is
 * open is one they close for good. A note that explains nothing is left out. Port 25 alone explains nothing: nearly
 * everybody closes it.
 */
export function notesFitting(notes: readonly HostNote[], { silent, open }: PortPattern): HostNote[] {
  const telling = silent.filter((port) => port !== 25).filter(isNoted);
  if (telling.length === 0) return [];
  return notes.filter(
    ({ ports }) =>
      telling.every((port) => closes.includes(ports[port])) &&
      open.filter(isNoted).every((port) => ports[port] !== 'blocked'),
  );
}

/** The note of the host the person named, or undefined. */
export function findHostNote(notes: readonly HostNote[], id: string): HostNote | undefined {
  return notes.find((note) => note.id === id);
}
