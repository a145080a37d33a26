// Two starts at once must not install into the same folder, nor build into it.
import { mkdirSync, readFileSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const heartbeatMs = 1000;
const goneAfterMs = 20_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A lock outlives a killed owner, whose number another process may carry by now: only a living one keeps it fresh. */
function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8')); // 0 while its owner is about to write it
    return (pid > 0 && !isAlive(pid)) || Date.now() - statSync(lock).mtimeMs > goneAfterMs;
  } catch {
    return false; // released just now
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Runs the work once no other process runs its own under this lock file; `onWait` is called when it has to wait. */
export async function oneAtATime(lock, work, onWait) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let tries = 0; !take(lock); tries += 1) {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    else {
      if (tries === 0) onWait();
      await pause(200);
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  // A lock that somebody removed by hand is no reason to stop.
  const heartbeat = setInterval(() => utimes(lock, new Date(), new Date(), () => {}), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}
