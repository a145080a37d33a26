/** Events → what is known about each endpoint. A fold: the same events give the same report, in plan order. */
import type { Stage, DeliveryOutcome, ProbeOutcome, TranscriptLine } from '@/lib/smtp/outcome';
import type { Attempt, Facts, MessageEvent, PlannedEndpoint, ProbeEvent } from './events';

/** One stage of one endpoint; `tookMs` is there once it passed. Times are milliseconds since admission. */
export type StageRecord = {
  readonly stage: Stage;
  readonly secured: boolean;
  readonly startedAt: number;
  readonly tookMs?: number;
  readonly facts?: Facts;
  readonly address?: string;
};

export type EndpointReport = {
  readonly id: string;
  readonly endpoint: PlannedEndpoint;
  readonly stages: readonly StageRecord[];
  readonly outcome?: ProbeOutcome;
  readonly settledAt?: number;
  readonly transcript: readonly TranscriptLine[];
};

export type ProbeReport = {
  readonly endpoints: readonly EndpointReport[];
  readonly attempts: readonly Attempt[];
  /** `finished` arrived; without it the connection to Outport broke. */
  readonly finished: boolean;
  /** Outport itself failed. */
  readonly broken: boolean;
  /** The newest event's time. */
  readonly at: number;
};

export const emptyProbeReport: ProbeReport = { endpoints: [], attempts: [], finished: false, broken: false, at: 0 };

export type DeliveryReport = {
  readonly endpoint?: PlannedEndpoint;
  readonly stages: readonly StageRecord[];
  readonly outcome?: DeliveryOutcome;
  readonly transcript: readonly TranscriptLine[];
  readonly attempts: readonly Attempt[];
  readonly broken: boolean;
  readonly at: number;
};

export const emptyDeliveryReport: DeliveryReport = { stages: [], transcript: [], attempts: [], broken: false, at: 0 };

type StageEvent = Extract<ProbeEvent, { event: 'stage-started' | 'stage-passed' }>;

function foldStage(stages: readonly StageRecord[], event: StageEvent): readonly StageRecord[] {
  if (event.event === 'stage-started') {
    const { stage, secured, at: startedAt, address } = event;
    return [...stages, { stage, secured, startedAt, ...(address === undefined ? {} : { address }) }];
  }
  const same = (record: StageRecord) =>
    record.stage === event.stage && record.secured === event.secured && record.tookMs === undefined;
  return stages.map((record) => (same(record) ? { ...record, tookMs: event.tookMs, facts: event.facts } : record));
}

/** One more event of a probe → the report with it. Events of unknown endpoints change nothing. */
export function foldProbe(report: ProbeReport, event: ProbeEvent): ProbeReport {
  const at = event.at;
  const change = (id: string, next: (endpoint: EndpointReport) => EndpointReport): ProbeReport => ({
    ...report,
    at,
    endpoints: report.endpoints.map((endpoint) => (endpoint.id === id ? next(endpoint) : endpoint)),
  });
  switch (event.event) {
    case 'planned':
      return {
        ...emptyProbeReport,
        at,
        endpoints: event.endpoints.map((endpoint) => ({ id: endpoint.id, endpoint, stages: [], transcript: [] })),
      };
    case 'stage-started':
    case 'stage-passed':
      return change(event.endpoint, (endpoint) => ({ ...endpoint, stages: foldStage(endpoint.stages, event) }));
    case 'endpoint-settled':
      return change(event.endpoint, (endpoint) => ({
        ...endpoint,
        outcome: event.outcome,
        settledAt: at,
        transcript: event.transcript,
      }));
    case 'failed':
      return { ...report, at, broken: true };
    case 'finished':
      return { ...report, at, finished: true, attempts: event.attempts };
  }
}

/** One more event of a test message → the report with it. */
export function foldMessage(report: DeliveryReport, event: MessageEvent): DeliveryReport {
  const at = event.at;
  switch (event.event) {
    case 'planned':
      return {
        ...emptyDeliveryReport,
        at,
        ...(event.endpoints[0] === undefined ? {} : { endpoint: event.endpoints[0] }),
      };
    case 'stage-started':
    case 'stage-passed':
      return { ...report, at, stages: foldStage(report.stages, event) };
    case 'failed':
      return { ...report, at, broken: true };
    case 'settled':
      return { ...report, at, outcome: event.outcome, transcript: event.transcript, attempts: event.attempts };
  }
}
