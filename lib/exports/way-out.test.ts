import { expect, test } from 'vitest';
import { formats } from './testing/every-format';
import { sampleSettings } from './testing/sample-settings';
import { wayOut } from './way-out';

const named = (id: string) => {
  const format = formats.find((entry) => entry.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
};
const unusual = { ...sampleSettings, port: 2465, security: 'implicit-tls' } as const;
const implicit = { port: 465, security: 'implicit-tls' } as const;
const starttls = { port: 587, security: 'starttls' } as const;
const { port, security } = unusual;

test('the best working port that the program can be given is named', () => {
  const working = [{ port, security }, starttls, implicit];
  expect(wayOut(named('grafana'), unusual, working)).toEqual({ about: 'port', next: starttls });
  expect(wayOut(named('supabase'), unusual, [implicit, starttls])).toEqual({ about: 'port', next: implicit });
});

test('a port is named only where it worked in this run', () => {
  expect(wayOut(named('grafana'), unusual, [{ port, security }])).toEqual({ about: 'port', next: undefined });
  expect(wayOut(named('grafana'), unusual, [])).toEqual({ about: 'port', next: undefined });
});

test('STARTTLS on 465 is passed over by a program that begins with TLS there', () => {
  const odd = { port: 465, security: 'starttls' } as const;
  expect(wayOut(named('grafana'), unusual, [odd, { port: 2525, security: 'starttls' }])).toEqual({
    about: 'port',
    next: { port: 2525, security: 'starttls' },
  });
});

test.each([
  ['grafana', '${x}'],
  ['python-smtplib', 'é'],
  ['suremail', '%41'],
  ['spring-boot', '${x}'],
])('no port helps %s with a password it cannot hold', (id, password) => {
  expect(wayOut(named(id), { ...sampleSettings, password }, [implicit, starttls])).toEqual({ about: 'login' });
});
