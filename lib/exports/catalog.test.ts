import { runInNewContext } from 'node:vm';
import { execFileSync, spawnSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { securities } from '@/lib/smtp/endpoint';
import { formats } from './catalog';
import { passwordPlaceholder } from './format';

const password = `p"a's$w\\0#r%d {x} é \${y} \`z`;
const base: SmtpSettings = {
  host: 'smtp.example.com',
  port: 587,
  security: 'starttls',
  username: 'shop@example.com',
  password,
  from: { name: `O'Neil "Shop" \\ ?> */`, address: 'shop@example.com' },
};
const proof = 'Accepted\n?> */ on 2026-11-24';
const hasPhp = spawnSync('php', ['-v']).status === 0;
const php = (code: string) => execFileSync('php', ['-r', code], { encoding: 'utf8' });
const format = (id: string) => {
  const found = formats.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
};

describe.each(formats.map((entry) => [entry.id, entry] as const))('%s', (_id, entry) => {
  test.each(securities)('renders %s with host and port', (security) => {
    const text = entry.render({ ...base, security }, { includePassword: false, proof });
    expect(text).toContain('smtp.example.com');
    expect(text).toContain('587');
  });
  test('leaves the password out until it is switched on', () => {
    expect(entry.render(base, { includePassword: false, proof })).toContain(passwordPlaceholder);
    expect(entry.render({ ...base, password: 'canary-1' }, { includePassword: false, proof })).not.toContain(
      'canary-1',
    );
    expect(entry.render({ ...base, password: 'canary-1' }, { includePassword: true, proof })).toContain('canary-1');
  });
  test('names no user without a login', () => {
    const { username: _none, password: _nor, ...open } = base;
    expect(entry.render(open, { includePassword: true, proof })).not.toContain(passwordPlaceholder);
  });
});

describe('read back by the target’s own grammar', () => {
  test.skipIf(!hasPhp)('WP Mail SMTP constants keep every character and are the documented ones', () => {
    const text = format('wp-mail-smtp').render(base, { includePassword: true, proof });
    const seen: unknown = JSON.parse(php(`${text} echo json_encode(get_defined_constants(true)['user']);`));
    expect(seen).toEqual({
      WPMS_ON: true,
      WPMS_MAILER: 'smtp',
      WPMS_MAIL_FROM: 'shop@example.com',
      WPMS_MAIL_FROM_FORCE: true,
      WPMS_MAIL_FROM_NAME: base.from.name,
      WPMS_MAIL_FROM_NAME_FORCE: true,
      WPMS_SMTP_HOST: 'smtp.example.com',
      WPMS_SMTP_PORT: 587,
      WPMS_SSL: 'tls',
      WPMS_SMTP_AUTOTLS: true,
      WPMS_SMTP_AUTH: true,
      WPMS_SMTP_USER: 'shop@example.com',
      WPMS_SMTP_PASS: password,
    });
  });
  test.skipIf(!hasPhp)('the must-use plugin sets PHPMailer to exactly these values', () => {
    const text = format('wordpress-mu-plugin').render(base, { includePassword: true, proof }).replace('<?php', '');
    const stage = `define('ABSPATH', '/'); function add_filter($n, $f) {} function add_action($n, $f) { $m = new class { public function isSMTP() {} public $Host, $Port, $SMTPSecure, $SMTPAutoTLS, $SMTPOptions, $Timeout, $SMTPAuth, $Username, $Password; }; $f($m); echo json_encode($m); }`;
    expect(JSON.parse(php(stage + text))).toMatchObject({
      Host: 'smtp.example.com',
      Port: 587,
      SMTPSecure: 'tls',
      SMTPAutoTLS: true,
      SMTPAuth: true,
      Username: 'shop@example.com',
      Password: password,
    });
  });
  test('.env keeps a password with everything but all three quotes', () => {
    const tricky = password.replace('`', '');
    const text = format('dotenv').render({ ...base, password: tricky }, { includePassword: true, proof });
    expect(parseEnv(text)).toMatchObject({
      SMTP_HOST: 'smtp.example.com',
      SMTP_PORT: '587',
      SMTP_SECURITY: 'starttls',
      SMTP_PASSWORD: tricky,
    });
  });
  test('nodemailer options enforce encryption and keep the password', () => {
    const text = format('nodemailer').render(base, { includePassword: true, proof });
    const calls: unknown[][] = [];
    // The snippet is JavaScript: it is run, with a recorder in nodemailer's place.
    const runnable = text.replace(/^import .*$/m, '').replace(/^export /gm, '');
    const createTransport = (...call: unknown[]) => {
      calls.push(call);
      return { sendMail: () => Promise.resolve() };
    };
    runInNewContext(`(function () { ${runnable} })()`, { nodemailer: { createTransport } });
    const options = calls[0]?.[0];
    expect(options).toMatchObject({
      host: 'smtp.example.com',
      port: 587,
      secure: false,
      requireTLS: true,
      auth: { user: 'shop@example.com', pass: password },
    });
  });
});
