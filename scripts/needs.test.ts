import { expect, it } from 'vitest';
import { needs, provide } from './needs.mjs';

const absent = { packages: ['exim4-daemon-light'], isThere: () => false, without: 'the journeys' };
const why = 'installing packages needs root';

it('says nothing of what is there', () => {
  expect(provide(['mail'], { table: { mail: { ...absent, isThere: () => true } }, why })).toEqual([]);
});

it('says what is skipped without what is not there, and why it could not be had', () => {
  expect(provide(['mail'], { table: { mail: absent }, why })).toEqual([
    'The journeys are skipped: exim4-daemon-light is not here, and installing packages needs root.',
  ]);
});

it('takes the other way where Debian has none, once', () => {
  let ways = 0;
  const mail = { ...absent, isThere: () => ways > 0, otherwise: () => (ways += 1) };
  expect(provide(['mail'], { table: { mail }, why })).toEqual([]);
  expect(provide(['mail'], { table: { mail }, why })).toEqual([]);
  expect(ways).toBe(1);
});

it.each(Object.entries(needs))('%s names its packages and what is lost without them', (_name, need) => {
  expect(need.packages.length > 0 || need.otherwise !== undefined).toBe(true);
  expect(need.without).toMatch(/^the /);
});
