import type { SmtpSettings } from '@/lib/settings/smtp-settings';

const ascii = /^[\x20-\x7e]*$/;

/** smtplib, which Django uses too, encodes a login as ASCII and stops with an error when that cannot be done. */
export function pythonCannot({ username = '', password = '' }: SmtpSettings): string | undefined {
  if (!ascii.test(username)) return 'Python cannot log in with a user name that has letters outside ASCII, such as é.';
  if (!ascii.test(password)) return 'Python cannot log in with a password that has letters outside ASCII, such as é.';
  return undefined;
}

export function pythonBool(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False';
}

/** What Django makes of encryption depends on its age: 3.2 was seen to take any certificate. */
export function djangoWarnings({ security }: SmtpSettings): readonly string[] {
  return security === 'cleartext'
    ? []
    : ['Old versions of Django, 3.2 among them, check no certificate, and no setting changes that.'];
}
