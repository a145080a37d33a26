/** Each text is read back by a real parser of its own grammar. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import { discourse } from './discourse';
import { drupal } from './drupal';
import type { Format } from './format';
import { gitlab } from './gitlab';
import { grafana } from './grafana';
import { joomla } from './joomla';
import { keycloak } from './keycloak';
import { nextcloud } from './nextcloud';
import { supabase } from './supabase';
import { hostilePassword, hostileProof, hostileSettings, sampleSettings } from './testing/sample-settings';

const has = (file: string, ...args: string[]) => spawnSync(file, args).status === 0;
const feed = (file: string, args: string[], input: string): unknown =>
  JSON.parse(execFileSync(file, args, { input, encoding: 'utf8' }));
const render = (format: Format, settings: SmtpSettings = hostileSettings) =>
  exportText(format, settings, { includePassword: true, proof: hostileProof });
const implicit: SmtpSettings = { ...hostileSettings, port: 465, security: 'implicit-tls' };
const { username } = hostileSettings;

describe.skipIf(!has('php', '-v'))('read by PHP', () => {
  const php = (code: string) => feed('php', [], `<?php ${code}`);

  test('Nextcloud’s $CONFIG', () => {
    const read = (settings: SmtpSettings) => php(`echo json_encode([\n${render(nextcloud, settings)}]);`);
    expect(read(hostileSettings)).toEqual({
      mail_smtpmode: 'smtp',
      mail_smtphost: 'smtp.example.com',
      mail_smtpport: 587,
      mail_smtpsecure: '',
      mail_smtpauth: true,
      mail_smtpname: username,
      mail_smtppassword: hostilePassword,
      mail_smtptimeout: 15,
      mail_from_address: "o'neil",
      mail_domain: 'example.com',
    });
    expect(read(implicit)).toMatchObject({ mail_smtpsecure: 'ssl', mail_smtpport: 465 });
  });

  test('Joomla’s JConfig', () => {
    const read = (settings: SmtpSettings) =>
      php(`class JConfig {\n${render(joomla, settings)}}\necho json_encode(new JConfig);`);
    expect(read(hostileSettings)).toEqual({
      mailonline: true,
      mailer: 'smtp',
      smtphost: 'smtp.example.com',
      smtpport: 587,
      smtpsecure: 'tls',
      smtpauth: true,
      smtpuser: username,
      smtppass: hostilePassword,
      mailfrom: "o'neil@example.com",
      fromname: hostileSettings.from.name,
    });
    expect(read(implicit)).toMatchObject({ smtpsecure: 'ssl' });
  });

  test('Drupal’s $config', () => {
    const read = (settings: SmtpSettings) =>
      php(`$config = [];\n${render(drupal, settings)}\necho json_encode($config);`);
    const dsn = { scheme: 'smtp', host: 'smtp.example.com', port: 587, user: username, password: hostilePassword };
    expect(read(hostileSettings)).toEqual({
      'system.mail': {
        interface: { default: 'symfony_mailer' },
        mailer_dsn: { ...dsn, options: { require_tls: true } },
      },
      'system.site': { mail: "o'neil@example.com" },
    });
    expect(read(implicit)).toMatchObject({ 'system.mail': { mailer_dsn: { scheme: 'smtps', options: [] } } });
  });
});

describe.skipIf(!has('ruby', '-v'))('read by Ruby', () => {
  test('GitLab’s gitlab.rb', () => {
    const read = (settings: SmtpSettings) =>
      feed('ruby', ['-'], `gitlab_rails = {}\n${render(gitlab, settings)}\nrequire 'json'\nputs gitlab_rails.to_json`);
    expect(read(hostileSettings)).toEqual({
      smtp_enable: true,
      smtp_address: 'smtp.example.com',
      smtp_port: 587,
      smtp_tls: false,
      smtp_enable_starttls_auto: true,
      smtp_openssl_verify_mode: 'peer',
      smtp_user_name: username,
      smtp_password: hostilePassword,
      smtp_authentication: 'plain',
      gitlab_email_from: "o'neil@example.com",
      gitlab_email_display_name: hostileSettings.from.name,
    });
    expect(read(implicit)).toMatchObject({ smtp_tls: true, smtp_enable_starttls_auto: false });
  });

  test('Discourse’s app.yml', () => {
    const read = (settings: SmtpSettings) =>
      feed(
        'ruby',
        ['-ryaml', '-rjson', '-e', 'puts YAML.load($stdin.read)["env"].to_json'],
        `env:\n${render(discourse, settings)}`,
      );
    expect(read(hostileSettings)).toEqual({
      DISCOURSE_SMTP_ADDRESS: 'smtp.example.com',
      DISCOURSE_SMTP_PORT: 587,
      DISCOURSE_SMTP_USER_NAME: username,
      DISCOURSE_SMTP_PASSWORD: hostilePassword,
      DISCOURSE_SMTP_ENABLE_START_TLS: true,
      DISCOURSE_SMTP_FORCE_TLS: false,
      DISCOURSE_NOTIFICATION_EMAIL: "o'neil@example.com",
    });
    expect(read(implicit)).toMatchObject({ DISCOURSE_SMTP_ENABLE_START_TLS: false, DISCOURSE_SMTP_FORCE_TLS: true });
  });
});

const python = '/usr/bin/python3';
test.skipIf(!has(python, '-c', 'import tomllib'))('Supabase’s config.toml is read by Python', () => {
  const program = 'import sys, json, tomllib; print(json.dumps(tomllib.load(sys.stdin.buffer)))';
  expect(feed(python, ['-c', program], render(supabase))).toEqual({
    auth: {
      email: {
        smtp: {
          enabled: true,
          host: 'smtp.example.com',
          port: 587,
          user: username,
          pass: hostilePassword,
          admin_email: "o'neil@example.com",
          sender_name: hostileSettings.from.name,
        },
      },
    },
  });
});

test.skipIf(process.platform === 'win32')('Keycloak’s realm reaches kcadm.sh through a shell as it is', () => {
  const kcadm = 'kcadm() { cat; }\n'; // a shell’s function has no dot in its name
  const read = (settings: SmtpSettings) =>
    feed('sh', [], `${kcadm}${render(keycloak, settings).replace('kcadm.sh', 'kcadm')}`);
  expect(read(hostileSettings)).toEqual({
    smtpServer: {
      host: 'smtp.example.com',
      port: '587',
      ssl: 'false',
      starttls: 'true',
      auth: 'true',
      authType: 'basic',
      user: username,
      password: hostilePassword,
      from: "o'neil@example.com",
      fromDisplayName: hostileSettings.from.name,
    },
  });
  expect(read(implicit)).toMatchObject({ smtpServer: { ssl: 'true', starttls: 'false' } });
});

describe('what a program cannot be given is refused with the reason', () => {
  test.each([grafana, supabase])('$name begins with TLS on 465 only', ({ cannot }) => {
    expect(cannot?.({ ...sampleSettings, port: 2465, security: 'implicit-tls' })).toContain('on port 465 only');
    expect(cannot?.({ ...sampleSettings, port: 465 })).toContain('always begins with TLS');
    expect(cannot?.({ ...sampleSettings, port: 465, security: 'implicit-tls' })).toBeUndefined();
    expect(cannot?.(sampleSettings)).toBeUndefined();
  });

  test('Grafana replaces some texts and cannot hold some quotes', () => {
    for (const password of ['${x', '$__env{x}', '%(x)s', 'a"', 'a"""b'])
      expect(grafana.cannot?.({ ...sampleSettings, password })).toMatch(/^Grafana/);
    expect(grafana.cannot?.({ ...sampleSettings, password: `a"b;c#d $e 'f' é` })).toBeUndefined();
  });
});
