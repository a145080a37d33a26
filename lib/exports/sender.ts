import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { doubleQuoted } from './quote';

/** Sender → as one writes it in a From header (RFC 5322 §3.4). */
export function senderText({ name, address }: SmtpSettings['from']): string {
  return name === '' ? address : `${doubleQuoted(name)} <${address}>`;
}
