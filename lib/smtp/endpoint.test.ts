import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import {
  endpointId,
  endpointSchema,
  mailPorts,
  portSchema,
  usualPorts,
  usualSecurity,
  type Endpoint,
} from './endpoint';

test('the ports of a hosted Outport are exactly the mail ports', () => {
  expect([...mailPorts].sort((a, b) => a - b)).toEqual([25, 465, 587, 588, 2465, 2525, 2587, 8025, 8465]);
  expect(usualPorts.filter((port) => !mailPorts.has(port))).toEqual([]);
});

test('the usual ports are shown in this order', () => expect(usualPorts).toEqual([465, 587, 2525, 25]));

describe('encryption starts', () => {
  test.each([465, 2465, 8465, 443])('with the first byte on %i', (port) =>
    expect(usualSecurity(port)).toBe('implicit-tls'),
  );
  test.each([25, 587, 588, 2525, 2587, 8025, 1, 65535])('after STARTTLS on %i', (port) =>
    expect(usualSecurity(port)).toBe('starttls'),
  );
});

describe('a port', () => {
  test.each([1, 25, 465, 65535])('may be %i', (port) => expect(z.parse(portSchema, port)).toBe(port));
  test.each([0, -25, 65536, 587.5, NaN, Infinity, '587', null, undefined])('may not be %j', (port) => {
    const { error } = z.safeParse(portSchema, port);
    expect(new Set(error?.issues.map(({ message }) => message))).toEqual(
      new Set(['Port must be a whole number from 1 to 65535']),
    );
  });
});

describe('an endpoint', () => {
  const endpoint = { host: 'smtp.example.com', port: 587, security: 'starttls' };
  test('brings its host to the form that is dialled', () =>
    expect(z.parse(endpointSchema, { ...endpoint, host: ' SMTP.example.com. ' })).toEqual(endpoint));

  test.each([
    ['another kind of encryption', { security: 'ssl' }],
    ['another family', { family: 5 }],
    ['an unknown key', { password: 'x' }],
    ['no host', { host: '' }],
  ])('is refused with %s', (_name, change) =>
    expect(z.safeParse(endpointSchema, { ...endpoint, ...change }).success).toBe(false),
  );

  test.each<[Endpoint, string]>([
    [{ host: 'smtp.example.com', port: 587, security: 'starttls' }, 'smtp.example.com:587/starttls'],
    [{ host: '192.0.2.1', port: 465, security: 'implicit-tls' }, '192.0.2.1:465/implicit-tls'],
    [{ host: '2001:db8::1', port: 25, security: 'cleartext' }, '[2001:db8::1]:25/cleartext'],
    [{ host: 'a.example', port: 25, security: 'starttls', family: 6 }, 'a.example:25/starttls/ipv6'],
    [{ host: 'a.example', port: 25, security: 'starttls', family: 4 }, 'a.example:25/starttls/ipv4'],
  ])('%j is called %s', (given, name) => expect(endpointId(given)).toBe(name));
});
