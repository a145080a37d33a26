import Link from 'next/link';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type { Attempt } from '@/lib/probe/events';
import type { KnownServer } from '@/lib/wizard/known-server';
import type { PortRow } from '@/lib/wizard/port-rows';
import styles from './board.module.css';
import { Conversation } from './conversation';
import { AttemptTable, StageTable } from './evidence-tables';
import { UsableFacts } from './usable-facts';

export type DetailsContext = {
  readonly known: KnownServer;
  readonly attempts: readonly Attempt[];
  readonly isRunning: boolean;
  readonly isUsable: (row: PortRow) => boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (row: PortRow) => void;
};

/** The opened row: what the endpoint offers or why it fails, each stage with its time, each address, the conversation. */
export function EndpointDetails({ row, context }: { readonly row: PortRow; readonly context: DetailsContext }) {
  const { report, planned } = row;
  const { outcome } = report;
  const { endpoint, role } = planned;
  const isChosen = context.chosen === row.id;
  return (
    <div className={styles.inside}>
      {outcome?.status === 'usable' && <UsableFacts outcome={outcome} host={endpoint.host} />}
      {context.isUsable(row) && (
        <p>
          <button type="button" aria-pressed={isChosen} onClick={() => context.onChoose(row)}>
            {isChosen ? `Port ${endpoint.port} is chosen` : `Choose port ${endpoint.port}`}
          </button>
        </p>
      )}
      {outcome?.status === 'failed' && (
        <FindingCard
          finding={diagnose({
            ...endpoint,
            ...context.known,
            port: role,
            failure: outcome.failure,
            transcript: report.transcript,
          })}
        />
      )}
      <StageTable stages={report.stages} port={endpoint.port} isSettled={outcome !== undefined || !context.isRunning} />
      <AttemptTable attempts={context.attempts.filter((attempt) => attempt.endpoint === row.id)} port={endpoint.port} />
      <Conversation lines={report.transcript} />
      <p>
        <Link href={`/ports#${role}`}>What port {role} is</Link>
      </p>
    </div>
  );
}
