import type { DraftState } from '@/components/wizard/draft-context';
import type { Evidence } from '@/lib/diagnosis/finding';
import type { DeliveryReport } from '@/lib/probe/report';
import type { KnownServer } from '@/lib/wizard/known-server';

/** What of the tab's state a message is explained with. */
export type DeliveryState = Pick<DraftState, 'draft' | 'report' | 'mode' | 'directory'> & {
  readonly known: KnownServer;
};

/** A message that did not get through → what the diagnosis is told of it; undefined when it did, or was not tried. */
export function deliveryEvidence(
  { draft, report, mode, directory, known }: DeliveryState,
  { outcome, transcript, attempts }: DeliveryReport,
  to: string,
): Evidence | undefined {
  const { account, chosen } = draft;
  if (account === undefined || chosen === undefined) return undefined;
  if (outcome?.status !== 'failed' && outcome?.status !== 'outcome-unknown') return undefined;
  return {
    failure: outcome.failure,
    host: account.host,
    ...chosen,
    ...known,
    directory,
    from: account.from.address,
    to,
    transcript,
    vantage: mode,
    // What the port test saw says whether another port may do better.
    reports: report?.endpoints,
    attempts,
    ...(account.login ? { username: account.username } : {}),
  };
}
