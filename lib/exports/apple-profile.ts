/**
 * A configuration profile for Apple's Mail (com.apple.mail.managed in Apple's device management documentation). It sets
 * up a whole account, so it needs the server that receives: only where that is known is there such a format.
 */
import { loginOf } from '@/lib/settings/login';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { oneLine } from './comment-line';
import type { Format } from './format';
import { incomingPort, incomingServer, type IncomingServer } from './incoming-servers';
import { nameUuid } from './name-uuid';
import { isHeldByXml, plist, type PlistDictionary } from './plist';
import type { PrintedSettings } from './printed-settings';

type Direction = 'Incoming' | 'Outgoing';

/** Keys of one direction. A user name or a password that is left out is asked for when the profile is installed. */
function server(direction: Direction, values: PlistDictionary, username = '', password = ''): PlistDictionary {
  const prefixed = Object.entries(values).map(([key, value]) => [`${direction}MailServer${key}`, value] as const);
  return {
    ...Object.fromEntries(prefixed),
    ...(username === '' ? {} : { [`${direction}MailServerUsername`]: username }),
    ...(password === '' ? {} : { [`${direction}Password`]: password }),
  };
}

function account({ host, port, security, from, login }: PrintedSettings, incoming: IncomingServer): PlistDictionary {
  const Authentication = login === undefined ? 'EmailAuthNone' : 'EmailAuthPassword';
  const [localPart] = login?.username.split('@') ?? [];
  const reader = incoming.username === 'local-part' ? localPart : login?.username;
  const receives = { HostName: incoming.host, PortNumber: incomingPort, UseSSL: true, Authentication };
  const sends = { HostName: host, PortNumber: port, UseSSL: security !== 'cleartext', Authentication };
  return {
    EmailAccountType: 'EmailTypeIMAP',
    EmailAccountDescription: from.address,
    ...(from.name === '' ? {} : { EmailAccountName: from.name }),
    EmailAddress: from.address,
    ...server('Incoming', receives, reader, login?.password),
    ...server('Outgoing', sends, login?.username),
    OutgoingPasswordSameAsIncomingPassword: login !== undefined,
  };
}

/** Names a payload. The same account always gets the same names, and so takes its own place when it is installed again. */
function payload(type: string, name: string, displayName: string): PlistDictionary {
  const uuid = nameUuid(name);
  return {
    PayloadType: type,
    PayloadVersion: 1,
    PayloadUUID: uuid,
    PayloadIdentifier: `outport.${uuid.toLowerCase()}`,
    PayloadDisplayName: displayName,
  };
}

function render(settings: PrintedSettings, incoming: IncomingServer, proof: string): string {
  const { host, from } = settings;
  const name = (part: string) => JSON.stringify([part, from.address, host, incoming.host]);
  return plist({
    ...payload('Configuration', name('profile'), `Mail for ${from.address}`),
    PayloadDescription: oneLine(proof),
    PayloadContent: [
      { ...payload('com.apple.mail.managed', name('account'), 'Mail account'), ...account(settings, incoming) },
    ],
  });
}

function warnings(settings: SmtpSettings, { host, source }: IncomingServer): readonly string[] {
  const receives =
    source === undefined
      ? `Mail is usually received from ${host}, port ${incomingPort}. That is general knowledge; Outport tried only sending.`
      : `Mail is received from ${host}, port ${incomingPort}, as Thunderbird’s list of mail servers has it. Outport tried only sending.`;
  const insisting =
    'A profile has one switch for both kinds of encryption and nothing that insists on STARTTLS. Where a port with implicit TLS works too, choose that.';
  return [
    ...cleartextWarnings(settings),
    receives,
    ...(settings.security === 'starttls' ? [insisting] : []),
    'The profile is not signed, and the device says so before it installs it.',
  ];
}

/** The server that receives → the profile for both. */
const appleProfile = (incoming: IncomingServer): Format => ({
  id: 'apple-profile',
  name: 'Apple Mail (profile)',
  group: 'Mail apps',
  steps: [
    'Bring the file to your iPhone, iPad or Mac and open it there, from AirDrop, Files or the Finder.',
    'On an iPhone or iPad, open Settings > General > VPN & Device Management, choose the profile under Downloaded Profile and press Install.',
    'On a Mac, open System Settings > General > Device Management (before macOS 15: Privacy & Security > Profiles), open the profile by double-click and press Install.',
    'Type in the password when you are asked for it: one password for receiving and for sending.',
    'To take the account away again, remove the profile in the same place.',
  ],
  fileName: 'mail-account.mobileconfig',
  mediaType: 'application/x-apple-aspen-config',
  proven: 'parsed',
  asksForPassword: true,
  cannot: (settings) => {
    const { username, password } = loginOf(settings) ?? { username: '', password: '' };
    return isHeldByXml(`${username}${password}`)
      ? undefined
      : 'A profile is XML, which cannot hold one of the characters of this login.';
  },
  warnings: (settings) => warnings(settings, incoming),
  render: (settings, proof) => render(settings, incoming, proof),
});

/** Settings → the profile, where the account can receive too and somebody logs in. */
export function appleProfileFor(settings: SmtpSettings): Format | undefined {
  const incoming = incomingServer(settings.host);
  const isMailbox = settings.usernameIsPassword !== true && loginOf(settings) !== undefined;
  return incoming !== undefined && isMailbox ? appleProfile(incoming) : undefined;
}
