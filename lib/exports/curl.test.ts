import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labMail, provenBySending } from '@/e2e/lab/proven-by-sending';
import { curl } from './curl';

provenBySending(curl, {
  needs: ['/usr/bin/curl'],
  send: (text, { directory, authority }) => {
    const file = join(directory, 'smtp.curl');
    writeFileSync(file, text);
    const args = ['--config', file, '--mail-rcpt', 'reader@mail.test', '--upload-file', '-', '--cacert', authority];
    return { file: '/usr/bin/curl', args, input: labMail };
  },
});
