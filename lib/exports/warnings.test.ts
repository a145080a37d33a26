/** What a program's own defaults, or its gaps, do to proven settings is told where that program is chosen. */
import { describe, expect, test } from 'vitest';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { formats } from './testing/every-format';
import { sampleSettings, withoutLogin } from './testing/sample-settings';

const named = (id: string) => {
  const format = formats.find((entry) => entry.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
};
const told = (id: string, settings: SmtpSettings) => [...named(id).steps, ...named(id).warnings(settings)].join('\n');
const from = (name: string, address = 'shop@example.com') => ({ ...sampleSettings, from: { name, address } });
const implicit: SmtpSettings = { ...sampleSettings, port: 465, security: 'implicit-tls' };
const open: SmtpSettings = { ...withoutLogin(sampleSettings), port: 25, security: 'cleartext' };

const wordpress = ['wp-mail-smtp', 'easy-wp-smtp', 'fluent-smtp', 'suremail', 'gravity-smtp', 'wordpress-mu-plugin'];

describe('the sender', () => {
  test.each(wordpress)('%s forces it on every mail', (id) => {
    expect(told(id, sampleSettings)).toContain('Every mail of the site leaves as shop@example.com');
  });

  test.each(['wp-mail-smtp', 'easy-wp-smtp'])('%s keeps and forces a name of its own where none is set', (id) => {
    expect(told(id, from(''))).toContain('keeps the one in its own settings');
    expect(told(id, sampleSettings)).not.toContain('keeps the one in its own settings');
  });

  test.each(['postfix', 'exim-smarthost'])('%s does not set it', (id) => {
    expect(told(id, sampleSettings)).toContain('The sender is not set here');
  });

  test('Post SMTP may not know its domain, and may change its quotes', () => {
    expect(told('post-smtp', from('Shop', 'shop@example.shop'))).toContain('Invalid From');
    for (const domain of ['example.com', 'example.co.uk', 'example.de'])
      expect(told('post-smtp', from('Shop', `shop@${domain}`))).not.toContain('Invalid From');
    expect(told('post-smtp', from('A "B"'))).toContain('double quotes');
  });
});

describe('encryption', () => {
  test('Post SMTP’s wizard cannot save a port with TLS from the start', () => {
    expect(told('post-smtp', implicit)).toContain('port 465 with TLS from the start is lost');
    expect(told('post-smtp', sampleSettings)).toContain('Do not run its wizard afterwards');
  });

  test('Joomla tries STARTTLS where none was chosen', () => {
    expect(told('joomla', open)).toContain('uses STARTTLS where it is offered');
    expect(told('joomla', sampleSettings)).not.toContain('where it is offered');
  });

  test.each(['nextcloud', 'discourse', 'gitlab', 'keycloak', 'supabase'])('%s cannot insist on STARTTLS', (id) => {
    expect(told(id, sampleSettings)).toContain('cannot be told to insist on STARTTLS');
    expect(told(id, implicit)).not.toContain('insist on STARTTLS');
  });

  test.each(['symfony', 'laravel', 'drupal'])('%s insists only in newer versions', (id) => {
    expect(told(id, sampleSettings)).toContain('before 7.3 takes require_tls and ignores it');
  });
});

describe('where it is put', () => {
  test.each(['wp-mail-smtp', 'easy-wp-smtp', 'gravity-smtp'])('%s’s constants stand above the line', (id) => {
    expect(told(id, sampleSettings)).toMatch(/above the line "That's all, stop editing!": below it, \S/);
  });

  test('Post SMTP leads its first page load to its wizard', () => {
    expect(told('post-smtp', sampleSettings)).toContain('its first page load leads to its wizard');
  });

  test('WordPress’s own mail server settings are for something else', () => {
    expect(told('wordpress-mu-plugin', sampleSettings)).toContain('Settings > Writing');
  });
});

test('a password that Post SMTP would change has a way round it', () => {
  expect(named('post-smtp').cannot?.({ ...sampleSettings, password: 'a%41' })).toContain('POST_SMTP_AUTH_PASSWORD');
  expect(named('suremail').cannot?.({ ...sampleSettings, password: 'a%41' })).not.toContain('POST_SMTP');
});
