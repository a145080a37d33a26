import type { Login } from '@/lib/settings/login';
import { commentLine } from './comment-line';
import { envValue } from './dotenv';
import type { PrintedSettings } from './printed-settings';

export type EnvEntry = readonly [name: string, value: string] | false;

/** Variables, those that are false left out → lines of a .env file with the proof above them. */
export function envLines(proof: string, entries: readonly EnvEntry[]): string {
  const lines = entries.filter((entry) => entry !== false).map(([name, value]) => `${name}=${envValue(value)}`);
  return `# ${commentLine(proof)}\n${lines.join('\n')}\n`;
}

/** The two variables of a login, or none. */
export function envLogin(settings: PrintedSettings, names: Readonly<Record<keyof Login, string>>): readonly EnvEntry[] {
  const { login } = settings;
  if (login === undefined) return [];
  return [
    [names.username, login.username],
    [names.password, login.password],
  ];
}
