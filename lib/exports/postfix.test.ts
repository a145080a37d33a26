import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freePorts } from '@/e2e/lab/free-ports';
import { labMail, provenBySending } from '@/e2e/lab/proven-by-sending';
import { labPassword } from '@/e2e/lab/submission-lab';
import { postfix } from './postfix';
import { sampleSettings } from './testing/sample-settings';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const unpacked = here('../../.outport/debian-postfix');
const lab = here('../../e2e/lab/postfix');

provenBySending(postfix, {
  needs: [`${unpacked}/usr/lib/postfix/sbin/master`, '/usr/bin/curl'],
  password: labPassword.trimEnd(),
  send: async (text, { directory, authority }) => {
    const [main = '', secret = ''] = text.split('# /etc/postfix/sasl_passwd:\n');
    const [port = 0] = await freePorts(1);
    const fill = (file: string) =>
      readFileSync(join(lab, file), 'utf8')
        .replaceAll('POSTFIX', unpacked)
        .replaceAll('RUN', directory)
        .replace('PORT', String(port));
    const ownPlaces = main
      .replace('/etc/postfix/sasl_passwd', join(directory, 'sasl_passwd'))
      .replace('/etc/ssl/certs/ca-certificates.crt', authority);
    writeFileSync(join(directory, 'main.cf'), `${fill('main.cf')}${ownPlaces}`);
    writeFileSync(join(directory, 'master.cf'), fill('master.cf'));
    writeFileSync(join(directory, 'sasl_passwd'), secret);
    return { file: 'sh', args: [join(lab, 'send.sh'), unpacked, String(port)], input: labMail };
  },
});

test('what its password file cannot hold is refused with the reason', () => {
  expect(postfix.cannot?.({ ...sampleSettings, password: 'ends with a blank ' })).toContain('blank');
  expect(postfix.cannot?.({ ...sampleSettings, username: 'a:b' })).toContain('colon');
  expect(postfix.cannot?.(sampleSettings)).toBeUndefined();
});
