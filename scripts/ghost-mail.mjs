// Gets the two parts of Ghost that read the exported text and send with it: its own loader of the configuration, out of
// the package, and its own mailer. All of Ghost is some hundred MB and wants a newer Node; these parts are the same in it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';

const folder = '.outport/ghost-mail';
const version = '6.65.0';
/** As this version of Ghost has them in its package.json. */
const packages = [
  '@tryghost/nodemailer@2.3.14',
  '@tryghost/config-url-helpers@1.0.28',
  '@tryghost/debug@2.3.14',
  'jsonc-parser@3.3.1',
  'lodash@4.18.1',
  'nconf@0.13.0',
];

const works = (command, args, cwd) =>
  spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** Whether they are here. */
export const hasGhostMail = () =>
  existsSync(`${folder}/package/core/shared/config/loader.js`) &&
  existsSync(`${folder}/node_modules/@tryghost/nodemailer`);

/** True when they are there afterwards. */
export function getGhostMail() {
  mkdirSync(folder, { recursive: true });
  const archive = `ghost-${version}.tgz`;
  const got =
    works('npm', ['pack', `ghost@${version}`, '--silent'], folder) &&
    works('tar', ['-xzf', archive, 'package/core/shared/config'], folder) &&
    works('npm', ['install', '--prefix', '.', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], folder);
  rmSync(`${folder}/${archive}`, { force: true });
  return got && hasGhostMail();
}
