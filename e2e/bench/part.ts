/** A part of the benchmark. */
import type { Table } from './verdict';

export type Part = {
  /** How `--only` calls it. */
  readonly name: string;
  /** The quick parts are run without `--all`. */
  readonly isQuick: boolean;
  /** Why it cannot be measured here; undefined when it can. */
  readonly whyNot: () => string | undefined;
  /** `scratch` is a folder for what it has to write; `say` tells what is left out. */
  readonly run: (scratch: string, say: (text: string) => void) => Promise<readonly Table[]>;
};
