import { describe, expect, test } from 'vitest';
import { loadProviders } from '@/lib/providers/catalog';
import { googleWorkspace } from '@/lib/providers/google-workspace';
import { planPorts } from './plan';

const providers = await loadProviders();
const ports = (planned: ReturnType<typeof planPorts>) => planned.map(({ endpoint }) => endpoint.port);

describe('what is tried', () => {
  test('the usual four, submission first and the relay port last, for a server nobody knows', () => {
    const plan = planPorts({ host: 'mail.example.com', ports: [] });
    expect(ports(plan)).toEqual([465, 587, 2525, 25]);
    expect(plan.map(({ endpoint }) => endpoint.security)).toEqual(['implicit-tls', 'starttls', 'starttls', 'starttls']);
    expect(plan.every(({ offered }) => offered)).toBe(true);
  });

  test('what the person says of a port wins over its usual kind, and other ports stand before 25', () => {
    const plan = planPorts({
      host: 'mail.example.com',
      ports: [
        { port: 587, security: 'implicit-tls' },
        { port: 8025, security: 'starttls' },
        { port: 2587, security: 'starttls' },
      ],
    });
    expect(ports(plan)).toEqual([465, 587, 2525, 2587, 8025, 25]);
    expect(plan[1]?.endpoint.security).toBe('implicit-tls');
  });

  test('a port that the provider does not have is tried, and marked', () => {
    const [mailbox] = googleWorkspace.variants;
    const plan = planPorts({ host: mailbox.host, variant: mailbox, ports: [] });
    expect(plan.filter(({ offered }) => !offered).map(({ endpoint }) => endpoint.port)).toEqual([2525, 25]);
  });

  test('ports that stand for others are the whole plan, ordered by what they stand for', () => {
    const plan = planPorts({
      host: 'localhost',
      ports: [
        { port: 40001, security: 'starttls', plays: 25 },
        { port: 40002, security: 'starttls', plays: 587 },
        { port: 40003, security: 'implicit-tls', plays: 465 },
      ],
    });
    expect(plan.map(({ role }) => role)).toEqual([465, 587, 25]);
    expect(ports(plan)).toEqual([40003, 40002, 40001]);
  });

  test('every host of every provider has a plan of at most sixteen endpoints, each once, with the usual four', () => {
    for (const variant of providers.flatMap(({ variants }) => variants)) {
      const plan = ports(planPorts({ host: variant.host, variant, ports: [] }));
      expect(plan.length).toBeLessThanOrEqual(16);
      expect(new Set(plan).size).toBe(plan.length);
      expect(plan).toEqual(expect.arrayContaining([25, 465, 587, 2525]));
    }
  });

  test('mail ports alone where Outport serves many, whatever else the provider offers', () => {
    const [mailbox] = googleWorkspace.variants;
    const more = [...mailbox.ports, { port: 443, security: 'implicit-tls', confidence: 'usual' } as const];
    const target = { host: mailbox.host, variant: { ...mailbox, ports: more }, ports: [] };
    expect(ports(planPorts(target))).toContain(443);
    expect(ports(planPorts({ ...target, isHosted: true }))).toEqual([465, 587, 2525, 25]);
  });
});
