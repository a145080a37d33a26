import { expect, test } from 'vitest';
import { planPorts } from '@/lib/probe/plan';
import { emptyProbeReport, foldProbe } from '@/lib/probe/report';
import { endpointId } from '@/lib/smtp/endpoint';
import { googleWorkspace as provider } from '@/lib/providers/google-workspace';
import { portRows, underRole } from './port-rows';

const plan = planPorts({ host: 'mail.example.com', ports: [] });

test('every row is there before the first event, and in plan order whatever order the answers come in', () => {
  expect(portRows(plan, undefined, {}, true).map(({ status }) => status.word)).toEqual(Array(4).fill('Waiting'));
  const endpoints = plan.map(({ endpoint }) => ({ id: endpointId(endpoint), ...endpoint })).reverse();
  const planned = foldProbe(emptyProbeReport, { event: 'planned', at: 0, endpoints });
  const report = foldProbe(planned, {
    event: 'endpoint-settled',
    at: 5,
    endpoint: endpoints[0]?.id ?? '',
    outcome: { status: 'failed', failure: { stage: 'connect', secured: false, kind: 'refused' } },
    transcript: [],
  });
  const rows = portRows(plan, report, {}, true);
  expect(rows.map(({ planned: { role } }) => role)).toEqual([465, 587, 2525, 25]);
  expect(rows.map(({ status }) => status.word)).toEqual(['Waiting', 'Waiting', 'Waiting', 'Does not work']);
});

test('a port outside the provider’s table names who does not offer it', () => {
  const [variant] = provider.variants;
  const [, , row] = portRows(planPorts({ host: variant.host, variant, ports: [] }), undefined, { provider }, false);
  expect(row?.planned).toMatchObject({ offered: false, role: 2525 });
});

test('rules about port numbers see a practice port under the number it stands for', () => {
  const played = planPorts({ host: 'localhost', ports: [{ port: 40001, security: 'starttls', plays: 25 }] });
  const [row] = portRows(played, undefined, {}, true);
  if (row === undefined) throw new Error('no row');
  expect(underRole(row).endpoint.port).toBe(25);
  expect(underRole(row).id).toBe('localhost:40001/starttls');
});
