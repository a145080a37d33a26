/** What both ends of the measured line have to agree on. */
import type { Endpoint } from '@/lib/smtp/endpoint';

/** A mail server that has the four ports, of which some never answer. */
export type MailHost = {
  readonly host: string;
  /** IPv4, then IPv6, at the far end of the line as e2e/lab/link.py makes it. */
  readonly addresses: readonly [string, string];
  readonly silent: readonly number[];
};

const mailHost = (name: string, number: string, silent: readonly number[]): MailHost => ({
  host: `${name}.bench.test`,
  addresses: [`192.0.2.${number}`, `2001:db8::${number}`],
  silent,
});

export const place = {
  /** By the number of silent ports. */
  hosts: [
    mailHost('mail', '2', []),
    mailHost('one-silent', '11', [25]),
    mailHost('two-silent', '12', [25, 465]),
    mailHost('three-silent', '13', [25, 465, 587]),
  ],
  ports: [25, 465, 587, 2525],
  username: 'bench',
  password: 'correct horse battery staple',
  sender: 'bench@bench.test',
  recipient: 'postmaster@bench.test',
  /** Where many people at once are measured: without a line. */
  load: { host: 'load.bench.test', address: '127.0.0.1' },
  /** A port that takes a connection and ends it: its connect time is one round trip. */
  discardPort: 9,
} as const;

export const isImplicit = (port: number): boolean => port === 465;

/** A port → the endpoint as the wizard would plan it. */
export function endpointAt(host: string, port: number): Endpoint {
  return { host, port, security: isImplicit(port) ? 'implicit-tls' : 'starttls' };
}
