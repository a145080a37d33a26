import 'server-only';
import { randomInt } from 'node:crypto';
import type { Security } from '@/lib/smtp/endpoint';
import { makePracticeCertificate } from './authority';
import { Mailbox } from './mailbox';
import { startMailServer, type Login } from './mail-server';
import { startSilentPort } from './silent-port';

/**
 * A mail server to practise on: real sockets, real TLS, real logins, on loopback, with an inbox. It makes the whole
 * journey possible without an account and without the internet.
 */
type PracticePort = {
  readonly plays: number;
  readonly port: number;
  readonly security: Exclude<Security, 'cleartext'>;
};
export type PracticeServer = {
  readonly host: string;
  readonly ports: readonly PracticePort[];
  readonly login: Login;
  readonly authorityPem: string;
  readonly mailbox: Mailbox;
};

// The bundler gives instrumentation and routes a copy of this module each; the server is one per process.
const key = Symbol.for('outport.practice-server');
const registry = globalThis as { [key]?: PracticeServer };

const syllables = ['ba', 'do', 'fi', 'ga', 'ku', 'la', 'mi', 'no', 'pe', 'ra', 'so', 'tu', 've', 'zi'];

function readablePassword(): string {
  const word = () => Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join('');
  return `${word()}-${word()}-${word()}`;
}

/** Starts it once per process. */
export async function startPracticeServer(): Promise<PracticeServer> {
  const running = registry[key];
  if (running !== undefined) return running;
  const certificate = await makePracticeCertificate();
  const login = { username: 'practice', password: readablePassword() };
  const mailbox = new Mailbox();
  const start = (implicitTls: boolean) => startMailServer({ implicitTls, certificate, login, mailbox });
  const [submissions, submission, alternative, silent] = await Promise.all([
    start(true),
    start(false),
    start(false),
    startSilentPort(),
  ]);
  const ports: PracticePort[] = [
    { plays: 465, port: submissions, security: 'implicit-tls' },
    { plays: 587, port: submission, security: 'starttls' },
    { plays: 2525, port: alternative, security: 'starttls' },
    ...(silent === undefined ? [] : [{ plays: 25, port: silent, security: 'starttls' as const }]),
  ];
  const started = { host: 'localhost', ports, login, authorityPem: certificate.authorityPem, mailbox };
  registry[key] = started;
  return started;
}

/** The running one, or undefined in hosted mode and where it could not start. */
export function practiceServer(): PracticeServer | undefined {
  return registry[key];
}
