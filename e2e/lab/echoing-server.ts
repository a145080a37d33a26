/** A server that says everything it hears of a password back, whole, encoded and in pieces over many lines. No real one does. */
import { startScriptedServer, type Line, type ScriptedServer } from '../../lib/network/testing/scripted-server';
import type { Leaf } from '../../lib/network/testing/certificates';

const inPieces = (text: string, length: number): string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_none, index) =>
    text.slice(index * length, (index + 1) * length),
  );

/** A login → every line in which it comes back. */
function echoes(username: string, password: string): string[] {
  const base64 = Buffer.from(password).toString('base64');
  const plain = Buffer.from(`\0${username}\0${password}`).toString('base64'); // RFC 4616
  return [
    `you said ${password} to me`,
    password.toUpperCase(),
    encodeURIComponent(password),
    JSON.stringify(password),
    Buffer.from(password).toString('hex'),
    base64,
    plain,
    Array.from(password).join(' '),
    ...inPieces(password, Math.ceil(password.length / 2)),
    ...inPieces(password, 5),
    ...inPieces(base64, 20),
    ...inPieces(plain, 30),
  ];
}

/** Text lines → one multi-line reply (RFC 5321 §4.2.1), each line with its codes. */
function reply(code: number, enhanced: string, lines: readonly string[]): string {
  return lines.map((text, at) => `${code}${at === lines.length - 1 ? ' ' : '-'}${enhanced} ${text}\r\n`).join('');
}

/** The reply in two writes that part in the middle of the password. */
function torn(text: string, password: string): Line[] {
  const at = text.indexOf(password) + Math.floor(password.length / 2);
  return [{ say: text.slice(0, at) }, { say: text.slice(at) }];
}

type EchoOptions = {
  readonly certificate: Leaf;
  readonly username: string;
  readonly password: string;
  /** Whether the login is refused, or taken and the message too. */
  readonly answer: 'refuses' | 'accepts';
  /** How the client logs in: PLAIN in one line, or LOGIN, which is asked for name and password one by one. */
  readonly mechanism?: 'PLAIN' | 'LOGIN';
};

const logins: Readonly<Record<'PLAIN' | 'LOGIN', readonly Line[]>> = {
  PLAIN: [{ expect: /^AUTH PLAIN / }],
  LOGIN: [
    { expect: /^AUTH LOGIN$/ },
    { say: '334 VXNlcm5hbWU6\r\n' },
    { expect: /^[A-Za-z0-9+/=]+$/ },
    { say: '334 UGFzc3dvcmQ6\r\n' },
    { expect: /^[A-Za-z0-9+/=]+$/ },
  ],
};

/** STARTTLS on a free port. */
export function startEchoingServer(options: EchoOptions): Promise<ScriptedServer> {
  const { certificate, username, password, answer, mechanism = 'PLAIN' } = options;
  const lines = echoes(username, password);
  const after = (code: number, enhanced: string) => torn(reply(code, enhanced, lines), password);
  const taken: Line[] = [
    ...after(235, '2.7.0'),
    { expect: /^MAIL FROM:/ },
    ...after(250, '2.1.0'),
    { expect: /^RCPT TO:/ },
    ...after(250, '2.1.5'),
    { expect: /^DATA$/ },
    { say: `354 go on with ${password}\r\n` },
    { takeBody: true },
    { say: reply(250, '2.0.0', [...lines, `Ok: queued as ${password}`]) },
  ];
  return startScriptedServer({
    tls: certificate,
    dialogue: [
      { say: '220 echo.test ESMTP\r\n' },
      { expect: /^EHLO / },
      { say: '250-echo.test\r\n250 STARTTLS\r\n' },
      { expect: /^STARTTLS$/ },
      { say: '220 2.0.0 Go ahead\r\n' },
      { startTls: true },
      { expect: /^EHLO / },
      { say: `250-echo.test\r\n250 AUTH ${mechanism}\r\n` },
      ...logins[mechanism],
      ...(answer === 'refuses' ? after(535, '5.7.8') : taken),
    ],
  });
}
