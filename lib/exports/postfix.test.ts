import { expect, test } from 'vitest';
import { sendThroughPostfix } from '@/e2e/lab/postfix-relay';
import { labMail, provenBySending } from '@/e2e/lab/proven-by-sending';
import { labPassword } from '@/e2e/lab/submission-lab';
import { postfixMaster } from '@/e2e/lab/unpacked-postfix.mjs';
import { postfix } from './postfix';
import { sampleSettings } from './testing/sample-settings';

provenBySending(postfix, {
  needs: [postfixMaster],
  password: labPassword.trimEnd(),
  send: (text, { authority }) => {
    const [main = '', secret = ''] = text.split('# /etc/postfix/sasl_passwd:\n');
    return sendThroughPostfix({ main, secret, authority, mail: labMail });
  },
});

test('what its password file cannot hold is refused with the reason', () => {
  expect(postfix.cannot?.({ ...sampleSettings, password: 'ends with a blank ' })).toContain('blank');
  expect(postfix.cannot?.({ ...sampleSettings, username: 'a:b' })).toContain('colon');
  expect(postfix.cannot?.(sampleSettings)).toBeUndefined();
});
