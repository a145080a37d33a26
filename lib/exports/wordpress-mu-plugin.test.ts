// What WordPress makes of this file is tried in e2e/wordpress.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import { hostilePassword, hostileProof, hostileSettings, withoutLogin } from './testing/sample-settings';
import { wordpressMuPlugin } from './wordpress-mu-plugin';

/** Records what the file hooks and what it does to the mailer it is given. */
const recorder = `
define('ABSPATH', '/');
$hooks = [];
function add_filter($name, $callback, $priority) { $GLOBALS['hooks'][$name] = $callback; }
function add_action($name, $callback, $priority) { add_filter($name, $callback, $priority); }
register_shutdown_function(function () use (&$hooks) {
  $mailer = new class extends stdClass { public $Mailer = 'mail'; public function isSMTP() { $this->Mailer = 'smtp'; }
    public function getSMTPInstance() { return $this->smtp ??= new stdClass; } };
  $hooks['phpmailer_init']($mailer);
  unset($hooks['phpmailer_init']);
  echo json_encode(['mailer' => $mailer, 'filters' => array_map(fn ($filter) => $filter('x'), $hooks)], JSON_THROW_ON_ERROR);
});`;

function read(settings: SmtpSettings, includePassword = true, before = ''): unknown {
  const text = exportText(wordpressMuPlugin, settings, { includePassword, proof: hostileProof });
  return JSON.parse(execFileSync('php', { input: `<?php ${before} ${recorder} ?>${text}`, encoding: 'utf8' }));
}

const verified = { ssl: { verify_peer: true, verify_peer_name: true, allow_self_signed: false } };
const general = {
  Mailer: 'smtp',
  Host: 'smtp.example.com',
  Port: 587,
  SMTPOptions: verified,
  AuthType: '',
  Sender: "o'neil@example.com",
  Timeout: 15,
  smtp: { Timelimit: 30 },
  SMTPDebug: 0,
};
const login = { SMTPAuth: true, Username: hostileSettings.username, Password: hostilePassword };
const noLogin = { SMTPAuth: false, Username: '', Password: '' };
const filters = { wp_mail_from: "o'neil@example.com", wp_mail_from_name: hostileSettings.from.name };

describe.skipIf(!hasPhp)('the must-use plugin, as PHP runs it', () => {
  test.each([
    ['starttls', { SMTPSecure: 'tls', SMTPAutoTLS: true, ...login }],
    ['implicit-tls', { SMTPSecure: 'ssl', SMTPAutoTLS: true, ...login }],
    ['cleartext', { SMTPSecure: '', SMTPAutoTLS: false, ...noLogin }],
  ] as const)('sets every property of the shared mailer: %s', (security, expected) => {
    expect(read({ ...hostileSettings, security })).toEqual({ mailer: { ...general, ...expected }, filters });
  });
  test('empties what another mail left where there is no login', () => {
    expect(read(withoutLogin(hostileSettings))).toMatchObject({ mailer: noLogin });
  });
  test('leaves the sender name to WordPress when there is none', () => {
    const seen = read({ ...hostileSettings, from: { ...hostileSettings.from, name: '' } });
    expect(seen).toMatchObject({ filters: { wp_mail_from: "o'neil@example.com" } });
    expect(seen).not.toHaveProperty('filters.wp_mail_from_name');
  });
  test('takes a secret that is both from one constant, so that the file holds it nowhere', () => {
    const { username: _name, ...rest } = hostileSettings;
    const token: SmtpSettings = { ...rest, usernameIsPassword: true };
    expect(read(token)).toMatchObject({ mailer: { Username: hostilePassword, Password: hostilePassword } });
    const constant = "define('OUTPORT_SMTP_PASSWORD', 'token-4711');";
    expect(read(token, false, constant)).toMatchObject({ mailer: { Username: 'token-4711', Password: 'token-4711' } });
    expect(read(hostileSettings, false, constant)).toMatchObject({ mailer: { Username: hostileSettings.username } });
  });
  test('holds the placeholder while the password is off', () => {
    expect(read(hostileSettings, false)).toMatchObject({ mailer: { Password: 'YOUR_PASSWORD_HERE' } });
  });
});
