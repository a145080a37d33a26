import type { SmtpSettings } from '@/lib/settings/smtp-settings';

/** What to know when nothing is encrypted, for every program that can be told so. */
export function cleartextWarnings(settings: SmtpSettings): readonly string[] {
  if (settings.security !== 'cleartext') return [];
  const open = 'These settings use no encryption: anyone on the way can read and change your mail.';
  return settings.username || settings.usernameIsPassword
    ? [open, 'The user name and password are left out, because a password is never sent without encryption.']
    : [open];
}
