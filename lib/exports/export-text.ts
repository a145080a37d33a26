import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import type { Format } from './format';
import { printedSettings } from './printed-settings';

export type ExportOptions = {
  /** Off unless its owner switched it on; then the placeholder stands where the password goes. */
  readonly includePassword: boolean;
  /** One line of proof for a comment: what was proven, when and from where; or that nothing was. */
  readonly proof: string;
};

/** A format and settings → its text to paste. */
export function exportText(format: Format, settings: SmtpSettings, { includePassword, proof }: ExportOptions): string {
  return format.render(printedSettings(settings, includePassword, format.asksForPassword ? '' : undefined), proof);
}
