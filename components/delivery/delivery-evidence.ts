import type { DraftState } from '@/components/wizard/draft-context';
import type { Evidence } from '@/lib/diagnosis/finding';
import type { DeliveryReport } from '@/lib/probe/report';
import type { KnownServer } from '@/lib/wizard/known-server';

type State = Pick<DraftState, 'draft' | 'report' | 'mode' | 'directory'>;

/** A message that failed, or whose fate is unknown → the evidence for its finding; undefined for any other. */
export function deliveryEvidence(
  { outcome, transcript, attempts }: DeliveryReport,
  to: string,
  known: KnownServer,
  { draft: { account, chosen }, report, mode, directory }: State,
): Evidence | undefined {
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
