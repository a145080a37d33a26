/** A question to the system's name server over bare UDP (RFC 1035), so that its own words are seen and not a library's. */
import { createSocket } from 'node:dgram';
import { getServers } from 'node:dns';

const codes: Readonly<Record<number, string>> = { 0: 'none', 2: 'SERVFAIL', 3: 'NXDOMAIN', 5: 'REFUSED' };

function question(name: string, type: number): Buffer {
  const labels = name.split('.').flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, 'latin1')]);
  const id = Math.floor(Math.random() * 65_536);
  const header = Buffer.from([id >> 8, id & 255, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([header, ...labels, Buffer.from([0, 0, type, 0, 1])]);
}

function addressOf(data: Buffer): string {
  if (data.length === 4) return [...data].join('.');
  const groups = Array.from({ length: 8 }, (_, index) => data.readUInt16BE(index * 2).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

/** The lab's own name server never compresses but to the question's name, so every record is 12 bytes and its data. */
function readAddresses(answer: Buffer, from: number): string[] {
  const addresses: string[] = [];
  for (let at = from; at + 12 <= answer.length;) {
    const length = answer.readUInt16BE(at + 10);
    addresses.push(addressOf(answer.subarray(at + 12, at + 12 + length)));
    at += 12 + length;
  }
  return addresses;
}

async function ask(name: string, type: number, patience: number): Promise<readonly string[] | string> {
  const socket = createSocket('udp4');
  const asked = question(name, type);
  const { hostname, port } = new URL(`udp://${getServers()[0] ?? '127.0.0.1'}`);
  try {
    return await new Promise((resolve) => {
      const timer = setTimeout(() => resolve('silence'), patience);
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      socket.on('message', (answer) => {
        clearTimeout(timer);
        const found = readAddresses(answer, asked.length);
        const code = answer.readUInt16BE(2) & 15;
        resolve(found.length > 0 ? found : (codes[code] ?? `code ${code}`));
      });
      socket.connect(port === '' ? 53 : Number(port), hostname, () => socket.send(asked));
    });
  } finally {
    socket.close();
  }
}

/** A name → its addresses; what was answered to each question is written down. */
export async function askNameServer(
  name: string,
  patience: number,
  write: (line: string) => void,
): Promise<readonly string[]> {
  const answers = await Promise.all([ask(name, 1, patience), ask(name, 28, patience)]);
  answers.forEach((answer, index) => {
    write(`${index === 0 ? 'A' : 'AAAA'}: ${typeof answer === 'string' ? answer : answer.join(' ')}`);
  });
  return answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer));
}
