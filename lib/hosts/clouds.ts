/** Clouds that sell machines and networks. */
import type { HostNote } from './host-note';

const kind = 'cloud';
const checked = '2026-11-23';

export const clouds: readonly HostNote[] = [
  {
    id: 'google-cloud',
    name: 'Google Cloud',
    kind,
    ports: { 25: 'blocked', 465: 'open', 587: 'open', 2525: 'open' },
    unblock: 'Port 25 is not opened for normal projects; use 465 or 587.',
    source: 'https://docs.cloud.google.com/compute/docs/sending-mail',
    confidence: 'documented',
    checked,
  },
  {
    id: 'aws-ec2',
    name: 'Amazon EC2, ECS, EKS',
    kind,
    ports: { 25: 'on-request', 465: 'open', 587: 'open', 2525: 'open' },
    unblock:
      'As account owner send the form “Request to remove email sending limitations”, once per region. For sending use 465 or 587.',
    source: 'https://repost.aws/knowledge-center/ec2-port-25-throttle',
    confidence: 'documented',
    checked,
  },
  {
    id: 'aws-lightsail',
    name: 'Amazon Lightsail',
    kind,
    ports: { 25: 'on-request', 465: 'open', 587: 'open', 2525: 'open' },
    unblock:
      'Send the same form as for EC2 and name the static IP. The Lightsail firewall filters incoming traffic only.',
    source: 'https://repost.aws/knowledge-center/ec2-port-25-throttle',
    confidence: 'usual',
    checked,
  },
  {
    id: 'azure',
    name: 'Microsoft Azure',
    kind,
    ports: { 25: 'plan', 465: 'open', 587: 'open', 2525: 'open' },
    unblock:
      'Enterprise agreements have port 25 open; pay-as-you-go asks under Diagnose and solve problems; trial and student subscriptions never get it. Use 587.',
    source: 'https://learn.microsoft.com/en-us/azure/virtual-network/troubleshoot-outbound-smtp-connectivity',
    confidence: 'documented',
    checked,
  },
  {
    id: 'oracle-cloud',
    name: 'Oracle Cloud',
    kind,
    ports: { 25: 'on-request', 465: 'open', 587: 'open', 2525: 'open' },
    unblock: 'Ask for an SMTP exemption as a service limit increase; free trials are usually refused.',
    source: 'https://docs.oracle.com/en-us/iaas/Content/Email/Concepts/troubleshooting.htm',
    confidence: 'usual',
    checked,
  },
  {
    id: 'scaleway',
    name: 'Scaleway Instances',
    kind,
    ports: { 25: 'self-service', 465: 'self-service', 587: 'self-service', 2525: 'open' },
    unblock:
      'Finish identity verification, then tick “Enable SMTP” in the security group of the Instance. It takes effect at once.',
    source: 'https://www.scaleway.com/en/docs/instances/how-to/send-emails-from-your-instance/',
    confidence: 'documented',
    checked,
  },
];
