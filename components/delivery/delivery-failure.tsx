import type { ReactNode } from 'react';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnose, diagnoseUnknown } from '@/lib/diagnosis/diagnose';
import type { DeliveryReport } from '@/lib/probe/report';
import type { Draft } from '@/lib/wizard/draft';
import { knownServerOf } from '@/lib/wizard/known-server';

type Props = {
  readonly report: DeliveryReport;
  readonly draft: Draft;
  readonly to: string;
  readonly children: ReactNode;
};

/** A message that failed, or whose fate is unknown, in the words of the finding; the correction stands inside. */
export function DeliveryFailure({ report, draft, to, children }: Props) {
  const { account, chosen } = draft;
  const { outcome, transcript } = report;
  if (account === undefined || chosen === undefined) return null;
  if (outcome?.status === 'not-tested') return <p className="notice">The message was not sent.</p>;
  if (outcome?.status !== 'failed' && outcome?.status !== 'outcome-unknown') return null;
  const evidence = {
    failure: outcome.failure,
    host: account.host,
    ...chosen,
    ...knownServerOf(draft),
    from: account.from.address,
    to,
    transcript,
    ...(account.login ? { username: account.username } : {}),
  };
  return (
    <FindingCard finding={outcome.status === 'outcome-unknown' ? diagnoseUnknown(evidence) : diagnose(evidence)}>
      {children}
    </FindingCard>
  );
}
