/** A format turns settings into text to paste. Pure and total: any settings, any characters, a text that parses. */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';

export type RenderOptions = {
  /** Off unless its owner switched it on; then the placeholder stands where the password goes. */
  readonly includePassword: boolean;
  /** One line of proof for a comment: what was proven, when and from where; or that nothing was. */
  readonly proof: string;
};

export type Group =
  | 'WordPress'
  | 'Mail apps'
  | 'Frameworks and languages'
  | 'Servers and command line'
  | 'Self-hosted apps'
  | 'Anything else';

/** How it was shown that the program takes the text: it sent mail with it, its own grammar read it, or its documentation says so. */
export type Proof = 'sent' | 'parsed' | 'documented';

export type Format = {
  readonly id: string;
  readonly name: string;
  readonly group: Group;
  /** What to do, in order, with the program's own labels. */
  readonly steps: readonly string[];
  readonly fileName: string;
  readonly mediaType: string;
  /** Absent where there is no program to try. */
  readonly proven?: Proof;
  /** Why the program cannot be given these settings; undefined when it can. Whoever asks may ask again with another proven port. */
  readonly cannot?: (settings: SmtpSettings) => string | undefined;
  /** Which of the program's defaults, or of its gaps, the person has to know of; empty when none. */
  readonly warnings: (settings: SmtpSettings) => readonly string[];
  readonly render: (settings: SmtpSettings, options: RenderOptions) => string;
};

/** Stands for the password wherever it is left out. */
export const passwordPlaceholder = 'YOUR_PASSWORD_HERE';

/** Settings → the password to print: the real one only when it was switched on. */
export function passwordText(settings: SmtpSettings, options: RenderOptions): string {
  return options.includePassword ? (settings.password ?? passwordPlaceholder) : passwordPlaceholder;
}
