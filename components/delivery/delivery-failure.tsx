import type { ReactNode } from 'react';
import { FailureFinding } from '@/components/findings/failure-finding';
import type { DeliveryReport } from '@/lib/probe/report';
import { useDraft } from '@/components/wizard/draft-context';
import { useKnownServer } from '@/components/wizard/use-known-server';

type Props = {
  readonly delivery: DeliveryReport;
  readonly to: string;
  readonly children: ReactNode;
};

/** A message that failed, or whose fate is unknown, in the words of the finding; the correction stands inside. */
export function DeliveryFailure({ delivery, to, children }: Props) {
  const { draft, report, mode, directory } = useDraft();
  const known = useKnownServer();
  const { account, chosen } = draft;
  const { outcome, transcript } = delivery;
  if (account === undefined || chosen === undefined) return null;
  if (outcome?.status === 'not-tested') return <p className="notice">The message was not sent.</p>;
  if (outcome?.status !== 'failed' && outcome?.status !== 'outcome-unknown') return null;
  const evidence = {
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
    attempts: delivery.attempts,
    ...(account.login ? { username: account.username } : {}),
  };
  return (
    <FailureFinding evidence={evidence} isUnknown={outcome.status === 'outcome-unknown'}>
      {children}
    </FailureFinding>
  );
}
