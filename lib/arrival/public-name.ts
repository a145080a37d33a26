/** Endings that stand in no public DNS: servers call themselves so inside, and anybody may. */
const inside = /\.(internal|local|localdomain|lan|intranet|private|corp|home|localhost)$/;

/** What a server calls itself → its name in lower case; undefined for an address or a name that is not public. */
export function publicName(server: string | undefined): string | undefined {
  const name = server?.toLowerCase().replace(/\.$/, '') ?? '';
  if (name.length > 253 || !/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]*$/.test(name)) return undefined;
  return inside.test(name) ? undefined : name;
}
