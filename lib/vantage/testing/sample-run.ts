import type { ProbeEvent } from '@/lib/probe/events';
import { endpointId, type Endpoint } from '@/lib/smtp/endpoint';
import type { CheckResult } from '../check-result';
import { makeCheckRun, toBase64url, type CheckRun } from '../check-run';
import { blockBegin, blockEnd, fromBase64url } from '../check-token';

const returnAddress = 'http://127.0.0.1:3000/setup/ports';

export const sampleEndpoints: readonly Endpoint[] = [
  { host: 'smtp.example.com', port: 465, security: 'implicit-tls' },
  { host: 'smtp.example.com', port: 587, security: 'starttls' },
];

/** A run made at this moment, in milliseconds. */
export function sampleRun(endpoints: readonly Endpoint[] = sampleEndpoints, nowMs: number = Date.now()): CheckRun {
  return makeCheckRun({ endpoints: [...endpoints], returnAddress, version: '1.2.3' }, nowMs);
}

/** A probe that found every endpoint refused. */
export function refusedEverywhere(endpoints: readonly Endpoint[]): ProbeEvent[] {
  return [
    {
      event: 'planned',
      at: 0,
      endpoints: endpoints.map((endpoint) => ({ id: endpointId(endpoint), ...endpoint })),
    },
    ...endpoints.map((endpoint) => ({
      event: 'endpoint-settled' as const,
      at: 1,
      endpoint: endpointId(endpoint),
      outcome: {
        status: 'failed' as const,
        failure: { stage: 'connect' as const, secured: false, kind: 'refused' as const },
      },
      transcript: [],
    })),
    { event: 'finished', at: 2, attempts: [] },
  ];
}

export function resultOf(run: CheckRun): CheckResult {
  return {
    run: run.id,
    version: run.version,
    at: run.madeAt * 1000 + 60_000,
    by: 'php-web',
    php: '8.2.0',
    problems: [],
    events: refusedEverywhere(run.endpoints),
  };
}

/** Signs any content as the file does, written down here a second time. */
export async function tokenOf(run: CheckRun, content: string, packing = 'j', version = 'outport1'): Promise<string> {
  const signed = `${version}.${run.id}.${packing}.${content}`;
  const secret = fromBase64url(run.secret) ?? new Uint8Array();
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed));
  return `${signed}.${toBase64url(new Uint8Array(signature))}`;
}

/** A value as the content of a token that is not packed. */
export const plain = (value: unknown): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)));

export function blockOf(token: string): string {
  return `${blockBegin}\n${token.replace(/.{1,64}/g, '$&\n')}${blockEnd}\n`;
}
