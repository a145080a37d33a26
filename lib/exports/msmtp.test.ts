import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labMail, provenBySending } from '@/e2e/lab/proven-by-sending';
import { msmtp } from './msmtp';

provenBySending(msmtp, {
  needs: ['/usr/bin/msmtp'],
  send: (text, { directory, authority }) => {
    const file = join(directory, '.msmtprc');
    // The lab's authority is not among the system's.
    writeFileSync(file, text.replace('tls_trust_file system', `tls_trust_file ${authority}`), { mode: 0o600 });
    return { file: '/usr/bin/msmtp', args: ['-C', file, 'reader@mail.test'], input: labMail };
  },
});
