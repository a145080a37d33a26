let first: string | undefined;
let hasLeft = false;

/** A path that is shown now → whether the document was loaded on it and nothing else was shown since: nobody has arrived anywhere yet. */
export function isFirstPage(path: string): boolean {
  first ??= path;
  if (path !== first) hasLeft = true;
  return !hasLeft;
}
