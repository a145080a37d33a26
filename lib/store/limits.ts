import 'server-only';

type Environment = Readonly<Record<string, string | undefined>>;

/** The most that is kept, in all tables together. */
export type Limits = { readonly rows: number; readonly bytes: number };

const settings = { rows: 'OUTPORT_STORE_ROWS', megabytes: 'OUTPORT_STORE_MB' } as const;
const usual = { rows: 500_000, megabytes: 1024 };
const whole = /^[1-9]\d{0,8}$/;

/** Environment variables → the limits, or one sentence about what is wrong with them. */
export function readLimits(environment: Environment): { readonly limits: Limits } | { readonly problem: string } {
  const of = (name: keyof typeof settings) => environment[settings[name]] ?? '';
  const [rows, megabytes] = [of('rows'), of('megabytes')];
  for (const [name, text] of [
    [settings.rows, rows],
    [settings.megabytes, megabytes],
  ])
    if (text !== '' && !whole.test(text ?? ''))
      return { problem: `${name} must be a whole number, 1 or more, or not be set.` };
  const bytes = (megabytes === '' ? usual.megabytes : Number(megabytes)) * 1_048_576;
  return { limits: { rows: rows === '' ? usual.rows : Number(rows), bytes } };
}

/** The limits of this process. Throws the sentence when they are not understood; Outport does not start then. */
export function currentLimits(): Limits {
  const reading = readLimits(process.env);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.limits;
}
