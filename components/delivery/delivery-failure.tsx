import type { ReactNode } from 'react';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnose, diagnoseUnknown } from '@/lib/diagnosis/diagnose';
import { findProvider, findProviderByHost } from '@/lib/providers/catalog';
import type { DeliveryOutcome, TranscriptLine } from '@/lib/smtp/outcome';
import type { Draft } from '@/lib/wizard/draft';

type Props = {
  readonly outcome: Extract<DeliveryOutcome, { status: 'failed' | 'outcome-unknown' }>;
  readonly draft: Draft;
  readonly to: string;
  readonly transcript: readonly TranscriptLine[];
  readonly children: ReactNode;
};

/** A message that failed, or whose fate is unknown, in the words of the finding; the correction stands inside. */
export function DeliveryFailure({ outcome, draft, to, transcript, children }: Props) {
  const { account, chosen, provider: id } = draft;
  if (account === undefined || chosen === undefined) return null;
  const known = findProviderByHost(account.host);
  const provider = findProvider(id) ?? known?.provider;
  const evidence = {
    failure: outcome.failure,
    host: account.host,
    ...chosen,
    from: account.from.address,
    to,
    transcript,
    ...(provider === undefined ? {} : { provider }),
    ...(account.login ? { username: account.username } : {}),
  };
  return (
    <FindingCard finding={outcome.status === 'outcome-unknown' ? diagnoseUnknown(evidence) : diagnose(evidence)}>
      {children}
    </FindingCard>
  );
}
