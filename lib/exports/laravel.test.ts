/** Laravel reads .env with phpdotenv; where that is not here, Node's reader stands in. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import { laravel } from './laravel';
import { hostileProof, hostileSettings, sampleSettings, withoutLogin } from './testing/sample-settings';

const library = '/usr/share/php/Dotenv/autoload.php';
const program = `require '${library}'; echo json_encode(Dotenv\\Dotenv::parse(stream_get_contents(STDIN)));`;
const readers: readonly (readonly [name: string, isThere: boolean, read: (text: string) => unknown])[] = [
  ['Node', true, parseEnv],
  [
    'phpdotenv',
    existsSync(library),
    (text) => JSON.parse(execFileSync('php', ['-r', program], { input: text, encoding: 'utf8' })) as unknown,
  ],
];
const render = (settings: SmtpSettings) =>
  exportText(laravel, settings, { includePassword: true, proof: hostileProof });

const password = ` a"b\`c $d \${MAIL_HOST} #e \\n %41 ü `;
const general = {
  MAIL_MAILER: 'smtp',
  MAIL_HOST: 'smtp.example.com',
  MAIL_PORT: '587',
  MAIL_USERNAME: hostileSettings.username,
  MAIL_PASSWORD: password,
  MAIL_FROM_ADDRESS: "o'neil@example.com",
  MAIL_FROM_NAME: hostileSettings.from.name,
};
// phpdotenv takes what stands between backticks for a text without quotes, of which these two would need them.
const plain = {
  ...hostileSettings,
  username: 'shop@example.com',
  from: { name: 'Shop $x', address: 'shop@example.com' },
};

describe.each(readers)('read by %s', (name, isThere, parse) => {
  const read = (settings: SmtpSettings) => parse(render(settings));
  const isNode = name === 'Node';
  const given = { ...(isNode ? hostileSettings : plain), password };
  const common = isNode
    ? general
    : { ...general, MAIL_USERNAME: plain.username, MAIL_FROM_NAME: 'Shop $x', MAIL_FROM_ADDRESS: 'shop@example.com' };

  test.skipIf(!isThere)('STARTTLS is demanded through the query of MAIL_URL, which holds no login', () => {
    const url = 'smtp://smtp.example.com:587?require_tls=true';
    expect(read(given)).toEqual({ ...common, MAIL_SCHEME: 'smtp', MAIL_URL: url });
  });

  test.skipIf(!isThere)('implicit TLS is a scheme on any port', () => {
    expect(read({ ...given, security: 'implicit-tls' })).toEqual({ ...common, MAIL_SCHEME: 'smtps' });
  });

  test.skipIf(!isThere)('without encryption STARTTLS is not tried, and nobody logs in', () => {
    const seen = read({ ...withoutLogin(sampleSettings), security: 'cleartext' });
    expect(seen).toMatchObject({ MAIL_SCHEME: 'smtp', MAIL_URL: 'smtp://smtp.example.com:587?auto_tls=false' });
    expect(seen).not.toHaveProperty('MAIL_USERNAME');
  });
});

test('what not every reader takes alike is warned of', () => {
  expect(laravel.warnings(hostileSettings).join(' ')).toMatch(/MAIL_PASSWORD holds a single quote/);
  expect(laravel.warnings({ ...plain, password }).join(' ')).not.toContain('MAIL_PASSWORD');
});
