/** Settings to test formats with: harmless ones, and ones made of what some grammar or other trips over. */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';

export const sampleSettings: SmtpSettings = {
  host: 'smtp.example.com',
  port: 587,
  security: 'starttls',
  username: 'shop@example.com',
  password: 'canary-4711',
  from: { name: 'Shop', address: 'shop@example.com' },
};

/** Settings of an account whose mailbox is known too. */
export const receivingSettings: SmtpSettings = { ...sampleSettings, host: 'smtp.gmail.com' };

/** One of each that means something to a grammar of ours, blanks at both ends, two scripts and one sign beyond 16 bits. */
export const hostilePassword = ` a"b'c\`d $e \${f} #{g} {h} %41 %s <i> ?> */ \\n\\\\ #j ;k &l |m !n ~o :p =q ^r ü 漢 🗝 `;

export const hostileSettings: SmtpSettings = {
  ...sampleSettings,
  username: `o'neil+"x"\\y$z@example.com`,
  password: hostilePassword,
  from: { name: `O'Neil "Shop" \\ $x ?> */ <b>`, address: `o'neil@example.com` },
};

/** A proof that tries to end the comment it stands in. */
export const hostileProof = 'Accepted\n?> */ --> by\u2028mail.test\u202e on 2026-11-24';

/** The same settings without a login. */
export function withoutLogin({ username: _name, password: _secret, ...open }: SmtpSettings): SmtpSettings {
  return open;
}
