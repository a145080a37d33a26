import { postForLines } from '@/components/stream/ndjson-lines';
import { decodeProbeEvent } from '@/lib/probe/events';

const patienceMs = 15_000;

/** A host name and addresses → whether the name leads to one of them, as the server that would connect sees it. */
export async function leadsTo(host: string, addresses: readonly string[]): Promise<boolean> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(patienceMs)]);
  try {
    const endpoints = [{ host, port: 465, security: 'implicit-tls' }];
    for await (const line of postForLines('/api/probe', { endpoints }, signal)) {
      const event = decodeProbeEvent(line);
      if (event?.event === 'endpoint-settled') return false;
      if (event?.event !== 'stage-passed' || event.stage !== 'resolve') continue;
      const { ipv4 = [], ipv6 = [] } = event.facts;
      return [...ipv4, ...ipv6].some((address) => addresses.includes(address));
    }
    return false;
  } catch {
    return false; // not known to lead there is not led there
  } finally {
    done.abort();
  }
}
