/** A tiny authoritative DNS server over UDP (RFC 1035 §4.1), for a lab that has its own names. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';
import { mxRecord, srvRecord, typeMx, typeSrv, type MxData, type SrvData } from './mail-records';

const headerBytes = 12;
const typeA = 1;
const typeAaaa = 28;

/** What is answered for one type of record: addresses, perhaps late, an error (RFC 1035 §4.1.1), or nothing ever. */
export type RecordAnswer =
  | readonly string[]
  | { readonly lateBy: number; readonly addresses: readonly string[] }
  | 'server-failure'
  | 'no-such-name'
  | 'refused'
  | 'silent';
/** A list of addresses serves each family its own; else each type of record has its answer. */
export type NameAnswer =
  | readonly string[]
  | {
      readonly A: RecordAnswer;
      readonly AAAA: RecordAnswer;
      /** RFC 1035 §3.3.9 and RFC 2782; a name without them has no such record. */
      readonly MX?: readonly MxData[] | Failed;
      readonly SRV?: readonly SrvData[] | Failed;
    };
type Failed = Extract<RecordAnswer, string>;

const responseCodes = { 'server-failure': 2, 'no-such-name': 3, refused: 5 } as const;

/** 2001:db8::1 → its 16 bytes, through what URL makes of it: no embedded IPv4, groups in hexadecimal. */
function ipv6Bytes(address: string): number[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 0xff]);
}

function addressRecord(address: string): Buffer {
  const data = isIPv4(address) ? address.split('.').map(Number) : ipv6Bytes(address);
  // The name is a pointer to the question's (§4.1.4); class IN, one minute to live.
  return Buffer.from([
    0xc0,
    headerBytes,
    0,
    isIPv4(address) ? typeA : typeAaaa,
    0,
    1,
    0,
    0,
    0,
    60,
    0,
    data.length,
    ...data,
  ]);
}

type Found = Failed | { readonly records: readonly Buffer[]; readonly lateBy: number };

function addressAnswer(found: RecordAnswer): Found {
  if (typeof found === 'string') return found;
  const late = 'lateBy' in found ? found : { addresses: found, lateBy: 0 };
  return { records: late.addresses.map((address) => addressRecord(address)), lateBy: late.lateBy };
}

function listAnswer<Data>(found: readonly Data[] | Failed = [], record: (data: Data) => Buffer): Found {
  return typeof found === 'string' ? found : { records: found.map(record), lateBy: 0 };
}

function answerFor(known: NameAnswer | undefined, type: number): Found {
  if (known === undefined) return 'no-such-name';
  if (!('A' in known)) return addressAnswer(known.filter((each) => (isIPv4(each) ? typeA : typeAaaa) === type));
  if (type === typeMx) return listAnswer(known.MX, mxRecord);
  if (type === typeSrv) return listAnswer(known.SRV, srvRecord);
  if (type === typeA) return addressAnswer(known.A);
  return addressAnswer(type === typeAaaa ? known.AAAA : []);
}

/** A query and the names that are known → the answer; undefined when there is none, or it is no question with one name. */
function answer(
  query: Buffer,
  names: Readonly<Record<string, NameAnswer>>,
): { readonly reply: Buffer; readonly lateBy: number } | undefined {
  if (query.length < headerBytes || query.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length).toLowerCase());
    at += length + 1;
  }
  if (at + 5 > query.length) return undefined;
  const type = query.readUInt16BE(at + 1);
  const found = answerFor(names[labels.join('.')], type);
  if (found === 'silent') return undefined;
  const code = typeof found === 'string' ? responseCodes[found] : 0;
  const { records, lateBy } = typeof found === 'string' ? { records: [], lateBy: 0 } : found;
  const header = Buffer.alloc(headerBytes);
  query.copy(header, 0, 0, 2);
  // QR, opcode QUERY, AA and RA set, RD as it was asked.
  header.writeUInt16BE(0x8480 | (query.readUInt16BE(2) & 0x0100) | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  const reply = Buffer.concat([header, query.subarray(headerBytes, at + 5), ...records]);
  return { reply, lateBy };
}

/**
 * Names with their answers → a server on one address, or on every address of this machine, answering then from the one
 * nearest to who asks; port 0 finds a free one. Knows nothing else and asks nobody.
 */
export async function startNameServer(
  names: Readonly<Record<string, NameAnswer>>,
  port = 53,
  address?: string,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const socket: Socket = createSocket('udp4');
  socket.on('message', (query, asker) => {
    const answered = answer(query, names);
    if (answered === undefined) return;
    const send = () => socket.send(answered.reply, asker.port, asker.address);
    if (answered.lateBy === 0) send();
    else setTimeout(send, answered.lateBy);
  });
  socket.bind(port, address);
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    stop: () =>
      new Promise((resolve) => {
        socket.close(resolve);
      }),
  };
}
