/** The text of a Postfix configuration: submission, everything delivered into one maildir, nothing ever sent on. */

/** main.cf. `authPort` is the loopback port on which Dovecot checks logins. */
export function mainConfiguration(directory: string, authPort: number): string {
  return `compatibility_level = 3.6
queue_directory = ${directory}/queue
data_directory = ${directory}/data
maillog_file = ${directory}/postfix.log
maillog_file_prefixes = ${directory}
myhostname = mail.lab.test
mydestination =
alias_maps =
alias_database =
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
smtpd_tls_cert_file = ${directory}/etc/certificate.pem
smtpd_tls_key_file = ${directory}/etc/key.pem
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${authPort}
smtpd_sender_login_maps = regexp:${directory}/etc/senders
smtpd_sender_restrictions = reject_authenticated_sender_login_mismatch
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access regexp:${directory}/etc/recipients
message_size_limit = 1024000
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
`;
}

const services = [
  'pickup unix n - n 60 1 pickup',
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'proxymap unix - - n - - proxymap',
  'anvil unix - - n - 1 anvil',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'virtual unix - n n - - virtual',
  'postlog unix-dgram n - n - 1 postlogd',
];

/** master.cf: 25 without a duty to encrypt, 587 with STARTTLS, 465 encrypted from the first byte. */
export function masterConfiguration(addresses: readonly string[]): string {
  const listeners = addresses.flatMap((address) => {
    const host = address.includes(':') ? `[${address}]` : address;
    return [
      `${host}:25 inet n - n - - smtpd\n  -o smtpd_tls_security_level=may`,
      `${host}:587 inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt`,
      `${host}:465 inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes`,
    ];
  });
  return `${[...listeners, ...services].join('\n')}\n`;
}
