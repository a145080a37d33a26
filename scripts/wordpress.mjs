// Gets what the WordPress tests run: PHP and MariaDB as Debian packages, WordPress itself unpacked into .outport, because
// installing that package would bring a web server with it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = '.outport/wordpress';
const packages = ['php-cli', 'php-mysql', 'mariadb-server-core'];
const quietly = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
const works = (command, args, options) => spawnSync(command, args, { ...quietly, ...options }).status === 0;

const hasPackages = () =>
  existsSync('/usr/sbin/mariadbd') && spawnSync('php', ['-r', 'exit(class_exists("mysqli") ? 0 : 1);']).status === 0;
const hasWordPress = () => existsSync(`${folder}/usr/share/wordpress/wp-settings.php`);

function unpackWordPress() {
  const half = `${folder}.unpacking`;
  for (const left of [half, folder]) rmSync(left, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  // As root: the user apt downloads as may not write here, and says so.
  if (!works('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', 'wordpress'], { cwd: half })) return false;
  const file = readdirSync(half).find((name) => name.endsWith('.deb'));
  if (file === undefined || !works('dpkg-deb', ['-x', file, '.'], { cwd: half })) return false;
  rmSync(`${half}/${file}`);
  renameSync(half, folder); // only a whole one gets the name
  return true;
}

/** True when WordPress can be run afterwards. */
export function getWordPress() {
  if (hasPackages() && hasWordPress()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return (
    works('apt-get', ['update', '-qq']) &&
    (hasPackages() || works('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])) &&
    (hasWordPress() || unpackWordPress())
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(getWordPress() ? 0 : 1);
