/**
 * Which networks close which mail ports outward. `documented` ones have said so themselves on the page that is linked;
 * the others were described by customers or third parties and are introduced with "usually". Rules change: a test from
 * the machine itself always outweighs this list.
 */
export type Network = { readonly name: string; readonly source: string; readonly note?: string };

export type BlockGroup = {
  readonly title: string;
  readonly closed: readonly number[];
  readonly instead: string;
  readonly documented: readonly Network[];
  readonly usual: readonly Network[];
};

/** When the pages were read. */
export const blocksChecked = '23 November 2026';

export const blockGroups: readonly BlockGroup[] = [
  {
    title: 'Only 25 is closed',
    closed: [25],
    instead: 'Use 465 or 587.',
    documented: [
      {
        name: 'Google Cloud',
        source: 'https://docs.cloud.google.com/compute/docs/sending-mail',
        note: 'not opened for ordinary projects',
      },
      {
        name: 'Amazon EC2',
        source: 'https://repost.aws/knowledge-center/ec2-port-25-throttle',
        note: 'a form lifts it, once per region',
      },
      {
        name: 'Microsoft Azure',
        source: 'https://learn.microsoft.com/en-us/azure/virtual-network/troubleshoot-outbound-smtp-connectivity',
        note: 'depends on the kind of subscription',
      },
      {
        name: 'UpCloud',
        source: 'https://upcloud.com/docs/products/networking/features/firewall/',
        note: 'support lifts it',
      },
      {
        name: 'Cloudflare Workers',
        source: 'https://developers.cloudflare.com/workers/runtime-apis/tcp-sockets/',
        note: 'never opened',
      },
      {
        name: 'Comcast Xfinity at home',
        source: 'http://corporate.comcast.com/comcast-voices/updated-management-of-smtp-port-25',
        note: 'support lifts it',
      },
    ],
    usual: [
      {
        name: 'Oracle Cloud',
        source: 'https://docs.oracle.com/en-us/iaas/releasenotes/changes/f7e95770-9844-43db-916c-6ccbaf2cfe24',
      },
      { name: 'Vultr', source: 'https://docs.vultr.com/support/products/compute/why-is-smtp-blocked' },
      {
        name: 'Vercel',
        source: 'https://vercel.com/kb/guide/sending-emails-from-an-application-on-vercel',
      },
      { name: 'Heroku', source: 'https://help.heroku.com/IR3S6I5X/problem-in-sending-e-mails-through-smtp' },
      { name: 'Platform.sh', source: 'https://docs.platform.sh/development/email.html' },
      { name: 'Kinsta', source: 'https://kinsta.com/blog/smtp-port/' },
      { name: 'AT&T at home', source: 'http://www.ka9q.net/Uverse/port25.html' },
    ],
  },
  {
    title: '25 and 465 are closed',
    closed: [25, 465],
    instead: 'Use 587.',
    documented: [
      {
        name: 'Hetzner Cloud',
        source: 'https://docs.hetzner.com/cloud/servers/faq/#why-can-i-not-send-any-mails-from-my-server',
        note: 'can be asked for after about a month and the first paid invoice',
      },
      { name: 'Zerops', source: 'https://docs.zerops.io/references/smtp', note: 'no exceptions' },
    ],
    usual: [],
  },
  {
    title: '25, 465 and 587 are closed',
    closed: [25, 465, 587],
    instead: 'Use 2525, or your provider’s 2587 or 2465.',
    documented: [
      {
        name: 'DigitalOcean Droplets',
        source: 'https://docs.digitalocean.com/support/why-is-smtp-blocked/',
        note: 'no way to lift it is documented',
      },
      {
        name: 'Linode (Akamai)',
        source: 'https://www.linode.com/blog/linode/a-new-policy-to-help-fight-spam/',
        note: 'accounts made since 5 November 2019; a support ticket lifts it',
      },
      {
        name: 'Scaleway Instances',
        source: 'https://www.scaleway.com/en/docs/instances/how-to/send-emails-from-your-instance/',
        note: 'you can open them: verify your identity, then tick “Enable SMTP” in the security group',
      },
      {
        name: 'Render, free services',
        source: 'https://render.com/changelog/free-web-services-will-no-longer-allow-outbound-traffic-to-smtp-ports',
        note: 'paid services may send',
      },
    ],
    usual: [{ name: 'GoDaddy shared hosting', source: 'https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting' }],
  },
  {
    title: 'All four are closed',
    closed: [25, 465, 587, 2525],
    instead: 'Use your provider’s web API (HTTPS), or another plan.',
    documented: [
      {
        name: 'Railway: Free, Trial and Hobby',
        source: 'https://docs.railway.com/reference/outbound-networking',
        note: 'the Pro plan may send, after a new deployment',
      },
      {
        name: 'Cloudzy',
        source: 'https://cloudzy.com/kb/smtp-ports-on-cloudzy-servers',
        note: 'support decides case by case',
      },
    ],
    usual: [],
  },
];
