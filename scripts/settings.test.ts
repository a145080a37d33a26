import { describe, expect, it } from 'vitest';
import { tooOld } from './node-version.mjs';
import { readSettings } from './settings.mjs';

describe('the version of Node', () => {
  it.each(['20.20.0', '20.21.1', '22.0.0', '24.21.0', '100.0.0'])('%s is new enough', (version) => {
    expect(tooOld(version)).toBeUndefined();
  });

  it.each(['12.22.12', '18.20.8', '20.19.5', '20.9.0'])('%s is told in one sentence', (version) => {
    expect(tooOld(version)).toBe(
      `Outport needs Node 20.20 or newer; this is ${version}. Install the current LTS from nodejs.org.`,
    );
  });
});

const hosted = { OUTPORT_MODE: 'hosted', OUTPORT_ORIGIN: 'https://outport.example.com', OUTPORT_TRUSTED_PROXIES: '1' };

describe('the environment', () => {
  it.each([
    [{}, { port: 3000, hosted: false }],
    [{ PORT: '' }, { port: 3000, hosted: false }],
    [{ PORT: '1' }, { port: 1, hosted: false }],
    [
      { PORT: '65535', OUTPORT_MODE: 'local' },
      { port: 65_535, hosted: false },
    ],
    [hosted, { port: 3000, hosted: true }],
    [
      { ...hosted, OUTPORT_ORIGIN: 'http://[2001:db8::1]:8080', OUTPORT_TRUSTED_PROXIES: '1' },
      { port: 3000, hosted: true },
    ],
  ])('%j is understood', (env, settings) => {
    expect(readSettings(env)).toEqual(settings);
  });

  it.each(['abc', '0', '65536', '-1', '3000.5', '3e3', '0x1F', ' 3000', '99999999'])(
    'PORT=%j is no port, and the sentence shows one',
    (port) => {
      const { problem } = readSettings({ PORT: port });
      expect(problem).toContain(`not "${port}"`);
      expect(problem).toContain('PORT=3001 npm start');
      expect(problem).toContain('$env:PORT=3001; npm start');
    },
  );

  it.each([
    [{ OUTPORT_MODE: 'Hosted' }, 'OUTPORT_MODE'],
    [{ OUTPORT_MODE: 'hosted' }, 'OUTPORT_ORIGIN'],
    [{ ...hosted, OUTPORT_ORIGIN: undefined }, 'OUTPORT_ORIGIN'],
    [{ ...hosted, OUTPORT_ORIGIN: 'outport.example.com' }, 'OUTPORT_ORIGIN'],
    [{ ...hosted, OUTPORT_ORIGIN: 'https://outport.example.com/' }, 'OUTPORT_ORIGIN'],
    [{ ...hosted, OUTPORT_ORIGIN: 'ftp://outport.example.com' }, 'OUTPORT_ORIGIN'],
    [{ ...hosted, OUTPORT_ORIGIN: 'https://https://x' }, 'OUTPORT_ORIGIN'],
    [{ ...hosted, OUTPORT_TRUSTED_PROXIES: undefined }, 'OUTPORT_TRUSTED_PROXIES'],
    [{ ...hosted, OUTPORT_TRUSTED_PROXIES: 'one' }, 'OUTPORT_TRUSTED_PROXIES'],
    [{ ...hosted, OUTPORT_TRUSTED_PROXIES: '-1' }, 'OUTPORT_TRUSTED_PROXIES'],
  ])('%j does not start, and %s is named', (env, name) => {
    expect(readSettings(env).problem).toContain(name);
  });
});
