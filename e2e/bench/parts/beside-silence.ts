/** The program and the other testers where some of the four ports never answer. */
import { place, type MailHost } from '../bench-place';
import { startLine, type Line } from '../line';
import { hasSwaks, whyNoLine } from '../needs';
import type { Part } from '../part';
import type { Row } from '../verdict';

const roundTripMs = 50;
const seconds = (ms: number | undefined) => (ms === undefined ? '-' : (ms / 1000).toFixed(2));

async function outport({ near }: Line, { host, silent }: MailHost): Promise<Row> {
  const { firstMs, fullMs, firstPort } = await near.call('probe', { host, ports: [...place.ports], roundTripMs });
  const { acceptedMs } = await near.call('message', { host, port: firstPort, roundTripMs });
  const what = `Outport, ${silent.length} silent`;
  return { what, cells: [firstMs, fullMs, firstMs + acceptedMs].map(seconds) };
}

async function other({ near }: Line, tester: 'swaks' | 'nodemailer' | 'sequential', host: MailHost): Promise<Row> {
  const { firstMs, fullMs, acceptedMs } = await near.call(tester, host);
  return { what: `${tester}, ${host.silent.length} silent`, cells: [firstMs, fullMs, acceptedMs].map(seconds) };
}

export const besideSilence: Part = {
  name: 'beside-silence',
  isQuick: false,
  whyNot: whyNoLine,
  async run(scratch, say) {
    if (!hasSwaks()) say('swaks is not installed (Debian package swaks): it is left out.');
    const line = await startLine({ roundTripMs, scratch });
    const hosts = place.hosts.filter(({ silent }) => silent.length > 0);
    const testers = [...(hasSwaks() ? (['swaks'] as const) : []), 'nodemailer' as const, 'sequential' as const];
    // All at once: they only wait.
    const rows = await Promise.all([
      ...hosts.map((host) => outport(line, host)),
      ...testers.flatMap((tester) => hosts.map((host) => other(line, tester, host))),
    ]);
    const title = `In seconds, ${roundTripMs} ms away; silent are 25, then 465, then 587`;
    return [{ title, head: ['', 'first port', 'full picture', 'found and accepted'], rows }];
  },
};
