'use client';
import { useEffect, useEffectEvent } from 'react';
import { FindingCard } from '@/components/findings/finding-card';
import type { RunFacts } from '@/components/probe/row-evidence';
import { securityNames } from '@/components/probe/security-names';
import { useDraft } from '@/components/wizard/draft-context';
import { CopyButton } from '@/components/ui/copy-button';
import type { ComparedRow } from '@/lib/diagnosis/compared-row';
import { sideBySide } from '@/lib/diagnosis/side-by-side';
import { supportRequest } from '@/lib/diagnosis/support-request';
import { hostNotes } from '@/lib/hosts/catalog';
import type { EndpointReport, ProbeReport } from '@/lib/probe/report';
import { rowStatus } from '@/lib/probe/row-status';
import { hostProblemSentences } from '@/lib/vantage/host-problem';
import type { PortThere } from '@/lib/wizard/draft';
import { readableMoment } from '@/lib/wizard/proof';
import { vantageName } from '@/lib/wizard/vantage-words';
import type { TakenCheck } from './use-web-check';
import styles from './two-vantages.module.css';

type Props = {
  readonly facts: RunFacts;
  readonly here: ProbeReport;
  readonly taken: TakenCheck;
  readonly onUse: (choice: PortThere) => void;
  /** Hears which port is recommended for the web server, if any. */
  readonly onAdvise: (choice: PortThere | undefined) => void;
};

/** How it went, and the short reason; a reason that names the computer is about the web server there. */
function status(report: EndpointReport | undefined): { readonly word: string; readonly detail: string } {
  if (report === undefined) return { word: 'Not tested', detail: '' };
  return rowStatus(report, { role: report.endpoint.port, notOffered: undefined, isRunning: false });
}

function Row({ row }: { readonly row: ComparedRow }) {
  const { here, there } = row;
  const { port, security } = there.endpoint;
  const [seenHere, seenThere] = [status(here), status(there)];
  return (
    <tr>
      <th scope="row">
        {port} <small>{securityNames[security]}</small>
      </th>
      <td>
        {seenHere.word} <small>{seenHere.detail}</small>
      </td>
      <td>
        <strong>{seenThere.word}</strong> <small>{seenThere.detail.replace('this computer', 'the web server')}</small>
      </td>
    </tr>
  );
}

/** Both vantages row by row, what the difference means, and the port for the web server. */
export function TwoVantages({ facts, here, taken, onUse, onAdvise }: Props) {
  const { mode } = useDraft();
  const { result, report: there } = taken;
  const { rows, findings, recommendation } = sideBySide({
    here,
    there,
    provider: facts.known.provider,
    credentials: facts.username !== undefined,
    hostNotes,
  });
  const at = new Date(result.at);
  const letter = supportRequest(rows, at);
  const best = recommendation.status === 'recommended' ? recommendation.report.endpoint : undefined;
  const seenAt = at.toISOString();
  const portThere = best === undefined ? undefined : { port: best.port, security: best.security, seenAt };
  const advise = useEffectEvent(() => onAdvise(portThere));
  useEffect(() => {
    advise();
    return () => onAdvise(undefined);
  }, [taken, onAdvise]);
  return (
    <>
      <p>Tried from your web server on {readableMoment(seenAt)}, by its own clock.</p>
      {result.problems.map((problem) => (
        <p key={problem} className="notice warning">
          {hostProblemSentences[problem]}
        </p>
      ))}
      {rows.length > 0 && (
        <table className={styles.rows}>
          <caption className="visually-hidden">Each port from here and from the web server</caption>
          <thead>
            <tr>
              <th scope="col">Port</th>
              <th scope="col">From {vantageName[mode]}</th>
              <th scope="col">From your web server</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && findings.map((finding) => <FindingCard key={finding.ruleId} finding={finding} />)}
      {rows.length > 0 && (
        <div className={best === undefined ? 'notice warning' : 'notice ok'}>
          <p>{recommendation.reason}</p>
          {portThere !== undefined && (
            <p>
              <button type="button" className="button-primary" onClick={() => onUse(portThere)}>
                Use port {portThere.port} for the web server
              </button>
            </p>
          )}
        </div>
      )}
      {letter !== undefined && (
        <details className="disclosure">
          <summary>A letter to your web host’s support</summary>
          <pre className={styles.letter} tabIndex={0} role="region" aria-label="The letter">
            {letter}
          </pre>
          <CopyButton label="the letter" text={letter} isNamed />
        </details>
      )}
    </>
  );
}
