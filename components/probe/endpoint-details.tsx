import Link from 'next/link';
import { FailureFinding } from '@/components/findings/failure-finding';
import { usualPorts } from '@/lib/smtp/endpoint';
import type { PortRow } from '@/lib/wizard/port-rows';
import styles from './board.module.css';
import { Conversation } from './conversation';
import { AttemptTable, StageTable } from './evidence-tables';
import { rowEvidence, type RunFacts } from './row-evidence';
import { UsableFacts } from './usable-facts';

const isUsual = (port: number) => (usualPorts as readonly number[]).includes(port);

export type DetailsContext = {
  readonly run: RunFacts;
  readonly isRunning: boolean;
  readonly isUsable: (row: PortRow) => boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (row: PortRow) => void;
};

type Props = {
  readonly row: PortRow;
  readonly context: DetailsContext;
  /** A failure is explained once somebody looks: the rules are fetched for it. */
  readonly isOpen: boolean;
};

/** The opened row: what the endpoint offers or why it fails, each stage with its time, each address, the conversation. */
export function EndpointDetails({ row, context, isOpen }: Props) {
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
      {isOpen && outcome?.status === 'failed' && (
        <FailureFinding evidence={rowEvidence(row, outcome.failure, context.run)} />
      )}
      <StageTable stages={report.stages} port={endpoint.port} isSettled={outcome !== undefined || !context.isRunning} />
      <AttemptTable
        attempts={context.run.attempts.filter((attempt) => attempt.endpoint === row.id)}
        port={endpoint.port}
      />
      <Conversation lines={report.transcript} port={endpoint.port} />
      <p>
        {isUsual(role) ? (
          <Link href={`/ports#${role}`}>What port {role} is</Link>
        ) : (
          <Link href="/ports">What ports are, and which one to use</Link>
        )}
      </p>
    </div>
  );
}
