import { expect, test } from 'vitest';
import type { ProbeEvent } from '@/lib/probe/events';
import { streamEvents } from './event-stream';

const planned: ProbeEvent = { event: 'planned', at: 0, endpoints: [] };
const finished: ProbeEvent = { event: 'finished', at: 1.5, attempts: [] };
const post = (signal?: AbortSignal) =>
  new Request('http://127.0.0.1:3000/api/probe', { method: 'POST', ...(signal === undefined ? {} : { signal }) });

test('events go out one line each, as they happen, and nothing may keep or change them', async () => {
  let release: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (release = resolve));
  let ends = 0;
  async function* events() {
    yield planned;
    await waiting;
    yield finished;
  }
  const response = streamEvents(post(), events, () => (ends += 1));
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('{"event":"planned","at":0,"endpoints":[]}\n');
  release();
  expect((await reader?.read())?.value).toBe('{"event":"finished","at":1.5,"attempts":[]}\n');
  expect((await reader?.read())?.done).toBe(true);
  expect(ends).toBe(1);
});

test.each(['reader', 'request'])(
  'when the %s goes away the run is stopped, and that is no fault of ours',
  async (who) => {
    const leaving = new AbortController();
    let stopped = 0;
    let ends = 0;
    async function* events(signal: AbortSignal) {
      try {
        yield planned;
        if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
        yield finished;
      } finally {
        stopped += 1;
      }
    }
    const response = streamEvents(post(leaving.signal), events, () => (ends += 1));
    const reader = response.body?.getReader();
    await reader?.read();
    if (who === 'request') leaving.abort();
    else await reader?.cancel();
    if (who === 'request') while ((await reader?.read())?.done === false);
    await expect.poll(() => stopped).toBe(1);
    expect(ends).toBe(1);
  },
);
