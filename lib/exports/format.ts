/** A format turns settings into text to paste. Pure and total: any settings, any characters, a text that parses. */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import type { PrintedSettings } from './printed-settings';
import type { SelfTestRun } from './self-test/run';

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
  /** The program asks for a password that is left out, so nothing stands for it in the text. */
  readonly asksForPassword?: true;
  /** Why the program cannot be given these settings; undefined when it can. Whoever asks may ask again with another proven port. */
  readonly cannot?: (settings: SmtpSettings) => string | undefined;
  /** Which of the program's defaults, or of its gaps, the person has to know of; empty when none. */
  readonly warnings: (settings: SmtpSettings) => readonly string[];
  /** `proof` is one line for a comment. What comes in may be printed as it is. */
  readonly render: (settings: PrintedSettings, proof: string) => string;
  /** Where the program can test the settings itself: what follows the text then, fetched when it is asked for. */
  readonly loadSelfTest?: () => Promise<RenderSelfTest>;
};

/** What a self test is told of the settings; never the login. */
export type RenderSelfTest = (settings: Omit<PrintedSettings, 'login'>, run: SelfTestRun) => string;
