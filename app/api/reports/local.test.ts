import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { POST as ask } from '@/app/api/arrivals/route';
import { DELETE, GET, POST } from './route';

const folder = mkdtempSync(join(tmpdir(), 'outport-local-'));
vi.stubEnv('OUTPORT_MODE', 'local');
vi.stubEnv('PORT', '3000');
vi.stubEnv('OUTPORT_DATA', folder);
afterAll(() => rmSync(folder, { recursive: true }));

const origin = 'http://127.0.0.1:3000';
const report = {
  version: 1,
  made: '2026-11-24T10:06:00.000Z',
  vantage: 'local',
  host: 'mail.example.com',
  ports: [],
  findings: [],
  masked: true,
};

const request = (method: string, path: string, body?: unknown) =>
  new Request(`${origin}${path}`, {
    method,
    headers: { host: '127.0.0.1:3000', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

it('in local mode, where nobody else could open it, nothing is kept and no file is made', async () => {
  expect((await POST(request('POST', '/api/reports', report))).status).toBe(404);
  expect((await DELETE(request('DELETE', '/api/reports', { id: 'x', deleteToken: 'y' }))).status).toBe(404);
  expect((await ask(request('POST', '/api/arrivals', { messageId: '<x@shop.test>' }))).status).toBe(404);
  expect(readdirSync(folder)).toEqual([]);
});

it('other methods are told which there are', () => {
  const answer = GET(request('GET', '/api/reports'));
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, DELETE']);
});
