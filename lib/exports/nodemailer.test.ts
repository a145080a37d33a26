import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { nodemailer } from './nodemailer';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const send = `await transport.sendMail({ to: 'reader@mail.test', subject: 'Order', text: 'It is on its way, grüße.' });`;

provenBySending(nodemailer, {
  needs: [packages],
  send: (text, { directory, authority }) => {
    symlinkSync(packages, join(directory, 'node_modules'));
    writeFileSync(join(directory, 'mailer.mjs'), text);
    writeFileSync(join(directory, 'send.mjs'), `import { transport } from './mailer.mjs';\n${send}`);
    return { file: process.execPath, args: ['send.mjs'], env: { NODE_EXTRA_CA_CERTS: authority } };
  },
});
