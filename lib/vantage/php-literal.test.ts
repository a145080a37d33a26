import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import { phpLiteral } from './php-literal';

test.skipIf(!hasPhp)('PHP reads every value back as it was', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom("'", '\\', "\\'", '$x', '?>', '\n'));
  const values = fc.sample(fc.array(fc.oneof(text, fc.integer()), { minLength: 1, maxLength: 8 }), 60);
  const code = `<?php echo json_encode(${phpLiteral(values)}, JSON_THROW_ON_ERROR);`;
  expect(JSON.parse(execFileSync('php', { input: code, encoding: 'utf8' }))).toEqual(values);
});

test('a short list stands on one line, a long one is indented', () => {
  expect(phpLiteral({ a: ['x', 1], b: [] })).toBe("['a' => ['x', 1], 'b' => []]");
  expect(phpLiteral(['x'.repeat(60), 'y'.repeat(60)], '  ')).toMatch(/^\[\n {4}'x+',\n {4}'y+',\n {2}\]$/);
});
