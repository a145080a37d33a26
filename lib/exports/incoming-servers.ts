/**
 * Which server a mailbox is read from, by the host that takes its mail: Apple's profile has to name both. Port 993 with
 * implicit TLS everywhere (RFC 8314 §3.2). Absent are services that only send, and Microsoft's, where reading needs a
 * login by OAuth, which no profile of this kind holds.
 */
export type IncomingServer = {
  readonly host: string;
  /** Who logs in there: the user name for sending, or what stands in it before the @. */
  readonly username: 'same' | 'local-part';
  /** Where it is published; undefined is general knowledge, to be told with "usually". */
  readonly source: string | undefined;
};

export const incomingPort = 993;

const published = 'https://github.com/thunderbird/autoconfig/blob/HEAD/ispdb/';

type Row = readonly [submission: string, imap: string, source?: string];

// Thunderbird's own list of mail servers is what is cited.
const rows: readonly Row[] = [
  ['smtp.gmail.com', 'imap.gmail.com', 'googlemail.com.xml'],
  ['smtp.mail.yahoo.com', 'imap.mail.yahoo.com', 'yahoo.com.xml'],
  ['smtp.aol.com', 'imap.aol.com', 'aol.com.xml'],
  ['smtp.fastmail.com', 'imap.fastmail.com', 'messagingengine.com.xml'],
  ['smtp.zoho.com', 'imap.zoho.com', 'zoho.com.xml'],
  ['smtp.zoho.eu', 'imap.zoho.eu', 'zoho.eu.xml'],
  ['smtp.zoho.in', 'imap.zoho.in', 'zoho.in.xml'],
  ['smtp.zoho.com.au', 'imap.zoho.com.au', 'zoho.com.au.xml'],
  ['smtp.zoho.jp', 'imap.zoho.jp', 'zoho.jp.xml'],
  ['smtp.zohocloud.ca', 'imap.zohocloud.ca', 'zohocloud.ca.xml'],
  ['smtppro.zoho.com', 'imappro.zoho.com'],
  ['smtppro.zoho.eu', 'imappro.zoho.eu'],
  ['smtppro.zoho.in', 'imappro.zoho.in'],
  ['smtppro.zoho.com.au', 'imappro.zoho.com.au'],
  ['smtp.migadu.com', 'imap.migadu.com'],
  ['mail.gandi.net', 'mail.gandi.net', 'gandi.net.xml'],
  ['mail.infomaniak.com', 'mail.infomaniak.com'],
  ['ssl0.ovh.net', 'ssl0.ovh.net', 'ovh.net.xml'],
  ['smtp.mail.ovh.net', 'imap.mail.ovh.net'],
  ['smtp.mail.ovh.ca', 'imap.mail.ovh.ca'],
  ['smtp.ionos.com', 'imap.ionos.com'],
  ['smtp.ionos.co.uk', 'imap.ionos.co.uk'],
  ['smtp.ionos.de', 'imap.ionos.de'],
  ['smtp.ionos.es', 'imap.ionos.es'],
  ['smtp.ionos.fr', 'imap.ionos.fr'],
  ['smtp.ionos.it', 'imap.ionos.it'],
  ['smtp.hostinger.com', 'imap.hostinger.com'],
  ['mail.privateemail.com', 'mail.privateemail.com'],
  ['smtpout.secureserver.net', 'imap.secureserver.net', 'wildwestdomains.com.xml'],
  ['smtp.titan.email', 'imap.titan.email'],
  ['smtp.mailbox.org', 'imap.mailbox.org'],
  ['posteo.de', 'posteo.de', 'posteo.de.xml'],
  ['mail.gmx.net', 'imap.gmx.net', 'gmx.net.xml'],
  ['mail.gmx.com', 'imap.gmx.com', 'gmx.com.xml'],
  ['smtp.web.de', 'imap.web.de', 'web.de.xml'],
  ['smtp.mail.com', 'imap.mail.com', 'mail.com.xml'],
  ['securesmtp.t-online.de', 'secureimap.t-online.de', 't-online.de.xml'],
  ['smtp.yandex.com', 'imap.yandex.com', 'yandex.ru.xml'],
  ['smtp.yandex.ru', 'imap.yandex.ru'],
  ['smtp.mail.ru', 'imap.mail.ru', 'mail.ru.xml'],
  ['smtp.qq.com', 'imap.qq.com', 'qq.com.xml'],
  ['smtp.exmail.qq.com', 'imap.exmail.qq.com'],
  ['hwsmtp.exmail.qq.com', 'hwimap.exmail.qq.com'],
  ['smtp.163.com', 'imap.163.com', '163.com.xml'],
  ['smtp.126.com', 'imap.126.com', '126.com.xml'],
  ['smtp.yeah.net', 'imap.yeah.net', 'yeah.net.xml'],
];

const source = (file: string | undefined) => (file === undefined ? undefined : `${published}${file}`);
const servers: ReadonlyMap<string, IncomingServer> = new Map<string, IncomingServer>([
  ...rows.map(([submission, host, file]) => [submission, { host, username: 'same', source: source(file) }] as const),
  // iCloud reads mail for the name alone and sends it for the whole address.
  ['smtp.mail.me.com', { host: 'imap.mail.me.com', username: 'local-part', source: source('me.com.xml') }],
]);

/** The host that takes mail → where its mailboxes are read; undefined when that is not known, or when it only sends. */
export function incomingServer(submissionHost: string): IncomingServer | undefined {
  return servers.get(submissionHost);
}
