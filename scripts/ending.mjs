// What ends a server that was started from a terminal, by npm or by a supervisor. Exiting takes every child along.

const lookMs = 300;

/** From now on a signal ends this process at once, and so does the end of the npm that runs it. */
export function endWhenAsked(env = process.env) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  if (env.npm_lifecycle_event === undefined) return;
  // npm 10 and 11 pass a SIGTERM on to the shell between us, which dies and says nothing.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, lookMs).unref();
}
