/** A mistyped host → the known provider's host it was meant to be. */
import type { Directory } from '@/lib/providers/directory';

/** How many single letters must be added, dropped, changed or swapped with a neighbour (Damerau's distance, restricted). */
function distance(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(
        i > 0 ? at(i - 1, j) + 1 : Infinity,
        j > 0 ? at(i, j - 1) + 1 : Infinity,
        i > 0 && j > 0 ? at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1) : Infinity,
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
      table[i * width + j] = least === Infinity ? 0 : least;
    }
  }
  return at(a.length, b.length);
}

/** Two slips, but in a short name only one: `smtp.qq.com` is two letters away from very many. */
function allowed(name: string): number {
  return name.length < 14 ? 1 : 2;
}

/** The nearest known host, or undefined; a host that is known itself has none. */
export function nearHost(host: string, directory: Directory = []): string | undefined {
  const known = directory.flatMap(({ hosts }) => hosts.map((entry) => entry.host)).filter((name) => name !== '');
  if (known.includes(host) || host.length > 100) return undefined;
  const near = known
    .map((name) => ({ name, slips: distance(host, name) }))
    .filter(({ name, slips }) => slips <= allowed(name));
  return near.sort((a, b) => a.slips - b.slips)[0]?.name;
}

/** A provider's bare domain, `sendgrid.net`, → its first submission host below it; undefined for anything else. */
export function submissionHostOf(host: string, directory: Directory = []): string | undefined {
  return directory.flatMap(({ hosts }) => hosts).find((entry) => host.includes('.') && entry.host.endsWith(`.${host}`))
    ?.host;
}
