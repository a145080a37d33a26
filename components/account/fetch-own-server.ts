/** What only a server of one's own is asked with: its fields, and how to read a pasted address. Fetched once, when chosen. */
export type OwnServer = typeof import('./server-fields');

let file: Promise<OwnServer> | undefined;

export function fetchOwnServer(): Promise<OwnServer> {
  file ??= import('./server-fields');
  return file;
}
