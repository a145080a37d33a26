/** Results of the self test as WordPress makes them; e2e/wordpress has real ones. */
import type { SelfTestResult } from '../self-test-result';

type Line = SelfTestResult['lines'][number];

/** `>` is what WordPress said, `<` what the server said; `!` is how it ended. */
export function linesOf(text: string, secured = false): Line[] {
  const who = { '>': 'client', '<': 'server', '!': 'ended' } as const;
  return text
    .trim()
    .split('\n')
    .map((line, at) => {
      const words = line.trim();
      const mark = words[0] === '>' || words[0] === '<' ? words[0] : '!';
      return [at, who[mark], secured, words.slice(2)];
    });
}

export const sampleResult: SelfTestResult = {
  outport: 'self-test',
  version: 1,
  run: '0123456789abcdef0123456789abcdef',
  at: 1_795_000_000,
  sent: false,
  error: 'SMTP Error: Could not authenticate.',
  used: { mailer: 'smtp', host: 'smtp.example.com', port: 587, secure: 'tls', auth: true, from: 'shop@example.com' },
  changed: [],
  others: [],
  os: 'Linux',
  php: '8.2.36',
  wordpress: '6.1.9',
  errno: 0,
  name: 'not-asked',
  openssl: [],
  inTls: false,
  certificate: null,
  patience: 15,
  lines: linesOf(
    `< 220 smtp.example.com ESMTP
     > EHLO shop.test
     < 250-smtp.example.com
     < 250 AUTH LOGIN PLAIN
     > AUTH LOGIN
     < 334 [hidden]
     > [hidden]
     < 535 5.7.8 Authentication failed
     > QUIT
     < 221 Bye`,
    true,
  ),
};

/** The sample with other facts. */
export function resultWith(change: Partial<SelfTestResult>): SelfTestResult {
  return { ...sampleResult, ...change };
}
