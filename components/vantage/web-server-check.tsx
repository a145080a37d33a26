'use client';
import { useEffect, useRef, useState } from 'react';
import type { RunFacts } from '@/components/probe/row-evidence';
import { useDraft } from '@/components/wizard/draft-context';
import type { PortThere } from '@/lib/wizard/draft';
import { CheckWays, hourOf } from './check-ways';
import { PasteResult } from './paste-result';
import { TwoVantages } from './two-vantages';
import { useWebCheck } from './use-web-check';

export type WebServerCheckProps = {
  readonly run: RunFacts;
  /** Goes on with a port that works from the web server. */
  readonly onUse: (choice: PortThere) => void;
  /** Hears which port is recommended for the web server; undefined while there is none. */
  readonly onAdvise: (choice: PortThere | undefined) => void;
};

/** The same ports, tried from where the mail of a site leaves: a small file for the web server, and its result. */
export function WebServerCheck({ run: facts, onUse, onAdvise }: WebServerCheckProps) {
  const { report } = useDraft();
  const endpoints = facts.rows.map(({ planned: { endpoint } }) => endpoint);
  const { run, taken, fresh, refusal, begin, take } = useWebCheck(endpoints);
  const [isOpen, setOpen] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fresh > 0) result.current?.focus();
  }, [fresh]);
  const open = () => {
    setOpen(true);
    if (run === undefined) begin();
  };
  // A result that a link brought back opens this by itself, taken or refused.
  if (!isOpen && taken === undefined && refusal === undefined)
    return (
      <section className="notice">
        <p>
          <strong>Does your mail leave from a web server?</strong> What works here may be closed there. Outport can make
          a small file that tries the same ports from your web server. No password is in it.
        </p>
        <p>
          <button type="button" onClick={open}>
            Try from my web server
          </button>
        </p>
      </section>
    );
  return (
    <section aria-labelledby="web-server-check">
      <h2 id="web-server-check">From your web server</h2>
      {taken === undefined && run !== undefined && (
        <>
          <CheckWays run={run} />
          <PasteResult refusal={refusal} onTake={take} />
        </>
      )}
      <div ref={result} tabIndex={-1}>
        {taken !== undefined && report !== undefined && (
          <TwoVantages facts={facts} here={report} taken={taken} onUse={onUse} onAdvise={onAdvise} />
        )}
      </div>
      {taken !== undefined && run !== undefined && (
        <details className="disclosure" open={refusal !== undefined}>
          <summary>Was something changed at the host?</summary>
          <p>Run the same file again until {hourOf(run)}: its newer result takes the place of this one.</p>
          <PasteResult refusal={refusal} onTake={take} />
        </details>
      )}
      <p>
        <button type="button" onClick={begin}>
          Make a new check file
        </button>
      </p>
    </section>
  );
}
