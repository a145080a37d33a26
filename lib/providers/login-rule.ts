/**
 * What a provider wants as user name and password. Patterns are regular expressions over the whole value; a mismatch is
 * a warning in the words given, never a block.
 */
type Shape = {
  readonly looksLike?: { readonly pattern: string; readonly otherwise: string };
  readonly wrongKinds: readonly { readonly pattern: string; readonly warning: string }[];
};

/**
 * `fixed`: always the same word. `typed`: the person’s own.
 * `password`: the secret itself is the user name too, so it is treated as one: asked once, stored nowhere, shown nowhere.
 */
export type UsernameRule =
  | { readonly kind: 'fixed'; readonly value: string; readonly hint: string }
  | ({
      readonly kind: 'typed';
      readonly label: string;
      readonly hint: string;
      readonly sameAsSender: boolean;
    } & Partial<Shape>)
  | { readonly kind: 'password'; readonly hint: string };

export type PasswordRule = Shape & {
  readonly label: string;
  readonly hint: string;
  /** Where in the provider's pages it is made: `Settings > API Keys`. */
  readonly menu: string;
  /** What stands before the menu where that is no place to find a password: "Logins come from". */
  readonly menuIs?: string;
  readonly url: string;
  /** Some providers show a password in groups; the blanks between them are not part of it. */
  readonly ignoresSpaces: boolean;
};
