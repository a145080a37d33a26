'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { EndpointRow } from '@/components/probe/endpoint-row';
import styles from '@/components/probe/board.module.css';
import { useProbe } from '@/components/probe/use-probe';
import { useDraft } from '@/components/wizard/draft-context';
import { usePractice } from '@/components/wizard/practice';
import { clearReason, StepFrame } from '@/components/wizard/step-frame';
import { recommend, usableFor } from '@/lib/diagnosis/recommend';
import { planPorts } from '@/lib/probe/plan';
import type { EndpointReport } from '@/lib/probe/report';
import { findProvider, findProviderByHost } from '@/lib/providers/catalog';
import { choosePort } from '@/lib/wizard/draft';

/** Question 3: which port works from here? Tries them all at once and tells each stage as it happens. */
export function PortsStep() {
  const { draft, setDraft, report, setReport, mode, ready } = useDraft();
  const router = useRouter();
  const practice = usePractice();
  const { running, trouble, start, stop } = useProbe(setReport);
  const [announced, setAnnounced] = useState('');
  const { account } = draft;
  const isPractice = draft.provider === 'practice';
  const known = account === undefined ? undefined : findProviderByHost(account.host);
  const provider = findProvider(draft.provider) ?? known?.provider;
  const variant = provider?.variants.find(({ id }) => id === account?.variant) ?? known?.variant;
  const plan = useMemo(() => {
    if (account === undefined) return [];
    if (isPractice)
      return account.ports.map(({ port, security }) => ({
        endpoint: { host: account.host, port, security },
        offered: true,
      }));
    return planPorts({ host: account.host, ports: account.ports, ...(variant === undefined ? {} : { variant }) });
  }, [account, isPractice, variant]);
  const test = useCallback(() => start(plan.map(({ endpoint }) => endpoint)), [plan, start]);
  const begins = ready && account !== undefined && report === undefined && !running && trouble === undefined;
  useEffect(() => {
    if (begins) test();
  }, [begins, test]);
  const reports = report?.endpoints ?? [];
  const credentials = account?.login ?? true;
  const practiceRank = (entry: EndpointReport) =>
    practice?.ports.find(({ port }) => port === entry.endpoint.port)?.plays;
  const advice = recommend(
    isPractice
      ? reports.map((entry) => ({
          ...entry,
          endpoint: { ...entry.endpoint, port: practiceRank(entry) ?? entry.endpoint.port },
        }))
      : reports,
    { provider, credentials },
  );
  const best = advice.status === 'recommended' ? reports.find(({ id }) => id === advice.report.id) : undefined;
  const working = reports.filter((entry) => usableFor(entry, credentials));
  const settled = reports.filter(({ outcome }) => outcome !== undefined).length;
  const isOver = report !== undefined && !running;
  const summary = isOver ? `${working.length} of ${reports.length} ports work` : '';
  useEffect(() => {
    const timer = setTimeout(
      () =>
        setAnnounced(
          running
            ? `Testing ${plan.length} ports on ${account?.host ?? ''}. ${settled} settled, ${working.length} work.`
            : summary,
        ),
      running && settled > 0 ? 1000 : 0,
    );
    return () => clearTimeout(timer);
  }, [running, settled, working.length, summary, plan.length, account?.host]);
  const go = (entry: EndpointReport) => {
    stop();
    clearReason();
    setDraft((before) => choosePort(before, { port: entry.endpoint.port, security: entry.endpoint.security }, true));
    router.push('/setup/test');
  };
  const scale = Math.max(
    100,
    ...reports.map(({ settledAt, stages }) =>
      Math.min(
        settledAt ?? 0,
        stages.reduce((end, stage) => Math.max(end, stage.startedAt + (stage.tookMs ?? 0)), 0) * 1.25,
      ),
    ),
  );
  const context = {
    scale,
    at: report?.at ?? 0,
    stopped: !running,
    recommended: advice.status === 'recommended' && advice.final ? best?.id : undefined,
    provider,
    variant,
    offered: (port: number) => plan.find(({ endpoint }) => endpoint.port === port)?.offered ?? true,
    plays: (port: number) => practice?.ports.find((entry) => isPractice && entry.port === port)?.plays,
    onUse: go,
    canUse: (entry: EndpointReport) => usableFor(entry, credentials),
  };
  const chooseUntested = () => {
    const [first] = plan;
    if (first === undefined) return;
    setDraft((before) => choosePort(before, { port: first.endpoint.port, security: first.endpoint.security }, false));
    router.push('/setup/settings');
  };
  const heading = !isOver
    ? 'Which port works from here?'
    : best === undefined
      ? 'No port works from here'
      : `Port ${context.plays(best.endpoint.port) ?? best.endpoint.port} works from here`;
  const vantage =
    mode === 'local'
      ? 'Tried from this computer. Your web host may block ports that work here.'
      : 'Tried from Outport’s server, not from your web host or your computer.';
  return (
    <StepFrame
      step="ports"
      heading={heading}
      lede={
        <>
          {vantage} Every port of <code>{account?.host}</code> is tried at once. No password is sent.
        </>
      }
      documentTitle={
        running ? 'Testing… Test the connection' : isOver ? `${summary} – Test the connection` : 'Test the connection'
      }
    >
      <p role="status" className="visually-hidden">
        {announced}
      </p>
      {trouble !== undefined && <p className="notice warning">{trouble}</p>}
      <div className={styles.axis} aria-hidden="true">
        <span>0</span>
        <span>{Math.round(scale / 2)} ms</span>
        <span>{Math.round(scale)} ms</span>
      </div>
      <ol className={styles.board} aria-busy={running} aria-label="Ports">
        {reports.map((entry) => (
          <EndpointRow key={entry.id} report={entry} context={context} />
        ))}
      </ol>
      <ul className={styles.legend} aria-hidden="true">
        {(['resolve', 'connect', 'greeting', 'ehlo', 'encrypt'] as const).map((name, index) => (
          <li key={name}>
            <svg width="10" height="10">
              <rect className={styles[name]} width="10" height="10" />
            </svg>
            {['Look up', 'Connect', 'Greeting', 'EHLO', 'Encrypt'][index]}
          </li>
        ))}
      </ul>
      {running && settled < reports.length && (
        <p className="hint">A port that does not answer takes about 5 seconds; it does not hold the others back.</p>
      )}
      {advice.status === 'recommended' && advice.final && (
        <p className="notice ok">
          {isPractice
            ? `Port ${best?.endpoint.port ?? ''} plays the part of ${advice.report.endpoint.port}. ${advice.reason}`
            : advice.reason}
          {advice.note === undefined ? '' : ` ${advice.note}`}
        </p>
      )}
      {isOver && advice.status === 'none' && (
        <p className="notice warning">{advice.reason} Open a row to see what happened there.</p>
      )}
      <p>
        {running ? (
          <button type="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="button" onClick={test}>
            Test again
          </button>
        )}
      </p>
      <div className="actions">
        <button type="button" onClick={() => router.push('/setup/account')}>
          Back
        </button>
        {best !== undefined && (
          <button className="button-primary" type="button" onClick={() => go(best)}>
            Continue with port {best.endpoint.port}
          </button>
        )}
        {best === undefined && isOver && (
          <button className="button-primary" type="button" onClick={chooseUntested}>
            Continue without a test
          </button>
        )}
      </div>
    </StepFrame>
  );
}
