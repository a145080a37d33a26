/** A format turns settings into text to paste. Pure and total: any settings, any characters, a text that parses. */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';

export type RenderOptions = {
  /** Off unless its owner switched it on; then the placeholder stands where the password goes. */
  readonly includePassword: boolean;
  /** One line of proof for a comment: what was proven, when and from where; or that nothing was. */
  readonly proof: string;
};

export type Format = {
  readonly id: string;
  readonly name: string;
  readonly group: 'WordPress' | 'Code' | 'Plain text';
  /** Where the text goes, in one or two sentences of that program's own words. */
  readonly where: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** What this program cannot express of these settings, for the person to know; empty when nothing. */
  readonly warnings: (settings: SmtpSettings) => readonly string[];
  readonly render: (settings: SmtpSettings, options: RenderOptions) => string;
};

/** Stands for the password wherever it is left out. */
export const passwordPlaceholder = 'YOUR_PASSWORD_HERE';

/** Settings → the password to print: the real one only when it was switched on. */
export function passwordText(settings: SmtpSettings, options: RenderOptions): string {
  return options.includePassword ? (settings.password ?? passwordPlaceholder) : passwordPlaceholder;
}
