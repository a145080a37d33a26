/** Ghost's own configuration loader reads the lines, and Ghost's own mailer sends with what it made of them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { exportText } from './export-text';
import { ghost } from './ghost';
import { sampleSettings } from './testing/sample-settings';

const parts = fileURLToPath(new URL('../../.outport/ghost-mail', import.meta.url));
const loader = join(parts, 'package/core/shared/config/loader.js');
const mailer = join(parts, 'node_modules/@tryghost/nodemailer');

/** Puts the lines and a script into a folder → how Node starts it, as a container would: with the lines as its variables. */
function script(text: string, directory: string, body: string) {
  writeFileSync(join(directory, 'ghost.env'), text);
  const load = `const { loadNconf } = require(${JSON.stringify(loader)});\nconst mail = loadNconf().get('mail');\n`;
  writeFileSync(join(directory, 'mail.cjs'), load + body);
  const env = { url: 'http://localhost:2368', paths__contentPath: directory, NODE_ENV: 'production' } as const;
  return { args: ['--env-file=ghost.env', 'mail.cjs'], env };
}

provenBySending(ghost, {
  needs: [loader, mailer],
  // All that a .env file can hold for every reader.
  password: ` a"b\`c $d #e \\n %41 ü `,
  send: (text, { directory, authority }) => {
    const { args, env } = script(
      text,
      directory,
      `const transport = require(${JSON.stringify(mailer)})(mail.transport, mail.options);
      transport.sendMail({ from: mail.from, to: 'reader@mail.test', subject: 'Order', text: 'It is on its way.' }).catch(
        (error) => { console.error(error.message); process.exitCode = 1; });`,
    );
    return { file: process.execPath, args, env: { ...env, NODE_EXTRA_CA_CERTS: authority } };
  },
});

describe.skipIf(!existsSync(loader))('what Ghost would take for JSON', () => {
  // Ghost reads every variable as JSON first: a password of digits would be rounded, one in quotes would lose them.
  test.each([
    '12345678901234567890',
    '1e5',
    '"quoted"',
    'null',
    'undefined',
    'true',
    '{"a":1}',
    '[1]',
    '01234',
    'plain',
  ])('the password %s reaches the mailer as it is', (password) => {
    const directory = mkdtempSync(join(tmpdir(), 'outport-ghost-'));
    try {
      const text = exportText(ghost, { ...sampleSettings, password }, { includePassword: true, proof: '' });
      const { args, env } = script(text, directory, 'console.log(JSON.stringify(mail.options.auth.pass));');
      const said = execFileSync(process.execPath, args, { cwd: directory, env: { ...process.env, ...env } });
      expect(JSON.parse(String(said))).toBe(password);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
