import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import { phpMailerHost } from './php';
import { singleQuoted } from './quote';
import { hostilePassword } from './testing/sample-settings';

test.skipIf(!hasPhp)('PHP reads every string back as it was', () => {
  const strings = [hostilePassword, '\\', "\\'", "'", '', ...fc.sample(fc.string({ unit: 'binary' }), 500)];
  const code = `<?php echo json_encode([${strings.map(singleQuoted).join(',')}], JSON_THROW_ON_ERROR);`;
  expect(JSON.parse(execFileSync('php', { input: code, encoding: 'utf8' }))).toEqual(strings);
});

test('PHPMailer gets an IPv6 address in brackets, because it would take its end for a port', () => {
  expect(phpMailerHost('2001:db8::1')).toBe('[2001:db8::1]');
  expect(phpMailerHost('smtp.example.com')).toBe('smtp.example.com');
});
