import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { loadEnv } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import { dotenv } from './dotenv';
import { hostilePassword, hostileProof, hostileSettings, sampleSettings } from './testing/sample-settings';

const render = (settings: SmtpSettings) => exportText(dotenv, settings, { includePassword: true, proof: hostileProof });
const withPassword = (password: string): SmtpSettings => ({ ...sampleSettings, password });

function inFile(text: string): { readonly directory: string; readonly file: string } {
  const directory = mkdtempSync(join(tmpdir(), 'outport-env-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = join(directory, '.env');
  writeFileSync(file, text);
  return { directory, file };
}

/** Every reader: the file's text → the password it makes of it. */
const readers = {
  'Node.js': (text: string) => parseEnv(text)['SMTP_PASSWORD'],
  dotenv: (text: string) => loadEnv('production', inFile(text).directory, 'SMTP_')['SMTP_PASSWORD'],
  'a shell': (text: string) =>
    execFileSync('sh', ['-c', '. "$1"; printf %s "$SMTP_PASSWORD"', 'sh', inFile(text).file], { encoding: 'utf8' }),
};
type Reader = keyof typeof readers;
const everybody = Object.keys(readers) as Reader[];

test('names and values are those of the settings', () => {
  expect(parseEnv(render(hostileSettings))).toEqual({
    SMTP_HOST: 'smtp.example.com',
    SMTP_PORT: '587',
    SMTP_SECURITY: 'starttls',
    SMTP_USER: hostileSettings.username,
    SMTP_PASSWORD: expect.any(String) as unknown,
    SMTP_FROM: "o'neil@example.com",
    SMTP_FROM_NAME: hostileSettings.from.name,
  });
});

describe.skipIf(process.platform === 'win32')('a password is read back as it was', () => {
  const cases: readonly (readonly [string, string, readonly Reader[], RegExp | undefined])[] = [
    ['of letters and digits, without quotes', 'AKIA/+=abc.42', everybody, undefined],
    ['with everything but a quote and a $', ` a"b\`c #d \\n \\\\ %41 {e} !f ü 漢 🗝 `, everybody, undefined],
    ['with a single quote', `it's #1 %41 ü`, everybody, undefined],
    ['with a $, by all who do not expand it', ' a$b ${c} ', ['Node.js', 'a shell'], /Next\.js and Vite/],
    ['with a single quote beside what a shell reads', `it's "so" \\n`, ['Node.js', 'dotenv'], /as a command/],
    ['with all three quotes, by a shell', hostilePassword, ['a shell'], /single quote and a backtick/],
  ];
  test.each(cases)('%s', (_what, password, who, warning) => {
    const text = render(withPassword(password));
    for (const reader of who) expect(`${reader}: ${readers[reader](text)}`).toBe(`${reader}: ${password}`);
    const warnings = dotenv.warnings(withPassword(password)).join(' ');
    if (warning === undefined) expect(warnings).toBe('');
    else expect(warnings).toMatch(warning);
  });

  test('any other password comes back from Node.js, or a warning says that it may not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const password = text.replace(/[\p{Cc}\u2028\u2029]/gu, '');
        const settings = withPassword(password);
        if (dotenv.warnings(settings).length > 0) return;
        expect(parseEnv(render(settings))['SMTP_PASSWORD']).toBe(password);
      }),
    );
  });
});

test('the escape that the warning about $ names works in Vite', () => {
  const text = render(withPassword('a$b')).replace('a$b', 'a\\$b');
  expect(readers.dotenv(text)).toBe('a$b');
});
