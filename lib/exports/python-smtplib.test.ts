import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asciiPassword, provenBySending } from '@/e2e/lab/proven-by-sending';
import { pythonSmtplib } from './python-smtplib';
import { sampleSettings } from './testing/sample-settings';

provenBySending(pythonSmtplib, {
  needs: ['/usr/bin/python3'],
  password: asciiPassword,
  send: (text, { directory, authority }) => {
    writeFileSync(join(directory, 'mailer.py'), text);
    return {
      file: '/usr/bin/python3',
      args: ['-c', "from mailer import send; send('reader@mail.test', 'Order', 'On its way, grüße.')"],
      env: { SSL_CERT_FILE: authority },
    };
  },
});

test('a login outside ASCII is refused with the reason, since smtplib would stop at it', () => {
  expect(pythonSmtplib.cannot?.({ ...sampleSettings, password: 'é' })).toContain('password');
  expect(pythonSmtplib.cannot?.({ ...sampleSettings, username: 'é' })).toContain('user name');
  expect(pythonSmtplib.cannot?.(sampleSettings)).toBeUndefined();
});
