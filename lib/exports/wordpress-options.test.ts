import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import { exportText } from './export-text';
import { fluentSmtp } from './fluent-smtp';
import { postSmtp } from './post-smtp';
import { suremail } from './suremail';
import { hostilePassword, hostileProof, hostileSettings, sampleSettings } from './testing/sample-settings';

const on = { includePassword: true, proof: hostileProof };

test.skipIf(process.platform === 'win32')('the option of FluentSMTP reaches WP-CLI through a shell as it is', () => {
  const script = `wp() { for word; do printf '%s\\n' "$word"; done; }\n${exportText(fluentSmtp, hostileSettings, on)}`;
  const words = execFileSync('sh', { input: script, encoding: 'utf8' }).trimEnd().split('\n');
  expect(words.slice(0, -1)).toEqual(['option', 'update', 'fluentmail-settings', '--format=json']);
  expect(JSON.parse(words.at(-1) ?? '')).toEqual({
    connections: {
      outport: {
        title: 'SMTP',
        provider_settings: {
          provider: 'smtp',
          sender_email: "o'neil@example.com",
          sender_name: hostileSettings.from.name,
          force_from_email: 'yes',
          force_from_name: 'yes',
          return_path: 'yes',
          host: 'smtp.example.com',
          port: '587',
          encryption: 'tls',
          auto_tls: 'yes',
          auth: 'yes',
          username: hostileSettings.username,
          password: hostilePassword,
          key_store: 'db',
        },
      },
    },
    mappings: { "o'neil@example.com": 'outport' },
    misc: { default_connection: 'outport', log_emails: 'no' },
    use_encrypt: '',
  });
});

describe.skipIf(!hasPhp)('the import of Post SMTP', () => {
  test.each([
    ['starttls', 'tls'],
    ['implicit-tls', 'ssl'],
  ] as const)('is unpacked by PHP as Post SMTP does it: %s', (security, type) => {
    const text = exportText(postSmtp, { ...hostileSettings, security }, on);
    const code = '<?php echo gzuncompress(base64_decode(trim(file_get_contents("php://stdin"))));';
    expect(JSON.parse(execFileSync('php', ['-r', code.slice(5)], { input: text, encoding: 'utf8' }))).toEqual({
      transport_type: 'smtp',
      smtp_mailers: 'phpmailer',
      hostname: 'smtp.example.com',
      port: '587',
      enc_type: type,
      auth_type: 'plain',
      basic_auth_username: hostileSettings.username,
      basic_auth_password: hostilePassword,
      sender_email: "o'neil@example.com",
      envelope_sender: "o'neil@example.com",
      sender_name: hostileSettings.from.name,
      version: '3.9.1',
    });
  });
});

test.each([postSmtp, suremail])('a password that $name would change is refused with the reason', ({ cannot }) => {
  for (const password of ['<x', '%41', ' a', 'a ', 'a  b'])
    expect(cannot?.({ ...sampleSettings, password })).toContain('changes this password');
  for (const password of ['%zz', 'a>b', `"'\\é`, 'a b'])
    expect(cannot?.({ ...sampleSettings, password })).toBeUndefined();
});
