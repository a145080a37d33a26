/**
 * What we know about a mail provider: data only. Quirks are fields that steps, rules and the recommendation read, so
 * that no code asks which provider it is dealing with. Facts carry how sure they are: only `documented` ones are
 * stated as facts, `usual` ones are shown as "usually", and neither ever blocks anybody.
 */
import type { Security } from '@/lib/smtp/endpoint';
import type { Stage } from '@/lib/smtp/outcome';

type Confidence = 'documented' | 'usual';

export type ProviderPort = {
  readonly port: number;
  readonly security: Exclude<Security, 'cleartext'>;
  readonly confidence: Confidence;
};

/** One host of a provider: a region, or a kind of account. `login` says whether this host needs one. */
export type ProviderVariant = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly host: string;
  readonly ports: readonly ProviderPort[];
  readonly login: 'required' | 'optional';
  /** Overrides of the provider's own answers where this host differs. */
  readonly username?: UsernameRule;
  readonly password?: PasswordRule;
};

export type UsernameRule =
  | { readonly kind: 'fixed'; readonly value: string; readonly hint: string }
  | { readonly kind: 'typed'; readonly label: string; readonly hint: string; readonly sameAsSender: boolean };

/** Patterns are regular expressions over the whole value; a mismatch is a warning in the words given, never a block. */
export type PasswordRule = {
  readonly label: string;
  readonly hint: string;
  readonly menu: string;
  readonly url: string;
  readonly looksLike?: { readonly pattern: string; readonly otherwise: string };
  readonly wrongKinds: readonly { readonly pattern: string; readonly warning: string }[];
  /** Some providers show a password in groups; the blanks between them are not part of it. */
  readonly ignoresSpaces: boolean;
};

/** A reply this provider is known to give. Tried after stage and code fit; `pattern` is matched in the server's text, case-insensitively. */
export type KnownReply = {
  readonly id: string;
  readonly stages: readonly Stage[];
  readonly code: number;
  readonly enhanced?: string;
  readonly pattern: string;
  readonly title: string;
  readonly why: string;
  readonly doThis: readonly string[];
  readonly source: string;
  readonly confidence: Confidence;
};

export type Provider = {
  readonly id: string;
  readonly name: string;
  /** How the provider is named inside a sentence: "Not offered by Google". */
  readonly shortName: string;
  readonly hint: string;
  readonly mark: { readonly letters: string; readonly hue: string };
  readonly aliases: readonly string[];
  /** Asked only where there is more than one variant, in these words. */
  readonly variantQuestion: string;
  readonly variants: readonly [ProviderVariant, ...ProviderVariant[]];
  readonly username: UsernameRule;
  readonly password: PasswordRule;
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
  readonly knownReplies: readonly KnownReply[];
  readonly docsUrl: string;
  readonly checked: string;
};
