/** From facts to advice. Evidence is what was seen and for whom; a finding is our opinion of it, with its source. */
import type { Attempt } from '@/lib/probe/events';
import type { EndpointReport } from '@/lib/probe/report';
import type { Directory } from '@/lib/providers/directory';
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import type { Security } from '@/lib/smtp/endpoint';
import type { Failure, TranscriptLine } from '@/lib/smtp/outcome';

/** The machine the test ran from: the person's own, the one that serves Outport to many, or the person's web server. */
export type Vantage = 'local' | 'hosted' | 'web-server';

export type Evidence = {
  readonly failure: Failure;
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly provider?: Provider | undefined;
  readonly variant?: ProviderVariant | undefined;
  /** All providers in short, to recognise a slip of the keyboard. */
  readonly directory?: Directory | undefined;
  readonly username?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly transcript: readonly TranscriptLine[];
  /** Every endpoint of the same run, this one included. */
  readonly reports?: readonly EndpointReport[] | undefined;
  /** Every address that was tried in the same run. */
  readonly attempts?: readonly Attempt[] | undefined;
  readonly vantage?: Vantage | undefined;
};

export type Severity = 'blocker' | 'warning' | 'note';

/** What a screen may turn into one press. Each is a change to try, proven only by testing it. */
export type Correction =
  | { readonly kind: 'use-security'; readonly port: number; readonly security: Security }
  | { readonly kind: 'use-port'; readonly port: number; readonly security: Security }
  /**
   * With `sameAddressAs`, only right when the name leads to one of these addresses: otherwise the certificate would
   * choose where the password goes. Whoever offers the press has the name looked up first.
   */
  | { readonly kind: 'use-host'; readonly host: string; readonly sameAddressAs?: readonly string[] }
  | { readonly kind: 'use-variant'; readonly variant: string }
  | { readonly kind: 'use-username'; readonly username: string }
  | { readonly kind: 'use-sender'; readonly address: string };

/** How long another try would do harm, and who says so: the server in its own words, or what is known of such replies. */
export type Wait = { readonly seconds: number; readonly saidBy: 'server' | 'rule' };

export type Finding = {
  readonly ruleId: string;
  readonly severity: Severity;
  /** What happened, in one line. */
  readonly title: string;
  readonly why: string;
  readonly doThis: readonly string[];
  readonly evidence: readonly string[];
  readonly source: string;
  readonly correction?: Correction;
  /** Only where trying again at once would do harm. */
  readonly wait?: Wait;
};

/**
 * How much a rule knows, most first: what the provider's entry says; the server's own words, after stage and codes
 * narrowed them; the enhanced status code (RFC 3463); this failure with its cause, stage or code; the failure's kind.
 * At most one rule of a tier matches any evidence, so the order of the tables means nothing.
 */
export const tiers = ['provider', 'words', 'enhanced', 'specific', 'general'] as const;
export type Tier = (typeof tiers)[number];

/** What a rule says. `waitSeconds` is how long its `doThis` asks to wait before another login. */
export type Words = Omit<Finding, 'ruleId' | 'evidence' | 'severity' | 'wait'> & {
  readonly severity?: Severity;
  readonly waitSeconds?: number;
};

export type Rule = {
  readonly id: string;
  readonly tier: Tier;
  /** Evidence → what is said about it, or undefined when the rule does not match. */
  readonly speak: (evidence: Evidence) => Words | undefined;
};
