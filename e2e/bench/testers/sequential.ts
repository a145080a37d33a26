/**
 * A plain sequential tester, as the WordPress plugin that tests ports best has it: per port first without TLS from the
 * start and, when that fails, with it; 10 s for the connection and 10 s for every reply; the next port after that.
 */
import { place, type MailHost } from '../bench-place';
import { dialogue } from './dialogue';
import type { TesterTimes } from './tester-times';

const limitMs = 10_000;

async function works({ host, addresses: [address] }: MailHost, port: number): Promise<boolean> {
  for (const isImplicit of [false, true]) {
    const answered = await dialogue({ address, port, servername: host }, isImplicit, limitMs).then(
      () => true,
      () => false,
    );
    if (answered) return true;
  }
  return false;
}

export async function timeSequential(mailHost: MailHost): Promise<TesterTimes> {
  const started = performance.now();
  let firstMs: number | undefined;
  for (const port of place.ports) if (await works(mailHost, port)) firstMs ??= performance.now() - started;
  if (firstMs === undefined) throw new Error(`The sequential tester found no port of ${mailHost.host}.`);
  return { firstMs, fullMs: performance.now() - started };
}
