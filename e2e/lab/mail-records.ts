/** The records that say where a domain's mail goes and comes from: MX (RFC 1035 §3.3.9) and SRV (RFC 2782). */
export const typeMx = 15;
export const typeSrv = 33;

export type MxData = { readonly priority: number; readonly exchange: string };
export type SrvData = {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly name: string;
};

/** A name as labels with their lengths; the empty name and "." are the root alone. */
function nameBytes(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ]);
}

/** A record of the name that was asked for (a pointer to it, RFC 1035 §4.1.4), class IN, one minute to live. */
function record(type: number, numbers: readonly number[], name: string): Buffer {
  const data = Buffer.concat([Buffer.from(numbers.flatMap((each) => [each >> 8, each & 0xff])), nameBytes(name)]);
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, data.length >> 8, data.length & 0xff]);
  return Buffer.concat([head, data]);
}

export function mxRecord({ priority, exchange }: MxData): Buffer {
  return record(typeMx, [priority], exchange);
}

export function srvRecord({ priority, weight, port, name }: SrvData): Buffer {
  return record(typeSrv, [priority, weight, port], name);
}
