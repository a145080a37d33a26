/** A mail server on STARTTLS that answers each login as it is told to, and takes every message after a login it took. */
import { SMTPServer } from 'smtp-server';
import type { Leaf } from '../../lib/network/testing/certificates';

export type LoginServer = {
  readonly port: number;
  /** The user name of every login that was tried. */
  readonly logins: readonly string[];
  /** The answer to logins from now on, as "421 4.7.0 Too many"; undefined takes them. */
  answer: string | undefined;
  stop(): Promise<void>;
};

/** Starts it on a free port of loopback. */
export async function startLoginServer({ cert, key }: Leaf, answer: string | undefined): Promise<LoginServer> {
  const logins: string[] = [];
  const server = new SMTPServer({
    cert,
    key,
    disableReverseLookup: true,
    onAuth: ({ username = '' }, _session, settle) => {
      logins.push(username);
      const [code = '', ...words] = running.answer?.split(' ') ?? [];
      if (code === '') settle(null, { user: username });
      else settle(Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }));
    },
    onData: (stream, _session, settle) => {
      stream.on('end', () => settle());
      stream.resume();
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // Whoever is told to go away resets; that is no fault here.
  server.on('error', () => undefined);
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const running: LoginServer = {
    port: address.port,
    logins,
    answer,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return running;
}
