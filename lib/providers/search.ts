/** Finding a provider by any name people know it by: its own, a former one, or a host of its. */
import type { Directory, DirectoryEntry } from './directory';

/** Lower case without accents, blanks and punctuation, so that "G-Suite" finds "G Suite". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** How well an entry fits, 0 best; undefined when it does not. A name that begins so stands before one that contains it. */
function rank({ name, shortName, aliases, hosts }: DirectoryEntry, wanted: string): number | undefined {
  const names = [name, shortName, ...aliases].map(plain);
  const ownHosts = hosts.map(({ host }) => plain(host));
  if (names.includes(wanted) || ownHosts.includes(wanted)) return 0;
  if (names.some((candidate) => candidate.startsWith(wanted))) return 1;
  if (names.some((candidate) => candidate.includes(wanted))) return 2;
  return ownHosts.some((host) => host.includes(wanted)) ? 3 : undefined;
}

/** What was typed → the entries it may mean, best first and otherwise in the directory's order; all for an empty text. */
export function searchDirectory(directory: Directory, text: string): readonly DirectoryEntry[] {
  const wanted = plain(text);
  if (wanted === '') return directory;
  return directory
    .flatMap((entry, order) => {
      const fit = rank(entry, wanted);
      return fit === undefined ? [] : [{ entry, fit, order }];
    })
    .sort((a, b) => a.fit - b.fit || a.order - b.order)
    .map(({ entry }) => entry);
}
