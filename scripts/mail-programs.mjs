// Gets the programs that the exports are tried with, as Debian packages. A test whose program is not there is skipped.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { getPostfix, postfixMaster } from '../e2e/lab/unpacked-postfix.mjs';

export const mailProgramPackages = [
  'msmtp',
  'swaks',
  'libnet-ssleay-perl',
  'curl',
  'git-email',
  'libmailtools-perl',
  'libauthen-sasl-perl',
  'libio-socket-ssl-perl',
  'python3-django',
  'libphp-phpmailer',
  'php-symfony-mailer',
  'php-vlucas-phpdotenv',
  'ruby-actionmailer',
  'libsasl2-modules',
  'golang-go',
  'golang-gopkg-ini.v1-dev',
  'default-jdk-headless',
  'libjakarta-mail-java',
];
const quietly = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
const works = (command, args, options) => spawnSync(command, args, { ...quietly, ...options }).status === 0;

function hasAll() {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}\\n', ...mailProgramPackages], {
    encoding: 'utf8',
  });
  return stdout?.split('\n').filter((status) => status === 'installed').length === mailProgramPackages.length;
}

/** Whether all of them are here now. */
export const hasMailPrograms = () => hasAll() && existsSync(postfixMaster);

/** True when all of them are there afterwards. */
export function getMailPrograms() {
  if (hasMailPrograms()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return (
    works('apt-get', ['update', '-qq']) &&
    works('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...mailProgramPackages]) &&
    getPostfix()
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(getMailPrograms() ? 0 : 1);
