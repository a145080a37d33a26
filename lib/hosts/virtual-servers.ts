/** Companies that rent out virtual servers. */
import type { HostNote } from './host-note';

const kind = 'vps';
const checked = '2026-11-23';

export const virtualServers: readonly HostNote[] = [
  {
    id: 'digitalocean',
    name: 'DigitalOcean Droplets',
    kind,
    ports: { 25: 'blocked', 465: 'blocked', 587: 'blocked', 2525: 'open' },
    unblock: 'No way to lift it is documented. Use port 2525 where the provider has one, or its HTTPS API.',
    source: 'https://docs.digitalocean.com/support/why-is-smtp-blocked/',
    confidence: 'documented',
    checked,
  },
  {
    id: 'linode',
    name: 'Linode, Akamai Cloud',
    kind,
    ports: { 25: 'on-request', 465: 'on-request', 587: 'on-request', 2525: 'open' },
    unblock:
      'Open a support ticket with use case and sending domains, after setting the A record and reverse DNS. Older accounts are open.',
    source: 'https://techdocs.akamai.com/cloud-computing/docs/send-email',
    confidence: 'documented',
    checked,
  },
  {
    id: 'vultr',
    name: 'Vultr',
    kind,
    ports: { 25: 'on-request', 465: 'open', 587: 'open', 2525: 'open' },
    unblock: 'Open a support ticket with the use case; new accounts are often refused.',
    source: 'https://docs.vultr.com/support/products/compute/why-is-smtp-blocked',
    confidence: 'usual',
    checked,
  },
  {
    id: 'hetzner',
    name: 'Hetzner Cloud',
    kind,
    ports: { 25: 'on-request', 465: 'on-request', 587: 'open', 2525: 'open' },
    unblock:
      'Use 587, which is open. 25 and 465 are opened by a limit request in the console, after about a month and the first paid invoice.',
    source: 'https://docs.hetzner.com/cloud/servers/faq/',
    confidence: 'documented',
    checked,
  },
  {
    id: 'ovh',
    name: 'OVHcloud',
    kind,
    ports: { 25: 'varies', 465: 'open', 587: 'open', 2525: 'open' },
    unblock: 'After a block for spam: fix the cause and press unblock in the control panel.',
    source: 'https://docs.ovhcloud.com/en/guides/bare-metal-cloud/dedicated-servers/antispam-best-practices',
    confidence: 'usual',
    checked,
  },
  {
    id: 'upcloud',
    name: 'UpCloud',
    kind,
    ports: { 25: 'on-request', 465: 'open', 587: 'open' },
    unblock: 'Ask support, with proof of identity or payment and the use case.',
    source: 'https://upcloud.com/docs/products/networking/features/firewall/',
    confidence: 'documented',
    checked,
  },
  {
    id: 'cloudzy',
    name: 'Cloudzy',
    kind,
    ports: { 25: 'on-request', 465: 'on-request', 587: 'on-request', 2525: 'on-request' },
    unblock: 'Support looks at each case and may refuse. Use an HTTPS API otherwise.',
    source: 'https://cloudzy.com/kb/smtp-ports-on-cloudzy-servers',
    confidence: 'documented',
    checked,
  },
];
