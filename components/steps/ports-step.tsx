'use client';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { CleartextOffer } from '@/components/probe/cleartext-offer';
import { ContinueButton } from '@/components/probe/continue-button';
import { EndpointList } from '@/components/probe/endpoint-list';
import { PortAdvice } from '@/components/probe/port-advice';
import { useAnnouncements } from '@/components/probe/use-announcements';
import { useLong } from '@/components/probe/use-long';
import { usePortTest } from '@/components/probe/use-port-test';
import { ReportSection } from '@/components/report/report-section';
import { useDraft } from '@/components/wizard/draft-context';
import { clearReason, StepFrame } from '@/components/wizard/step-frame';
import { isThisComputer } from '@/lib/diagnosis/address-literal';
import { timeAxis } from '@/lib/probe/time-axis';
import { choosePort, type PortChoice, type PortThere } from '@/lib/wizard/draft';
import type { PortRow } from '@/lib/wizard/port-rows';
import { stepPath, type StepId } from '@/lib/wizard/steps';
import { vantageSentence } from '@/lib/wizard/vantage-words';

const WebServerCheck = lazy(() =>
  import('@/components/vantage/web-server-check').then((file) => ({ default: file.WebServerCheck })),
);

/** Question 3: which port works from here? Tries them all at once and tells each stage as it happens. */
export function PortsStep() {
  const { setDraft, report, mode } = useDraft();
  const router = useRouter();
  const test = usePortTest();
  const { host, rows, best, advice, isRunning, isOver, isUsable } = test;
  const isLong = useLong(isRunning, 3000);
  const [chosenId, setChosenId] = useState<string>();
  const [forWebServer, setForWebServer] = useState<PortThere>();
  const chosen = rows.find((row) => row.id === chosenId && isUsable(row));
  const working = rows.filter(isUsable).length;
  const summary = isOver ? `${working} of ${rows.length} ports work` : '';
  const announced = useAnnouncements(isRunning, rows, {
    opening: `Testing ${rows.length} ports on ${host}`,
    summary: isOver ? `${summary}.` : '',
  });
  const go = (choice: PortChoice, connects: boolean, step: StepId, seenThere?: string) => {
    test.stop();
    clearReason();
    setDraft((before) => choosePort(before, choice, connects, seenThere));
    router.push(stepPath(step));
  };
  const choiceOf = ({ planned: { endpoint } }: PortRow): PortChoice => ({
    port: endpoint.port,
    security: endpoint.security,
  });
  const context = {
    axis: timeAxis(rows.map((row) => row.report)),
    at: report?.at ?? 0,
    recommended: advice.status === 'recommended' && advice.final ? best?.id : undefined,
    chosen: chosen?.id,
    run: test.run,
    isRunning,
    isUsable,
    onChoose: (row: PortRow) => setChosenId(row.id === chosenId ? undefined : row.id),
  };
  const worksHere = ({ port, security }: PortChoice) =>
    rows.some(
      (row) => isUsable(row) && row.planned.endpoint.port === port && row.planned.endpoint.security === security,
    );
  // A port that works from the web server alone cannot be tested from here: on to the settings, which say so.
  const goForWebServer = ({ seenAt, ...choice }: PortThere) =>
    go(choice, worksHere(choice), worksHere(choice) ? 'test' : 'settings', seenAt);
  const next = chosen ?? best;
  // The mail leaves from there, so what was recommended from here comes second.
  const goesThere = forWebServer !== undefined && chosen === undefined;
  const [first] = rows;
  const heading = !isOver
    ? 'Which port works from here?'
    : best === undefined
      ? advice.status === 'unencrypted'
        ? `Port ${advice.endpoint.port} answers, without encryption`
        : 'No port works from here'
      : `Port ${best.planned.endpoint.port} works from here`;
  return (
    <StepFrame
      step="ports"
      heading={heading}
      lede={
        <>
          {vantageSentence[mode]} Every port of <code>{host}</code> is tried at once. No password is sent.
        </>
      }
      state={isRunning ? 'Testing…' : isOver ? summary : undefined}
    >
      <p role="status" className="visually-hidden">
        {announced}
      </p>
      {test.trouble !== undefined && <p className="notice warning">{test.trouble}</p>}
      <EndpointList rows={rows} context={context} />
      <div className="toolbar">
        <button type="button" onClick={isRunning ? test.stop : test.again}>
          {isRunning ? 'Stop' : 'Test again'}
        </button>
        {isLong && <span className="hint">A port that does not answer takes about 5 seconds.</span>}
      </div>
      <PortAdvice test={test} />
      {isOver && !isThisComputer(host) && (
        <Suspense>
          <WebServerCheck run={test.run} onUse={goForWebServer} onAdvise={setForWebServer} />
        </Suspense>
      )}
      {isOver && advice.status === 'unencrypted' && (
        <CleartextOffer
          advice={advice}
          onUse={() => go({ port: advice.endpoint.port, security: 'cleartext' }, false, 'test')}
        />
      )}
      {isOver && best === undefined && <ReportSection />}
      <div className="actions">
        <button type="button" onClick={() => router.push(stepPath('account'))}>
          Back
        </button>
        {goesThere && (
          <button className="button-primary" type="button" onClick={() => goForWebServer(forWebServer)}>
            Continue with port {forWebServer.port} for the web server
          </button>
        )}
        {!goesThere && next !== undefined && (
          <ContinueButton row={next} onPress={(row) => go(choiceOf(row), true, 'test')} />
        )}
        {!goesThere && next === undefined && isOver && advice.status !== 'unencrypted' && first !== undefined && (
          <button className="button-primary" type="button" onClick={() => go(choiceOf(first), false, 'settings')}>
            Continue with port {first.planned.endpoint.port}, not tested
          </button>
        )}
      </div>
    </StepFrame>
  );
}
