/**
 * What we know about a mail provider: data only. Quirks are fields that steps, rules and the recommendation read, so
 * that no code asks which provider it is dealing with.
 */
import type { Security } from '@/lib/smtp/endpoint';
import type { Confidence, DomainRecords, Fact, Quirk } from './fact';
import type { AfterAcceptance, KnownReply } from './known-reply';
import type { PasswordRule, UsernameRule } from './login-rule';

/** `sending`: a service for programs; `mailbox`: people's mail; `own`: software on a server of one's own; `catcher`: keeps what is sent, for development. */
export type ProviderKind = 'sending' | 'mailbox' | 'own' | 'catcher';

/** Cleartext only on this computer itself, where nothing leaves the machine. */
export type ProviderPort = {
  readonly port: number;
  readonly security: Security;
  readonly confidence: Confidence;
};

/** One host of a provider: a region, or a kind of account. `login` says whether this host needs one; `seldom`: it is there, and hardly anybody sets it up. */
export type ProviderVariant = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Empty where every customer has a host of their own; then `asksHost` has the question. */
  readonly host: string;
  readonly asksHost?: { readonly label: string; readonly hint: string };
  readonly ports: readonly ProviderPort[];
  readonly login: 'required' | 'optional' | 'seldom';
  /** Overrides of the provider's own answers where this host differs. */
  readonly username?: UsernameRule;
  readonly password?: PasswordRule;
};

/** How an address is known to be this provider's: its own mail domains, and the servers that take mail for other domains. */
type ReceivesFor = {
  /** Domains of its mailboxes: `gmail.com`. `variant` is the host that serves them where there are several. */
  readonly domains?: readonly { readonly names: readonly string[]; readonly variant?: string }[];
  /** Ends of the names in a customer's MX records: `aspmx.l.google.com`. */
  readonly mx?: readonly {
    readonly suffix: string;
    readonly variant?: string;
    readonly confidence: Confidence;
    readonly source?: string;
  }[];
};

export type Provider = {
  /** Also the name of its file. */
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  /** How the provider is named inside a sentence: "Not offered by Google". */
  readonly shortName: string;
  readonly hint: string;
  readonly mark: { readonly letters: string; readonly hue: string };
  /** Other names people search by, former ones too. */
  readonly aliases: readonly string[];
  /** Asked only where there is more than one variant, in these words. */
  readonly variantQuestion: string;
  readonly variants: readonly [ProviderVariant, ...ProviderVariant[]];
  readonly username: UsernameRule;
  readonly password: PasswordRule;
  /** What the sender address must be. */
  readonly senderRule: string;
  /** What the provider itself recommends, shown as a note. */
  readonly recommends?: { readonly port: number; readonly confidence: Confidence };
  /** A documented reason to prefer or avoid a port before the general rule applies. */
  readonly portPreference?: {
    readonly prefer?: number;
    readonly avoid?: number;
    readonly because: string;
    readonly source: string;
  };
  readonly receives?: ReceivesFor;
  /** Domains, beside those of its hosts, in which its servers' names may lie: a greeting from there is no stranger's. */
  readonly alsoKnownAs?: readonly string[];
  readonly quirks: readonly Quirk[];
  /** Limits that a first mail can meet. */
  readonly limits: readonly Fact[];
  readonly dns?: DomainRecords;
  readonly knownReplies: readonly KnownReply[];
  readonly afterAcceptance?: AfterAcceptance;
  readonly docsUrl: string;
  /** The day these facts were last checked, as YYYY-MM-DD. */
  readonly checked: string;
};
