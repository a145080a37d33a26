/** What a password looks like for a provider: a warning at most, since formats change without notice. */
import type { PasswordRule } from '@/lib/providers/login-rule';

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
  const wrong = rule.wrongKinds.find(({ pattern }) => new RegExp(pattern).test(text));
  if (wrong !== undefined) return wrong.warning;
  const { looksLike } = rule;
  return looksLike === undefined || new RegExp(looksLike.pattern).test(text) ? undefined : looksLike.otherwise;
}
