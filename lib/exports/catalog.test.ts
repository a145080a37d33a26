import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smtpSettingsSchema, type SmtpSettings } from '@/lib/settings/smtp-settings';
import { securities } from '@/lib/smtp/endpoint';
import { exportText, type ExportOptions } from './export-text';
import { shelves } from './catalog';
import { formats } from './testing/every-format';
import { passwordPlaceholder } from './printed-settings';
import {
  hostileProof,
  hostileSettings,
  receivingSettings,
  sampleSettings,
  withoutLogin,
} from './testing/sample-settings';

/** What a person cannot read is read back before it is looked at; such a text has no room for a proof. */
const encoded: Readonly<Record<string, (text: string) => string>> = {
  'post-smtp': (text) => inflateSync(Buffer.from(text, 'base64')).toString('utf8'),
};
const off = { includePassword: false, proof: 'Accepted by smtp.example.com' };
const on = { ...off, includePassword: true };
const encrypted = ['implicit-tls', 'starttls'] as const;
const canary = fc
  .tuple(fc.integer({ min: 100_000, max: 999_999 }), fc.string({ unit: 'binary', maxLength: 12 }))
  .map(([number, tail]) => `canary${number}${tail}`);
const anySettings: fc.Arbitrary<SmtpSettings> = fc
  .record({
    host: fc.constantFrom('smtp.example.com', '192.0.2.1', '2001:db8::1', 'xn--bcher-kva.example'),
    port: fc.integer({ min: 1, max: 65535 }),
    security: fc.constantFrom(...securities),
    username: fc.string({ unit: 'binary', maxLength: 40 }),
    password: canary,
    from: fc.record({
      name: fc.string({ unit: 'binary', maxLength: 40 }),
      address: fc.constantFrom('shop@example.com', "o'neil@example.com", 'a+b$c@xn--bcher-kva.example'),
    }),
  })
  .filter((settings) => smtpSettingsSchema.safeParse(settings).success);

test('every format is listed once, on its own shelf, and lies in the file of its name', async () => {
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  for (const { group, load } of shelves)
    for (const format of (await load())(receivingSettings)) expect(format.group).toBe(group);
  expect(new Set(formats.map(({ fileName }) => fileName)).size).toBe(formats.length);
  for (const { id } of formats) expect(existsSync(fileURLToPath(new URL(`${id}.ts`, import.meta.url)))).toBe(true);
});

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  const { [format.id]: decode = (text: string) => text } = encoded;
  const render = (settings: SmtpSettings, options: ExportOptions) => decode(exportText(format, settings, options));

  test('says what to do in whole sentences, and names a file', () => {
    expect(format.steps.length).toBeGreaterThan(0);
    for (const step of format.steps) expect(step).toMatch(/^\S.*\.$/);
    expect(format.fileName).toMatch(/^[a-z][a-z.-]*$/);
    expect(format.mediaType).toMatch(/^[a-z]+\/[a-z-]+$/);
  });

  test.each(encrypted)('renders %s on the usual port with server, login and sender', (security) => {
    const port = security === 'starttls' ? 587 : 465;
    const settings = { ...sampleSettings, security, port };
    expect(format.cannot?.(settings)).toBeUndefined();
    const text = render(settings, on);
    for (const value of ['smtp.example.com', String(port), 'shop@example.com', 'canary-4711'])
      expect(text).toContain(value);
    if (!(format.id in encoded)) expect(text).toContain(off.proof);
  });

  test.each(encrypted)('renders %s on an unusual port, or says why it cannot', (security) => {
    const settings = { ...sampleSettings, security, port: 2465 };
    const reason = format.cannot?.(settings);
    if (reason === undefined) expect(render(settings, on)).toContain('2465');
    else expect(reason).toMatch(/^[A-Z].*\.$/);
  });

  test('renders each kind of encryption differently, or warns of what it cannot tell apart', () => {
    const all = securities.map((security) => withoutLogin({ ...sampleSettings, security }));
    const can = all.filter((settings) => format.cannot?.(settings) === undefined);
    const told = can.map((settings) => `${render(settings, off)}${format.warnings(settings).join('')}`);
    expect(new Set(told).size).toBe(can.length);
  });

  test('has no login and no password without encryption, and says why', () => {
    const open: SmtpSettings = { ...sampleSettings, username: 'somebody', security: 'cleartext' };
    for (const options of [on, off]) {
      const text = render(open, options);
      for (const secret of ['canary-4711', 'somebody', passwordPlaceholder]) expect(text).not.toContain(secret);
    }
    expect(format.warnings(open).join(' ')).toMatch(/no encryption.*left out/);
    expect(format.warnings(withoutLogin(open)).join(' ')).toMatch(/no encryption(?!.*left out)/);
  });

  test('asks for no password where there is no login', () => {
    expect(render(withoutLogin(sampleSettings), on)).not.toContain(passwordPlaceholder);
  });

  test('shows a placeholder where the password is switched on but not here', () => {
    const { password: _gone, ...settings } = sampleSettings;
    const stands = expect(render(settings, on));
    if (format.asksForPassword) stands.not.toContain(passwordPlaceholder);
    else stands.toContain(passwordPlaceholder);
  });

  test('never holds the password while that is switched off, whatever the settings', () => {
    fc.assert(
      fc.property(anySettings, fc.string({ unit: 'binary', maxLength: 60 }), (settings, proof) => {
        const text = render(settings, { includePassword: false, proof });
        const secret = settings.password?.slice(0, 12) ?? '';
        expect(text).not.toContain(secret);
        expect(format.warnings(settings).join(' ')).not.toContain(secret);
      }),
    );
  });

  test('prints a secret that is user name and password in both places, and in neither while it is switched off', () => {
    const { username: _name, ...rest } = sampleSettings;
    const token: SmtpSettings = { ...rest, usernameIsPassword: true };
    const secretsIn = (text: string, secret: string) => text.split(secret).length - 1;
    const login = secretsIn(render(sampleSettings, on), 'canary-4711') + 1;
    expect(secretsIn(render(token, on), 'canary-4711')).toBeGreaterThanOrEqual(login);
    const withheld = render(token, off);
    expect(withheld).not.toContain('canary-4711');
    if (!format.asksForPassword) expect(secretsIn(withheld, passwordPlaceholder)).toBeGreaterThanOrEqual(login);
    expect(format.warnings(token).join(' ')).not.toContain('canary-4711');
    const open = { ...token, security: 'cleartext' } as const;
    for (const options of [on, off]) expect(render(open, options)).not.toMatch(/canary-4711|YOUR_PASSWORD/);
    expect(format.warnings(open).join(' ')).toMatch(/no encryption.*left out/);
  });

  test('holds one line a line: neither the proof nor a value can begin another', () => {
    const lines = (settings: SmtpSettings, proof: string) =>
      render(settings, { ...on, proof }).split(/[\n\r\u2028\u2029]/).length;
    expect(lines(hostileSettings, hostileProof)).toBe(lines(sampleSettings, 'x'));
  });
});
