import { admitHosts } from '@/app/api/admit-request';
import { streamEvents } from '@/app/api/event-stream';
import { onlyPost, readRequest } from '@/app/api/read-request';
import { reportUnexpected } from '@/app/api/report-unexpected';
import { knownServers } from '@/lib/discovery/known-servers';
import { discoveryRequestSchema } from '@/lib/discovery/request';
import { discover } from '@/lib/network/discover';
import { loadProviders } from '@/lib/providers/catalog';

export const dynamic = 'force-dynamic';

/** Looks for the servers of a mail domain and tells what it finds, line by line (docs/api.md). */
export async function POST(request: Request): Promise<Response> {
  const read = await readRequest(request, discoveryRequestSchema);
  if ('response' in read) return read.response;
  const known = knownServers(await loadProviders());
  const admitted = admitHosts(request, [read.body.domain]);
  if ('response' in admitted) return admitted.response;
  const { mode, leave } = admitted;
  return streamEvents(
    request,
    (signal) => discover(read.body, { mode, signal, known, onUnexpected: reportUnexpected }),
    leave,
  );
}

export {
  onlyPost as GET,
  onlyPost as HEAD,
  onlyPost as OPTIONS,
  onlyPost as PUT,
  onlyPost as PATCH,
  onlyPost as DELETE,
};
