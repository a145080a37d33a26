/** What helps when a program cannot be given the settings: another port, or none. */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import type { Format } from './format';

type Submission = Pick<SmtpSettings, 'port' | 'security'>;

export type WayOut =
  /** The program fails on the user name or the password: no port changes that. */
  | { readonly about: 'login' }
  /** `next` is the best of the working ports that the program can be given; undefined when it can be given none of them. */
  | { readonly about: 'port'; readonly next: Submission | undefined };

// RFC 8314 §3: every program that sends mail at all can be given one of these.
const standard: readonly Submission[] = [
  { port: 465, security: 'implicit-tls' },
  { port: 587, security: 'starttls' },
];

/** A format that refuses `settings`, and the ports that a run found working, best first → what helps. */
export function wayOut(format: Format, settings: SmtpSettings, working: readonly Submission[]): WayOut {
  const takes = ({ port, security }: Submission) => format.cannot?.({ ...settings, port, security }) === undefined;
  return standard.some(takes) ? { about: 'port', next: working.find(takes) } : { about: 'login' };
}
