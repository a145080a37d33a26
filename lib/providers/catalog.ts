import type { Provider } from './provider';

/**
 * Every provider, in the order they are offered: the three that Outport was made for, then within each
 * kind the ones most people use. A provider is one
 * file and one line here; its file is fetched when somebody chooses it.
 */
const files = {
  sendgrid: () => import('./sendgrid').then((file) => file.sendgrid),
  mailgun: () => import('./mailgun').then((file) => file.mailgun),
  'google-workspace': () => import('./google-workspace').then((file) => file.googleWorkspace),
  'amazon-ses': () => import('./amazon-ses').then((file) => file.amazonSes),
  brevo: () => import('./brevo').then((file) => file.brevo),
  postmark: () => import('./postmark').then((file) => file.postmark),
  mailjet: () => import('./mailjet').then((file) => file.mailjet),
  sparkpost: () => import('./sparkpost').then((file) => file.sparkpost),
  icloud: () => import('./icloud').then((file) => file.icloud),
  yahoo: () => import('./yahoo').then((file) => file.yahoo),
  aol: () => import('./aol').then((file) => file.aol),
  fastmail: () => import('./fastmail').then((file) => file.fastmail),
  proton: () => import('./proton').then((file) => file.proton),
  migadu: () => import('./migadu').then((file) => file.migadu),
  ionos: () => import('./ionos').then((file) => file.ionos),
  ovh: () => import('./ovh').then((file) => file.ovh),
  godaddy: () => import('./godaddy').then((file) => file.godaddy),
  hostinger: () => import('./hostinger').then((file) => file.hostinger),
  namecheap: () => import('./namecheap').then((file) => file.namecheap),
  gandi: () => import('./gandi').then((file) => file.gandi),
  infomaniak: () => import('./infomaniak').then((file) => file.infomaniak),
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
