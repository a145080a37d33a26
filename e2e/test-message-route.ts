/** POST /api/test-message from outside the wizard, as docs/api.md has it. */
import { expect, type APIRequestContext } from '@playwright/test';

type Security = 'implicit-tls' | 'starttls' | 'cleartext';
export type MessageBody = {
  readonly endpoint: { readonly host: string; readonly port: number; readonly security: Security };
  readonly username?: string;
  readonly password?: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
};
export type Settled = {
  readonly event: 'settled';
  readonly outcome: {
    readonly status: string;
    readonly queueId?: string;
    readonly failure?: { readonly kind: string; readonly stage: string; readonly reason?: string };
  };
  readonly transcript: readonly { readonly from: 'client' | 'server'; readonly text: string }[];
};

/** A body → the whole answer as it came, and its last event. */
export async function postTestMessage(
  request: APIRequestContext,
  data: MessageBody,
): Promise<{ readonly raw: string; readonly settled: Settled }> {
  const response = await request.post('/api/test-message', { data });
  expect(response.status()).toBe(200);
  const raw = await response.text();
  const settled = JSON.parse(raw.trim().split('\n').at(-1) ?? '') as Settled;
  expect(settled.event).toBe('settled');
  return { raw, settled };
}
