/** From facts to advice. Evidence is what was seen and for whom; a finding is our opinion of it, with its source. */
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import type { Security } from '@/lib/smtp/endpoint';
import type { Failure, TranscriptLine } from '@/lib/smtp/outcome';

export type Evidence = {
  readonly failure: Failure;
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly provider?: Provider;
  readonly variant?: ProviderVariant;
  readonly username?: string;
  readonly from?: string;
  readonly to?: string;
  /** The password's shape matters to some findings, never the password itself. */
  readonly passwordLength?: number;
  readonly transcript: readonly TranscriptLine[];
};

export type Severity = 'blocker' | 'warning' | 'note';

export type Finding = {
  readonly ruleId: string;
  readonly severity: Severity;
  /** What happened, in one line. */
  readonly title: string;
  readonly why: string;
  readonly doThis: readonly string[];
  readonly evidence: readonly string[];
  readonly source: string;
};

export type Rule = {
  readonly id: string;
  matches(evidence: Evidence): boolean;
  finding(evidence: Evidence): Omit<Finding, 'ruleId' | 'evidence'>;
};
