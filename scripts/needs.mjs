// What the tests need of the system, as a table: Debian's packages, how to see that they are there, and what is lost
// without them. A need that Debian cannot meet here may name another way to it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { getGhostMail, hasGhostMail } from './ghost-mail.mjs';
import { getMailPrograms, hasMailPrograms, mailProgramPackages } from './mail-programs.mjs';
import { getPhpWasm, hasPhpWasm } from './php-wasm.mjs';
import { getWordPress, hasWordPress, wordPressPackages } from './wordpress.mjs';

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
const program = (name) => () => folders.some((folder) => existsSync(join(folder, name)));
const run = (command, args) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
};

const playwright = createRequire(import.meta.url);
const playwrightBrowser = () => existsSync(playwright('@playwright/test').chromium.executablePath());
const installPlaywrightBrowser = () =>
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);

/**
 * Adding a need is adding an entry. `without` begins the sentence "... are skipped".
 * @type {Record<string, { packages: string[], isThere: () => boolean, otherwise?: () => unknown, without: string }>}
 */
export const needs = {
  browser: {
    packages: ['chromium'],
    isThere: () => existsSync('/usr/bin/chromium') || playwrightBrowser(),
    otherwise: installPlaywrightBrowser,
    without: 'the end-to-end tests in a browser',
  },
  exim: {
    packages: ['exim4-daemon-light'],
    isThere: program('exim4'),
    without: 'the journeys against a real mail server',
  },
  php: {
    packages: ['php-cli'],
    isThere: program('php'),
    without: 'the tests that let PHP read the snippets',
  },
  phpWasm: {
    packages: [],
    isThere: hasPhpWasm,
    otherwise: getPhpWasm,
    without: 'the tests of the check file in PHP 7.4 and 8.5',
  },
  ghostMail: {
    packages: [],
    isThere: hasGhostMail,
    otherwise: getGhostMail,
    without: 'the tests that let Ghost send',
  },
  namespaces: {
    packages: ['iproute2', 'nftables', 'procps'],
    isThere: () => ['ip', 'nft', 'sysctl'].every((name) => program(name)()),
    without: 'the lab and the tests on a network of their own',
  },
  dovecot: {
    // Postfix is only unpacked, since it and Exim exclude each other; what it runs on is not.
    packages: ['dovecot-core', 'dovecot-submissiond', 'libsasl2-2', 'libicu72', 'libdb5.3', 'libnsl2'],
    isThere: program('dovecot'),
    without: 'the scenarios with Dovecot and Postfix',
  },
  mailPrograms: {
    packages: mailProgramPackages,
    isThere: hasMailPrograms,
    otherwise: getMailPrograms,
    without: 'the exports tried with the real programs',
  },
  wordpress: {
    packages: wordPressPackages,
    isThere: hasWordPress,
    otherwise: getWordPress,
    without: 'the tests in a real WordPress',
  },
  postgresql: {
    packages: ['postgresql'],
    isThere: () => existsSync('/usr/lib/postgresql') || program('postgres')(),
    without: 'the tests of the store on PostgreSQL',
  },
  python: {
    packages: ['python3'],
    isThere: program('python3'),
    without: 'the tests on a line with distance',
  },
};

/** Why Debian's packages are not to be had; undefined when they are. */
function obstacle() {
  if (!existsSync('/usr/bin/apt-get')) return 'this system has no apt-get';
  return process.getuid?.() === 0 ? undefined : 'installing packages needs root';
}

const install = (packages) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);

/** Gets what is missing, as far as this machine allows → for each need still unmet what is skipped and why, as sentences. */
export function provide(names = Object.keys(needs), { table = needs, why = obstacle() } = {}) {
  const missing = () => names.map((name) => table[name]).filter(({ isThere }) => !isThere());
  const before = missing();
  const packages = before.flatMap((need) => need.packages);
  if (packages.length > 0 && why === undefined) {
    console.log(`Installing ${packages.join(', ')}, once...`);
    run('apt-get', ['update', '-qq']);
    // One that this release lacks must not cost the others.
    if (!install(packages)) for (const need of before) if (need.packages.length > 0) install(need.packages);
  }
  for (const need of missing()) need.otherwise?.();
  return missing().map(({ packages, without }) => {
    const debian = `${packages.join(', ')} is not here, and ${why ?? 'apt-get could not install it'}`;
    const reason = packages.length > 0 ? debian : 'npm could not supply what they need';
    return `${without[0].toUpperCase()}${without.slice(1)} are skipped: ${reason}.`;
  });
}
