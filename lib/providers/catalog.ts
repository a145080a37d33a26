import type { Provider } from './provider';

/**
 * Every provider, in the order they are offered: the three that Outport was made for, then by name. A provider is one
 * file and one line here; its file is fetched when somebody chooses it.
 */
const files = {
  sendgrid: () => import('./sendgrid').then((file) => file.sendgrid),
  mailgun: () => import('./mailgun').then((file) => file.mailgun),
  'google-workspace': () => import('./google-workspace').then((file) => file.googleWorkspace),
} as const satisfies Readonly<Record<string, () => Promise<Provider>>>;

const loaders = new Map<string, () => Promise<Provider>>(Object.entries(files));

/** The ids of all providers, in order. */
export const providerIds: readonly string[] = [...loaders.keys()];

/** An id → that provider's file, or undefined for an id nobody has. */
export async function loadProvider(id: string | undefined): Promise<Provider | undefined> {
  return id === undefined ? undefined : loaders.get(id)?.();
}

/** All of them at once, in order: for the server and for tests. */
export function loadProviders(): Promise<readonly Provider[]> {
  return Promise.all([...loaders.values()].map((load) => load()));
}
