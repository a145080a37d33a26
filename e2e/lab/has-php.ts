import { spawnSync } from 'node:child_process';

/** Whether PHP is installed; the tests that need it are skipped otherwise. */
export const hasPhp = spawnSync('php', ['-v']).status === 0;
