// Read when the document loads: the header, which is on every page, imports this.
let first = typeof location === 'undefined' ? undefined : location.pathname;

/** A path → whether the document was loaded on it and nothing else was shown since: nobody has arrived anywhere yet. */
export function isFirstPage(path: string): boolean {
  if (path !== first) first = undefined;
  return first !== undefined;
}
