/** A Postfix for submission: logins are checked by Dovecot, everything is delivered into one maildir, nothing is sent on. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerIdentity } from './authority';
import { startPostfix, type Postfix } from './postfix';

type SubmissionOptions = {
  readonly identity: ServerIdentity;
  readonly addresses: readonly string[];
  /** The loopback port on which Dovecot checks logins. */
  readonly authPort: number;
  /** Who owns the one sender address that may be used. */
  readonly username: string;
};

type SubmissionPostfix = Pick<Postfix, 'log' | 'stop'> & {
  /** Every message it delivered so far, oldest first. */
  readonly messages: () => Promise<string[]>;
};

const configuration = (etc: string, directory: string, authPort: number) => `myhostname = mail.lab.test
local_transport = error:nothing is local here
default_transport = error:nothing leaves the lab
mynetworks = 127.0.0.1/32
mynetworks_style = host
smtputf8_enable = yes
virtual_mailbox_domains = lab.test
virtual_mailbox_base = ${directory}/mail
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_minimum_uid = 100
smtpd_tls_cert_file = ${etc}/certificate.pem
smtpd_tls_key_file = ${etc}/key.pem
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${authPort}
smtpd_sender_login_maps = regexp:${etc}/senders
smtpd_sender_restrictions = reject_authenticated_sender_login_mismatch
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access regexp:${etc}/recipients
message_size_limit = 1024000
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
`;

/** Starts it on 25 without a duty to encrypt, 587 with STARTTLS, 465 encrypted from the first byte. */
export async function startSubmissionPostfix(options: SubmissionOptions): Promise<SubmissionPostfix> {
  const { identity, addresses, authPort, username } = options;
  const { directory, log, stop } = await startPostfix({
    configuration: (etc, folder) => configuration(etc, folder, authPort),
    files: {
      'certificate.pem': identity.cert,
      'key.pem': identity.key,
      senders: `/^lab@/ ${username}\n/./ somebody-else\n`,
      recipients: '/^(nobody|missing)@/ REJECT\n',
    },
    addresses,
    listeners: [
      { port: 25, options: ['smtpd_tls_security_level=may'] },
      { port: 587, options: ['smtpd_tls_security_level=encrypt'] },
      { port: 465, options: ['smtpd_tls_wrappermode=yes'] },
    ],
  });
  return {
    log,
    stop,
    messages: async () => {
      const folder = join(directory, 'mail', 'box', 'new');
      const names = existsSync(folder) ? await readdir(folder) : [];
      return Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
    },
  };
}
