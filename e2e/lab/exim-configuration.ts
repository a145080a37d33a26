/** The text of an Exim configuration: submission only, everything delivered into one maildir, nothing ever sent on. */
export type EximLayout = {
  readonly directory: string;
  readonly address: string;
  readonly ports: readonly number[];
  readonly implicitPort: number | undefined;
  readonly starttls: boolean;
  /** How a login may be made; nobody has to log in where none is listed. */
  readonly mechanisms: readonly Mechanism[];
  /** Whether DATA is kept waiting for its 354, so that somebody can leave in the middle of a message. */
  readonly holds: boolean;
};

export type Mechanism = 'PLAIN' | 'LOGIN' | 'XOAUTH2';

/** Written into Exim's main log when it begins to hold a message back. */
export const holdingLine = 'holding DATA back';

// Both sides are compared in base64: a user name or password with any character cannot upset the file or the expansion.
const known = (user: string, password: string, file: string) =>
  `\${lookup{\${base64:${user}}}lsearch{${file}}{\${if eq{\${base64:${password}}}{$value}{yes}{no}}}{no}}`;

/** How each mechanism's exchange goes (RFC 4616; LOGIN as clients use it), and which of its variables are name and password. */
const exchanges: Readonly<Record<Mechanism, { prompts: string; user: string; password: string }>> = {
  PLAIN: { prompts: ':', user: '$auth2', password: '$auth3' },
  LOGIN: { prompts: 'Username:: : Password::', user: '$auth1', password: '$auth2' },
  // No test has a token that is taken: what counts is that it is the only mechanism offered.
  XOAUTH2: { prompts: ':', user: '$auth1', password: '$auth1' },
};

function authenticator(mechanism: Mechanism, file: string): string {
  const { prompts, user, password } = exchanges[mechanism];
  return `${mechanism.toLowerCase()}:
  driver = plaintext
  public_name = ${mechanism}
  server_prompts = ${prompts}
  server_set_id = ${user}
  server_condition = ${known(user, password, file)}
`;
}

/** Layout → configuration. AUTH is offered inside TLS alone. */
export function eximConfiguration(layout: EximLayout): string {
  const { directory, address, ports, implicitPort, mechanisms } = layout;
  const all = implicitPort === undefined ? ports : [...ports, implicitPort];
  return `exim_path = /usr/sbin/exim4
primary_hostname = mail.test
spool_directory = ${directory}/spool
log_file_path = ${directory}/log/%slog
pid_file_path = ${directory}/spool/exim.pid
log_selector = +incoming_port +smtp_connection +smtp_no_mail +smtp_protocol_error +smtp_syntax_error +tls_sni +received_recipients
local_interfaces = ${address}
daemon_smtp_ports = ${all.join(' : ')}
tls_on_connect_ports = ${implicitPort ?? ''}
tls_advertise_hosts = ${layout.starttls ? '*' : ''}
tls_certificate = ${directory}/certificate.pem
tls_privatekey = ${directory}/key.pem
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
acl_smtp_rcpt = check_recipient
acl_smtp_predata = check_data
host_lookup =
rfc1413_hosts =
keep_environment =
add_environment =
deliver_drop_privilege = true
smtp_accept_max_per_host = 50

begin acl

check_recipient:
  ${mechanisms.length > 0 ? 'accept authenticated = *\n  deny message = relay not permitted, log in first' : 'accept'}

check_data:
  accept${layout.holds ? ` logwrite = ${holdingLine}\n         delay = 30s` : ''}

begin routers

everybody:
  driver = accept
  transport = one_maildir

begin transports

one_maildir:
  driver = appendfile
  directory = ${directory}/mail
  maildir_format
  delivery_date_add
  envelope_to_add
  return_path_add
  user = Debian-exim

begin authenticators

${mechanisms.map((mechanism) => authenticator(mechanism, `${directory}/users`)).join('\n')}`;
}
