/** What a user name or password looks like for a provider: a warning at most, since formats change without notice. */
import type { PasswordRule, UsernameRule } from '@/lib/providers/login-rule';

/** Some providers show a password in groups; the blanks between them are not part of it. */
export function withoutGroupingSpaces(password: string): string {
  return password.replace(/\s+/g, '');
}

/** A typed password → what seems wrong with it, or undefined. Never a reason to stop. */
export function passwordWarning(password: string, rule: PasswordRule): string | undefined {
  const text = rule.ignoresSpaces ? withoutGroupingSpaces(password) : password;
  if (text === '') return undefined;
  if (!rule.ignoresSpaces && text !== text.trim())
    return 'There is a blank at the beginning or end. It counts as part of the password.';
  return shapeWarning(text, rule);
}

/** The same for a user name; a fixed one cannot be wrong. */
export function usernameWarning(username: string, rule: UsernameRule | undefined): string | undefined {
  const text = username.trim();
  return rule?.kind === 'typed' && text !== '' ? shapeWarning(text, rule) : undefined;
}

function shapeWarning(text: string, { looksLike, wrongKinds = [] }: Partial<PasswordRule>): string | undefined {
  const wrong = wrongKinds.find(({ pattern }) => new RegExp(pattern).test(text));
  if (wrong !== undefined) return wrong.warning;
  return looksLike === undefined || new RegExp(looksLike.pattern).test(text) ? undefined : looksLike.otherwise;
}
