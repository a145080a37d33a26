// Folders in which servers of a test live. A run that is killed outright cannot remove its own, so the next one does.
import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `outport-KIND-PID-RANDOM`; folders of a time before the process stood in the name lack it. */
const named = /^outport-(?:bench|dovecot|e2e|exim|lab|postfix|postgres|wordpress)-(?:(\d+)-)?\w{6}$/;
const day = 86_400_000;
/** Where each server writes its own process. */
const pidFiles = ['spool/exim.pid', 'run/master.pid', 'queue/pid/master.pid', 'database.pid', 'cluster/postmaster.pid'];

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch ({ code }) {
    return code === 'EPERM'; // somebody else's
  }
}

function isStale(folder, owner, now) {
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  if (facts === undefined || !facts.isDirectory() || facts.uid !== process.getuid?.()) return false;
  return owner === undefined ? now - facts.mtimeMs > day : !isAlive(Number(owner));
}

/** A server outlives whoever started it and was killed; the number alone may be another program's by now. */
function endServers(folder) {
  for (const file of pidFiles.map((name) => join(folder, name)).filter((path) => existsSync(path))) {
    const pid = Number.parseInt(readFileSync(file, 'utf8').trim(), 10);
    const commandLine = `/proc/${pid}/cmdline`;
    if (pid > 1 && existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(folder)) process.kill(pid);
  }
}

/** Removes what killed runs left: folders of processes that are gone, and nameless ones older than a day. */
export function sweepScratch(parent = tmpdir(), now = Date.now()) {
  for (const name of readdirSync(parent)) {
    const match = named.exec(name);
    const folder = join(parent, name);
    if (match === null || !isStale(folder, match[1], now)) continue;
    endServers(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

let isSwept = false;

/**
 * A new folder that servers running as other users may look into; the first one of a process sweeps before.
 * @param {'bench' | 'dovecot' | 'e2e' | 'exim' | 'lab' | 'postfix' | 'postgres' | 'wordpress'} kind
 */
export function makeScratch(kind) {
  if (!isSwept) sweepScratch();
  isSwept = true;
  const folder = mkdtempSync(join(tmpdir(), `outport-${kind}-${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}
