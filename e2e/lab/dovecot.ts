/** Starts Dovecot's submission service, which logs people in and hands their mail on to a relay (Debian dovecot-submissiond). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerIdentity } from './authority';
import { makeScratch } from './scratch-folder.mjs';
import { untilAnswered } from './until-answered';

export type DovecotOptions = {
  readonly identity: ServerIdentity;
  readonly addresses: readonly string[];
  readonly mechanisms: string;
  readonly user: { readonly username: string; readonly password: string };
  /** Where mail goes on to, without encryption or login. */
  readonly relay: { readonly address: string; readonly port: number };
  /** A loopback port on which other servers may have logins checked. */
  readonly authPort?: number;
};
export type Dovecot = { log(): string; stop(): Promise<void> };

function configuration(options: DovecotOptions, directory: string): string {
  const { addresses, mechanisms, relay, authPort } = options;
  const passwords = mechanisms.includes('xoauth2')
    ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = ${directory}/oauth2.conf\n}`
    : `passdb {\n  driver = passwd-file\n  args = scheme=PLAIN ${directory}/users\n}`;
  const asked =
    authPort === undefined
      ? ''
      : `service auth {\n  inet_listener {\n    address = 127.0.0.1\n    port = ${authPort}\n  }\n}`;
  return `protocols = submission
listen = ${addresses.join(', ')}
base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/dovecot.log
hostname = mail.lab.test
ssl = required
ssl_cert = <${directory}/certificate.pem
ssl_key = <${directory}/key.pem
disable_plaintext_auth = yes
auth_mechanisms = ${mechanisms}
auth_failure_delay = 0
submission_relay_host = ${relay.address}
submission_relay_port = ${relay.port}
submission_relay_ssl = no
mail_location = maildir:${directory}/mail
first_valid_uid = 1
${passwords}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${directory}/mail allow_all_users=yes
}
service submission-login {
  inet_listener submission {
    port = 587
  }
  inet_listener submissions {
    port = 465
    ssl = yes
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
${asked}
`;
}

/** Starts Dovecot and comes back when it takes connections. */
export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
  const directory = makeScratch('dovecot');
  mkdirSync(join(directory, 'mail'));
  chmodSync(join(directory, 'mail'), 0o777);
  writeFileSync(join(directory, 'certificate.pem'), options.identity.cert);
  writeFileSync(join(directory, 'key.pem'), options.identity.key, { mode: 0o600 });
  const { username, password } = options.user;
  writeFileSync(join(directory, 'users'), `${username}:{PLAIN}${password}\n`, { mode: 0o644 });
  // Nobody answers there: no token is ever good.
  writeFileSync(join(directory, 'oauth2.conf'), 'introspection_url = http://127.0.0.1:1/\nintrospection_mode = post\n');
  writeFileSync(join(directory, 'dovecot.conf'), configuration(options, directory));
  const child = spawn('/usr/sbin/dovecot', ['-F', '-c', join(directory, 'dovecot.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const gone = once(child, 'exit');
  const file = join(directory, 'dovecot.log');
  const log = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  if (!(await untilAnswered(options.addresses, [465, 587], () => child.exitCode === null))) {
    const said = `${complaint}\n${log()}`;
    await stop();
    throw new Error(`Dovecot did not start: ${said}`);
  }
  return { log, stop };
}
