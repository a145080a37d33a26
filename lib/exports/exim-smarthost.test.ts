import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labMail, provenBySending } from '@/e2e/lab/proven-by-sending';
import { eximSmarthost } from './exim-smarthost';

const program = `set -e
chown Debian-exim: "$PWD"
chmod 755 ..
/usr/sbin/exim4 -C "$PWD/exim.conf" -odf -f shop@mail.test reader@mail.test
grep -q '=> reader@mail.test' log-main || { cat log-main; exit 1; }`;

/** The parts in their sections. The one thing changed is that a lab's server is this very machine. */
function configuration(text: string, directory: string, authority: string): string {
  const begin = text.replace(/^# Behind "(begin \w+)":$/gm, '$1\n');
  return `exim_path = /usr/sbin/exim4
primary_hostname = web.test
spool_directory = ${directory}/spool
log_file_path = ${directory}/log-%s
trusted_users = root
domainlist local_domains = web.test
keep_environment =
${begin}
begin retry
* * F,1h,1h
`
    .replace('driver = manualroute', 'driver = manualroute\n  self = send')
    .replace('tls_verify_certificates = system', `tls_verify_certificates = ${authority}`);
}

provenBySending(eximSmarthost, {
  needs: ['/usr/sbin/exim4'],
  send: (text, { directory, authority }) => {
    writeFileSync(join(directory, 'exim.conf'), configuration(text, directory, authority));
    return { file: 'sh', args: ['-c', program], input: labMail };
  },
});
