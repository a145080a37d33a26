import { reportUnexpected } from '@/app/api/report-unexpected';
import { currentDeployment } from '@/lib/network/deployment';
import { currentStore } from '@/lib/store/current-store';
import type { Store } from '@/lib/store/open-store';

/** What this Outport keeps for others; undefined in local mode, where nobody else could open it and nothing is kept. */
export async function keptStore(): Promise<Store | undefined> {
  return currentDeployment().mode === 'local' ? undefined : currentStore(reportUnexpected);
}
