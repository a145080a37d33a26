/** An endpoint's state → the words of its row. One status word, one plain sentence; the colour only repeats the word. */
import type { Stage } from '@/lib/smtp/outcome';
import type { EndpointReport } from './report';

export type RowTone = 'waiting' | 'running' | 'works' | 'fails' | 'muted';
export type RowStatus = { readonly word: string; readonly detail: string; readonly tone: RowTone };

const stageWords: Readonly<Record<Stage, string>> = {
  resolve: 'Looking up',
  connect: 'Connecting',
  tls: 'Securing',
  greeting: 'Reading greeting',
  ehlo: 'Asking',
  starttls: 'Starting TLS',
  auth: 'Logging in',
  'mail-from': 'Naming the sender',
  'rcpt-to': 'Naming the recipient',
  data: 'Handing over',
};

/** `role` is the port it is, or plays; `offered` says whether the provider's table has this port, `by` who does not offer it. */
export function rowStatus(
  report: EndpointReport,
  role: number,
  offered: boolean,
  by: string,
  stopped: boolean,
): RowStatus {
  const { outcome, stages, endpoint } = report;
  if (outcome === undefined) {
    if (stopped) return { word: 'Not tested', detail: '', tone: 'muted' };
    const last = stages.at(-1);
    return last === undefined
      ? { word: 'Waiting', detail: '', tone: 'waiting' }
      : { word: stageWords[last.stage], detail: '', tone: 'running' };
  }
  const absent = offered ? '' : `Not offered by ${by}`;
  if (outcome.status === 'usable') {
    if (endpoint.security === 'cleartext')
      return { word: 'Works, with a warning', detail: 'Not encrypted', tone: 'muted' };
    return { word: 'Works', detail: absent === '' ? '' : `${absent}, works all the same`, tone: 'works' };
  }
  if (outcome.status === 'not-tested')
    return {
      word: 'Not tested',
      detail: outcome.reason === 'not-admitted' ? 'This address is not reached from here' : '',
      tone: 'muted',
    };
  const { failure } = outcome;
  const silent = failure.kind === 'timed-out';
  const word = silent && failure.stage === 'connect' ? 'No answer' : 'Does not work';
  const detail = absent !== '' ? absent : silent ? `waited ${Math.round(failure.afterMs / 1000)} s` : '';
  return { word, detail, tone: role === 25 || !offered ? 'muted' : 'fails' };
}

/** The stage's name as a person reads it. */
export function stageName(stage: Stage, secured: boolean): string {
  const names: Readonly<Record<Stage, string>> = {
    resolve: 'Look up',
    connect: 'Connect',
    tls: 'Encrypt',
    greeting: 'Greeting',
    ehlo: 'EHLO',
    starttls: 'STARTTLS',
    auth: 'Log in',
    'mail-from': 'Sender',
    'rcpt-to': 'Recipient',
    data: 'Message',
  };
  return secured && stage === 'ehlo' ? 'EHLO, encrypted' : names[stage];
}
