import { describe, expect, test } from 'vitest';
import { refuse, type Deployment } from './request-policy';

const local: Deployment = { mode: 'local', port: '3000' };
const hosted: Deployment = { mode: 'hosted', origin: 'https://outport.example' };
const page = { host: '127.0.0.1:3000', origin: null, fetchSite: null, path: '/setup/ports' };
const api = { ...page, path: '/api/probe' };

describe('who is refused', () => {
  test.each([
    ['our page', page, local, undefined],
    ['localhost', { ...page, host: 'localhost:3000' }, local, undefined],
    ['another name on our address', { ...page, host: 'evil.example:3000' }, local, 'host'],
    ['our name on another port', { ...page, host: '127.0.0.1:80' }, local, 'host'],
    ['no host', { ...page, host: null }, local, 'host'],
    ['curl', api, local, undefined],
    ['our own script', { ...api, origin: 'http://127.0.0.1:3000', fetchSite: 'same-origin' }, local, undefined],
    ['a foreign page', { ...api, origin: 'https://evil.example' }, local, 'origin'],
    ['a sandboxed page', { ...api, origin: 'null' }, local, 'origin'],
    ['a cross-site request without Origin', { ...api, fetchSite: 'cross-site' }, local, 'origin'],
    ['the hosted name', { ...api, host: 'outport.example', origin: 'https://outport.example' }, hosted, undefined],
    ['loopback on a hosted one', api, hosted, 'host'],
  ] as const)('%s', (_name, facts, deployment, expected) => {
    expect(refuse(facts, deployment)).toBe(expected);
  });
});
