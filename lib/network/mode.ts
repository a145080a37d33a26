import 'server-only';

export type Mode = 'local' | 'hosted';

/** Local unless OUTPORT_MODE says hosted: then strangers drive Outport and admission narrows what it will reach. */
export function outportMode(): Mode {
  return process.env['OUTPORT_MODE'] === 'hosted' ? 'hosted' : 'local';
}
