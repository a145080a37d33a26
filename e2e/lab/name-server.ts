/** A tiny authoritative DNS server over UDP (RFC 1035 §4.1), for a lab that has its own names. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';

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
export type NameAnswer = readonly string[] | { readonly A: RecordAnswer; readonly AAAA: RecordAnswer };

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

function answerFor(known: NameAnswer | undefined, type: number): RecordAnswer {
  if (known === undefined) return 'no-such-name';
  if (!('A' in known)) return known.filter((address) => (isIPv4(address) ? typeA : typeAaaa) === type);
  if (type === typeA) return known.A;
  return type === typeAaaa ? known.AAAA : [];
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
  const late = typeof found === 'object' && 'lateBy' in found ? found : undefined;
  const addresses = late?.addresses ?? (Array.isArray(found) ? (found as readonly string[]) : []);
  const records = addresses.map((address) => addressRecord(address));
  const header = Buffer.alloc(headerBytes);
  query.copy(header, 0, 0, 2);
  // QR, opcode QUERY, AA and RA set, RD as it was asked.
  header.writeUInt16BE(0x8480 | (query.readUInt16BE(2) & 0x0100) | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  const reply = Buffer.concat([header, query.subarray(headerBytes, at + 5), ...records]);
  return { reply, lateBy: late?.lateBy ?? 0 };
}

/** Names with their addresses → a server on every address of this machine. Knows nothing else and asks nobody. */
export async function startNameServer(
  names: Readonly<Record<string, NameAnswer>>,
  port = 53,
): Promise<{ stop(): Promise<void> }> {
  const socket: Socket = createSocket('udp4');
  socket.on('message', (query, asker) => {
    const answered = answer(query, names);
    if (answered === undefined) return;
    const send = () => socket.send(answered.reply, asker.port, asker.address);
    if (answered.lateBy === 0) send();
    else setTimeout(send, answered.lateBy);
  });
  socket.bind(port);
  await once(socket, 'listening');
  return {
    stop: () =>
      new Promise((resolve) => {
        socket.close(resolve);
      }),
  };
}
