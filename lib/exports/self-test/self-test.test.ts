// What WordPress makes of it is tried in e2e/wordpress.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from '../export-text';
import { hostileProof, hostileSettings } from '../testing/sample-settings';
import { wordpressMuPlugin } from '../wordpress-mu-plugin';
import type { SelfTestRun } from './run';
import { selfTestText } from './self-test';

const run: SelfTestRun = {
  key: '00112233445566778899aabbccddeeff',
  id: 'ffeeddccbbaa99887766554433221100',
  madeAt: 1_795_000_000,
  to: `o'neil+"x"\\$y@example.com`,
  returnAddress: 'http://127.0.0.1:3000/setup/settings',
};
const options = { includePassword: true, proof: hostileProof };
const whole = () => exportText(wordpressMuPlugin, hostileSettings, options) + selfTestText(hostileSettings, run);

describe('the self test of WordPress', () => {
  test('is the same text for the same run', () => {
    expect(selfTestText(hostileSettings, run)).toBe(selfTestText(hostileSettings, run));
  });
  test('does not hold the password a second time, nor the user name', () => {
    const settings: SmtpSettings = { ...hostileSettings, password: 'canary-4711', username: 'canary-0815' };
    expect(selfTestText(settings, run)).not.toContain('canary');
  });
  test('keeps the name of its run apart from its key', () => {
    expect(selfTestText(hostileSettings, run).split(run.key)).toHaveLength(2);
  });
  test('stays a file that a person can read before uploading it', () => {
    expect(Buffer.byteLength(whole())).toBeLessThan(26_000);
  });
  test.skipIf(!hasPhp)('is PHP without a complaint, whatever the settings hold', () => {
    const code = ['-d', 'display_errors=1', '-d', 'error_reporting=-1', '-l'];
    expect(execFileSync('php', code, { input: whole(), encoding: 'utf8' }).trim()).toBe(
      'No syntax errors detected in Standard input code',
    );
  });
  test('uses nothing that came after PHP 7.4', () => {
    const newer =
      /\?->|\bmatch\s*\(|\benum\s|(?:private|public) readonly|str_(?:contains|starts_with|ends_with)|: (?:mixed|never)\b/;
    expect(selfTestText(hostileSettings, run)).not.toMatch(newer);
  });
});
