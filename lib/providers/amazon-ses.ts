import { amazonSesReplies } from './amazon-ses-replies';
import type { Confidence } from './fact';
import type { Provider, ProviderPort, ProviderVariant } from './provider';

const guide = 'https://docs.aws.amazon.com/ses/latest/dg';

/** The same on every host (smtp-connect.html of the guide). */
const ports: readonly ProviderPort[] = [
  { port: 465, security: 'implicit-tls', confidence: 'documented' },
  { port: 587, security: 'starttls', confidence: 'documented' },
  { port: 2465, security: 'implicit-tls', confidence: 'documented' },
  { port: 2587, security: 'starttls', confidence: 'documented' },
  { port: 25, security: 'starttls', confidence: 'documented' },
];

const usualPorts = ports.map((port): ProviderPort => ({ ...port, confidence: 'usual' }));

type Region = readonly [id: string, label: string, confidence: Confidence];

/** Commonest first. `usual` where Amazon's own list of hosts was not seen with that region, or contradicts itself. */
const regions: readonly [Region, ...Region[]] = [
  ['us-east-1', 'US East (N. Virginia)', 'documented'],
  ['eu-west-1', 'Europe (Ireland)', 'documented'],
  ['us-west-2', 'US West (Oregon)', 'documented'],
  ['eu-central-1', 'Europe (Frankfurt)', 'documented'],
  ['us-east-2', 'US East (Ohio)', 'documented'],
  ['ap-southeast-2', 'Asia Pacific (Sydney)', 'documented'],
  ['ap-southeast-1', 'Asia Pacific (Singapore)', 'documented'],
  ['ap-northeast-1', 'Asia Pacific (Tokyo)', 'documented'],
  ['ap-south-1', 'Asia Pacific (Mumbai)', 'documented'],
  ['eu-west-2', 'Europe (London)', 'documented'],
  ['eu-west-3', 'Europe (Paris)', 'usual'],
  ['ca-central-1', 'Canada (Central)', 'documented'],
  ['eu-north-1', 'Europe (Stockholm)', 'documented'],
  ['sa-east-1', 'South America (São Paulo)', 'documented'],
  ['us-west-1', 'US West (N. California)', 'usual'],
  ['ap-northeast-2', 'Asia Pacific (Seoul)', 'documented'],
  ['ap-northeast-3', 'Asia Pacific (Osaka)', 'usual'],
  ['eu-south-1', 'Europe (Milan)', 'usual'],
  ['me-central-1', 'Middle East (UAE)', 'usual'],
  ['us-gov-west-1', 'AWS GovCloud (US-West)', 'documented'],
  ['us-gov-east-1', 'AWS GovCloud (US-East)', 'documented'],
];

function variantOf([id, label, confidence]: Region): ProviderVariant {
  const host = `email-smtp.${id}.amazonaws.com`;
  return { id, label, hint: host, host, ports: confidence === 'documented' ? ports : usualPorts, login: 'required' };
}

const elsewhere: ProviderVariant = {
  id: 'other-region',
  label: 'Another region',
  hint: 'The host that the SES console shows under SMTP settings',
  host: '',
  asksHost: {
    label: 'SMTP endpoint',
    hint: 'As the SES console shows it under SMTP settings: email-smtp, the region, amazonaws.com.',
  },
  ports: usualPorts,
  login: 'required',
};

const [first, ...others] = regions;

export const amazonSes: Provider = {
  id: 'amazon-ses',
  kind: 'sending',
  name: 'Amazon SES',
  shortName: 'Amazon SES',
  hint: 'Region · SMTP credentials',
  mark: { letters: 'SES', hue: '#a84b00' },
  aliases: ['AWS SES', 'Amazon Simple Email Service', 'AWS', 'Amazon'],
  variantQuestion: 'Which AWS region is your SES in?',
  variants: [variantOf(first), ...others.map(variantOf), elsewhere],
  username: {
    kind: 'typed',
    label: 'SMTP user name',
    hint: 'The 20 characters that SES shows as SMTP user name. They usually begin with AKIA.',
    sameAsSender: false,
    looksLike: {
      pattern: '^AKIA[A-Z0-9]{16}$',
      otherwise:
        'SES user names usually have 20 capital letters and digits and begin with AKIA. This looks like something else.',
    },
    wrongKinds: [
      {
        pattern: '^ASIA',
        warning:
          'This looks like a temporary key. SES takes no temporary keys for SMTP: create SMTP credentials instead.',
      },
      {
        pattern: '@',
        warning: 'This is an email address. The SES user name is another one, under SMTP settings.',
      },
    ],
  },
  password: {
    label: 'SMTP password',
    hint: '44 characters, beginning with B, shown once with the user name. It works in one region only.',
    menu: 'SMTP settings > Create SMTP credentials, with the right region chosen at the top',
    url: 'https://console.aws.amazon.com/ses/home#/smtp',
    looksLike: {
      pattern: '^B[A-Za-z0-9+/]{43}$',
      otherwise: 'SES SMTP passwords have 44 characters and begin with B. This looks like something else.',
    },
    wrongKinds: [
      {
        pattern: '^[A-Za-z0-9/+]{40}$',
        warning:
          'These are 40 characters, like an IAM secret access key. The SMTP password is another one, made from such a key: get it under SMTP settings > Create SMTP credentials.',
      },
    ],
    ignoresSpaces: false,
  },
  senderRule:
    'The sender must be an address or a domain that was verified in the same region. While SES is in its sandbox there, the recipient must be too.',
  alsoKnownAs: ['amazonses.com'],
  quirks: [
    {
      kind: 'sandbox',
      text: 'In the sandbox SES sends only to addresses and domains that were verified in the same region. Its mailbox simulator is the exception.',
      confidence: 'documented',
      source: `${guide}/troubleshoot-smtp.html`,
    },
    {
      kind: 'other',
      text: 'SMTP credentials are not the IAM access keys, and they work in one region only.',
      confidence: 'documented',
      source: `${guide}/smtp-credentials.html`,
    },
    {
      kind: 'other',
      text: 'Verified senders, the sandbox and the quotas are each region’s own too.',
      confidence: 'documented',
      source: `${guide}/regions.html`,
    },
    {
      kind: 'other',
      text: 'The IAM user behind the credentials needs the permission ses:SendRawEmail.',
      confidence: 'documented',
      source: `${guide}/smtp-credentials.html`,
    },
    {
      kind: 'other',
      text: 'Credentials made before 10 January 2019 use an old signature and should be made anew.',
      confidence: 'documented',
      source: `${guide}/regions.html`,
    },
    {
      kind: 'other',
      text: 'Amazon’s own servers (EC2) block or slow down port 25. Use another port there.',
      confidence: 'documented',
      source: `${guide}/smtp-connect.html`,
    },
  ],
  limits: [
    {
      text: 'In the sandbox SES sends to 200 recipients in 24 hours and to one a second.',
      confidence: 'documented',
      source: `${guide}/quotas.html`,
    },
    {
      text: 'Quotas count recipients, not messages. What goes beyond is not kept for later.',
      confidence: 'documented',
      source: `${guide}/manage-sending-quotas.html`,
    },
    {
      text: 'A message may have 50 recipients, and 40 MB in its encoded form.',
      confidence: 'documented',
      source: `${guide}/quotas.html`,
    },
  ],
  dns: {
    spfInclude: {
      host: 'amazonses.com',
      confidence: 'documented',
      note: 'Only on a MAIL FROM subdomain of your own. Without one SES uses a subdomain of amazonses.com, and your SPF record stays as it is.',
    },
    dkim: {
      text: 'Three CNAME records with names of their own under _domainkey. The SES console shows them; newer regions have other targets.',
      confidence: 'documented',
      source: `${guide}/send-email-authentication-dkim-easy-managing.html`,
    },
    others: [
      {
        text: 'A MAIL FROM subdomain of your own gets exactly one MX record, feedback-smtp, the region, amazonses.com.',
        confidence: 'documented',
        source: `${guide}/mail-from.html`,
      },
    ],
  },
  knownReplies: amazonSesReplies,
  docsUrl: `${guide}/send-email-smtp.html`,
  checked: '2026-11-23',
};
