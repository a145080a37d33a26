/** The text of an Exim configuration: submission only, everything delivered into one maildir, nothing ever sent on. */
export type EximLayout = {
  readonly directory: string;
  readonly addresses: readonly string[];
  readonly ports: readonly number[];
  readonly implicitPort: number | undefined;
  readonly starttls: boolean;
  readonly login: boolean;
  /** Statements of the recipient's ACL that come before the usual ones. */
  readonly acl?: string;
  /** The largest message taken, in bytes; Exim's own limit unless said otherwise. */
  readonly sizeLimit?: number;
};

// Both sides are compared in base64: a user name or password with any character cannot upset the file or the expansion.
const known = (user: string, password: string, file: string) =>
  `\${lookup{\${base64:${user}}}lsearch{${file}}{\${if eq{\${base64:${password}}}{$value}{yes}{no}}}{no}}`;

function authenticators(file: string): string {
  return `begin authenticators

plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_set_id = $auth2
  server_condition = ${known('$auth2', '$auth3', file)}

login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_set_id = $auth1
  server_condition = ${known('$auth1', '$auth2', file)}
`;
}

/** Layout → configuration. AUTH is offered inside TLS alone; without users every recipient is taken without login. */
export function eximConfiguration(layout: EximLayout): string {
  const { directory, ports, implicitPort } = layout;
  const all = implicitPort === undefined ? ports : [...ports, implicitPort];
  return `exim_path = /usr/sbin/exim4
primary_hostname = mail.test
spool_directory = ${directory}/spool
log_file_path = ${directory}/log/%slog
pid_file_path = ${directory}/spool/exim.pid
log_selector = +incoming_port +smtp_connection +smtp_no_mail +smtp_protocol_error +smtp_syntax_error +tls_sni +received_recipients
local_interfaces = <; ${layout.addresses.join(' ; ')}
daemon_smtp_ports = ${all.join(' : ')}
tls_on_connect_ports = ${implicitPort ?? ''}
tls_advertise_hosts = ${layout.starttls ? '*' : ''}
tls_certificate = ${directory}/certificate.pem
tls_privatekey = ${directory}/key.pem
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
acl_smtp_rcpt = check_recipient
host_lookup =
rfc1413_hosts =
keep_environment =
add_environment =
deliver_drop_privilege = true
smtp_accept_max_per_host = 50
${layout.sizeLimit === undefined ? '' : `message_size_limit = ${layout.sizeLimit}\n`}
begin acl

check_recipient:
${layout.acl ?? ''}  ${layout.login ? 'accept authenticated = *\n  deny message = relay not permitted, log in first' : 'accept'}

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

${layout.login ? authenticators(`${directory}/users`) : ''}`;
}
