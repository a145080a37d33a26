/** The text of what every Postfix here is told, whatever it is for. */

/** main.cf: where everything is, and that nothing is this machine's own mail. */
export function baseConfiguration(directory: string, unpacked: string): string {
  const environment = `MAIL_CONFIG LD_LIBRARY_PATH=${unpacked}/usr/lib/postfix`;
  return `compatibility_level = 3.6
queue_directory = ${directory}/queue
data_directory = ${directory}/data
config_directory = ${directory}/etc
daemon_directory = ${unpacked}/usr/lib/postfix/sbin
command_directory = ${unpacked}/usr/sbin
shlib_directory = ${unpacked}/usr/lib/postfix
meta_directory = ${directory}/etc
mail_owner = Debian-exim
setgid_group = mail
maillog_file = ${directory}/postfix.log
maillog_file_prefixes = ${directory}
import_environment = POSTLOG_SERVICE POSTLOG_HOSTNAME ${environment}
export_environment = ${environment}
mydestination =
alias_maps =
alias_database =
local_recipient_maps =
`;
}

/** A port and the options of its smtpd. */
export type Listener = { readonly port: number; readonly options?: readonly string[] };

/** The lines of master.cf that open ports. */
export function listeningServices(addresses: readonly string[], listeners: readonly Listener[]): string {
  const lines = addresses.flatMap((address) => {
    const host = address.includes(':') ? `[${address}]` : address;
    return listeners.map(
      ({ port, options = [] }) =>
        `${host}:${port} inet n - n - - smtpd\n${options.map((option) => `  -o ${option}\n`).join('')}`,
    );
  });
  return lines.join('');
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
  'smtp unix - - n - - smtp',
  'relay unix - - n - - smtp',
  'scache unix - - n - 1 scache',
  'virtual unix - n n - - virtual',
  'postlog unix-dgram n - n - 1 postlogd',
];

/** The lines of master.cf that open none. */
export const baseServices = `${services.join('\n')}\n`;
