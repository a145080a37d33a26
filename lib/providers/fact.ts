/**
 * How sure we are of what we say. `documented` stands on the provider's own pages and is stated as a fact; `usual` was
 * seen elsewhere or remembered, says "usually" in its own words, and never blocks anybody.
 */
export type Confidence = 'documented' | 'usual';

/** One sentence or two for a person, and the page it stands on. A documented one has a page. */
export type Fact =
  | { readonly text: string; readonly confidence: 'documented'; readonly source: string }
  | { readonly text: string; readonly confidence: 'usual'; readonly source?: string };

/**
 * What is odd about a provider. The kind says when it matters: `password-ending`, `password-ended`, `template-only`,
 * `catches-mail` and `sandbox` are told before the person types a password, the others are there to be opened.
 */
export const quirkKinds = [
  'no-implicit-tls',
  'no-starttls',
  'password-ending',
  'password-ended',
  'app-password',
  'template-only',
  'sandbox',
  'catches-mail',
  'activation',
  'address-allow-list',
  'needs-plan',
  'moved-host',
  'drops-silently',
  'alters-mail',
  'other',
] as const;

export type Quirk = Fact & {
  readonly kind: (typeof quirkKinds)[number];
  /** The day on which it begins or ends, as YYYY-MM-DD, where one was named. */
  readonly until?: string;
};

/** Kinds that are told before a password is asked for, since with them the best password may not help. */
export const toldFirst: readonly Quirk['kind'][] = [
  'password-ending',
  'password-ended',
  'template-only',
  'catches-mail',
  'sandbox',
];

/** The records a sender's domain gets for this provider; the provider's own pages name the exact values. */
export type DomainRecords = {
  /** The host after `include:` in the SPF record (RFC 7208 §5.2). */
  readonly spfInclude?: { readonly host: string; readonly confidence: Confidence; readonly note?: string };
  /** Where the DKIM keys stand and what they look like (RFC 6376 §3.6.2.1). */
  readonly dkim?: Fact;
  readonly others?: readonly Fact[];
};
