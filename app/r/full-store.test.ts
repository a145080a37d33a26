import { expect, it, vi } from 'vitest';
import { hostedStore, origin } from '@/e2e/lab/hosted-store';
import { sampleReport } from '@/e2e/lab/sample-report';
import { keptArrivals } from '@/app/api/kept-arrivals';
import { POST } from '@/app/api/reports/route';
import { GET as read } from './[id]/route';

await hostedStore({ OUTPORT_STORE_ROWS: '2' });

const headers = { host: 'outport.example.com', 'Content-Type': 'application/json' };
const make = () => POST(new Request(`${origin}/api/reports`, { method: 'POST', headers, body: sampleReport }));

it('a full store refuses the new report, still shows the others, tells the operator once, and costs a message no more than its link', async () => {
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const kept = [await make(), await make()];
  expect(kept.map(({ status }) => status)).toEqual([201, 201]);
  for (let time = 0; time < 3; time += 1) {
    const refused = await make();
    expect([refused.status, await refused.json()]).toEqual([507, { error: 'store-full' }]);
    expect(refused.headers.get('cache-control')).toBe('no-store');
  }
  for (const answer of kept) {
    const { id, path } = (await answer.json()) as { readonly id: string; readonly path: string };
    const page = await read(new Request(`${origin}${path}`, { headers }), { params: Promise.resolve({ id }) });
    expect(page.status).toBe(200);
  }
  const arrivals = await keptArrivals();
  expect(await arrivals?.linkFor('<sent@shop.test>')).toBeUndefined();
  expect(written).toEqual([expect.stringMatching(/^Outport: the store is full\. [^\n]*OUTPORT_STORE_MB[^\n]*\n$/)]);
});
