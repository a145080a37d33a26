import 'server-only';

/**
 * How long each wait may last, in milliseconds. RFC 5321 §4.5.3.2 asks relays for minutes of patience; a person who
 * watches a submission does not have them, and a server that needs longer than this for a greeting is a finding.
 */
export const deadlines = {
  resolve: 10_000,
  connect: 5_000,
  tls: 10_000,
  greeting: 15_000,
  ehlo: 10_000,
  starttls: 10_000,
  auth: 30_000,
  'mail-from': 30_000,
  'rcpt-to': 30_000,
  data: 30_000,
  /** After the final dot. */
  acceptance: 60_000,
  probe: 30_000,
  message: 180_000,
  /** How long a connection that is done may take to say goodbye. */
  goodbye: 1_000,
  /** A whole discovery, and in it one autoconfig document with all its redirects. */
  discovery: 5_000,
  document: 4_000,
} as const;

type Wait = Exclude<keyof typeof deadlines, 'probe' | 'message' | 'goodbye' | 'discovery' | 'document'>;

/** A wait that begins now → how many milliseconds it may last: its own deadline, or what is left of the whole `run`. */
export type Patience = (wait: Wait | 'run') => number;

/**
 * The patience of a run that may take `runMs` altogether. Since no wait outlasts the run, a run that is too long ends
 * as what it is: `timed-out`, at the stage where it stood. `now` gives milliseconds since the run began.
 */
export function patienceFor(runMs: number, now: () => number): Patience {
  return (wait) => Math.max(1, Math.min(wait === 'run' ? runMs : deadlines[wait], Math.round(runMs - now())));
}
