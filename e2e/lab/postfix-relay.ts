/** A Postfix that passes mail on: what an exported relay is tried with. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { freePorts } from './free-ports';
import { startPostfix } from './postfix';

type RelayOptions = {
  /** The parameters of the relay, for main.cf. */
  readonly main: string;
  /** The password file they name. */
  readonly secret: string;
  /** File of the authority to trust. */
  readonly authority: string;
  /** One whole message. */
  readonly mail: string;
};

const base = `inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = web.test
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtp_host_lookup = native
`;

/** Hands one mail over and waits until it was sent on, or put off → whether it was sent, and the log. */
export async function sendThroughPostfix(options: RelayOptions): Promise<{ worked: boolean; said: string }> {
  const [port = 0] = await freePorts(1);
  const postfix = await startPostfix({
    configuration: (etc) =>
      base +
      options.main
        .replace('/etc/postfix/sasl_passwd', `${etc}/sasl_passwd`)
        .replace('/etc/ssl/certs/ca-certificates.crt', `${etc}/authority.pem`),
    files: { sasl_passwd: options.secret, 'authority.pem': readFileSync(options.authority, 'utf8') },
    addresses: ['127.0.0.1'],
    listeners: [{ port }],
  });
  try {
    const envelope = { from: 'shop@mail.test', to: 'reader@mail.test' };
    await createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({ envelope, raw: options.mail });
    for (let tries = 0; tries < 200 && !postfix.log().includes('status='); tries += 1) await pause(50);
    return { worked: postfix.log().includes('status=sent'), said: postfix.log() };
  } finally {
    await postfix.stop();
  }
}
