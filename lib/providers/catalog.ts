import type { Provider } from './provider';

/**
 * Every provider, in the order they are offered: the three that Outport was made for, then within each kind the ones
 * most people use. A provider is one file and one line here. The browser is given one when somebody chooses it, as data.
 */
const files = {
  sendgrid: () => import('./sendgrid').then((file) => file.sendgrid),
  mailgun: () => import('./mailgun').then((file) => file.mailgun),
  'google-workspace': () => import('./google-workspace').then((file) => file.googleWorkspace),
  'amazon-ses': () => import('./amazon-ses').then((file) => file.amazonSes),
  brevo: () => import('./brevo').then((file) => file.brevo),
  postmark: () => import('./postmark').then((file) => file.postmark),
  resend: () => import('./resend').then((file) => file.resend),
  mailjet: () => import('./mailjet').then((file) => file.mailjet),
  mailersend: () => import('./mailersend').then((file) => file.mailersend),
  smtp2go: () => import('./smtp2go').then((file) => file.smtp2go),
  sendlayer: () => import('./sendlayer').then((file) => file.sendlayer),
  mandrill: () => import('./mandrill').then((file) => file.mandrill),
  sparkpost: () => import('./sparkpost').then((file) => file.sparkpost),
  'elastic-email': () => import('./elastic-email').then((file) => file.elasticEmail),
  'mailtrap-sending': () => import('./mailtrap-sending').then((file) => file.mailtrapSending),
  zeptomail: () => import('./zeptomail').then((file) => file.zeptomail),
  'smtp-com': () => import('./smtp-com').then((file) => file.smtpCom),
  'scaleway-tem': () => import('./scaleway-tem').then((file) => file.scalewayTem),
  loops: () => import('./loops').then((file) => file.loops),
  'alibaba-directmail': () => import('./alibaba-directmail').then((file) => file.alibabaDirectmail),
  'microsoft-365': () => import('./microsoft-365').then((file) => file.microsoft365),
  'outlook-com': () => import('./outlook-com').then((file) => file.outlookCom),
  icloud: () => import('./icloud').then((file) => file.icloud),
  yahoo: () => import('./yahoo').then((file) => file.yahoo),
  aol: () => import('./aol').then((file) => file.aol),
  fastmail: () => import('./fastmail').then((file) => file.fastmail),
  proton: () => import('./proton').then((file) => file.proton),
  'zoho-mail': () => import('./zoho-mail').then((file) => file.zohoMail),
  migadu: () => import('./migadu').then((file) => file.migadu),
  ionos: () => import('./ionos').then((file) => file.ionos),
  ovh: () => import('./ovh').then((file) => file.ovh),
  godaddy: () => import('./godaddy').then((file) => file.godaddy),
  hostinger: () => import('./hostinger').then((file) => file.hostinger),
  namecheap: () => import('./namecheap').then((file) => file.namecheap),
  gandi: () => import('./gandi').then((file) => file.gandi),
  infomaniak: () => import('./infomaniak').then((file) => file.infomaniak),
  yandex: () => import('./yandex').then((file) => file.yandex),
  'mail-ru': () => import('./mail-ru').then((file) => file.mailRu),
  qq: () => import('./qq').then((file) => file.qq),
  'tencent-exmail': () => import('./tencent-exmail').then((file) => file.tencentExmail),
  'netease-163': () => import('./netease-163').then((file) => file.netease163),
  postal: () => import('./postal').then((file) => file.postal),
  mailpit: () => import('./mailpit').then((file) => file.mailpit),
  mailhog: () => import('./mailhog').then((file) => file.mailhog),
  'mailtrap-sandbox': () => import('./mailtrap-sandbox').then((file) => file.mailtrapSandbox),
} as const satisfies Readonly<Record<string, () => Promise<Provider>>>;

const loaders = new Map<string, () => Promise<Provider>>(Object.entries(files));

/** The ids of all providers, in order. */
export const providerIds: readonly string[] = [...loaders.keys()];

/** An id → that provider, or undefined for an id nobody has. */
export async function loadProvider(id: string): Promise<Provider | undefined> {
  return loaders.get(id)?.();
}

/** All of them at once, in order. */
export function loadProviders(): Promise<readonly Provider[]> {
  return Promise.all([...loaders.values()].map((load) => load()));
}
