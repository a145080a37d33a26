/** A server that offers a login and no encryption, as one looks whose STARTTLS somebody on the way took out. */
import { SMTPServer } from 'smtp-server';

export type LoginInTheClear = {
  readonly port: number;
  /** What a client did: `connected`, `login`, `mail`. */
  readonly heard: readonly string[];
  stop(): Promise<void>;
};

/** Starts it on a free port of loopback. It takes any login and any message. */
export async function startLoginInTheClear(): Promise<LoginInTheClear> {
  const heard: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    disableReverseLookup: true,
    onConnect: (_session, answer) => {
      heard.push('connected');
      answer();
    },
    onAuth: (login, _session, answer) => {
      heard.push('login');
      answer(null, { user: login.username });
    },
    onMailFrom: (_address, _session, answer) => {
      heard.push('mail');
      answer();
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { port: address.port, heard, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
