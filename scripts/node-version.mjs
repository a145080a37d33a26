// Read by every Node since 12, so that an old one can be told: nothing newer may stand in this file or in start.mjs.

/** A Node version → why Outport cannot run on it, in one sentence; undefined when it can. */
export function tooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return undefined;
  return `Outport needs Node 20.20 or newer; this is ${version}. Install the current LTS from nodejs.org.`;
}
