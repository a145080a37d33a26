import { describe, expect, test } from 'vitest';
import { loadProviders } from '@/lib/providers/catalog';
import { knownServers } from './known-servers';
import { meantDomain } from './typo';

/** Domains of providers are given here, so that this test is about slips and not about who is in the catalog. */
const mostUsed =
  'gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com yahoo.co.uk ymail.com icloud.com me.com aol.com mail.ru qq.com';
const known = [...new Set([...mostUsed.split(' '), ...knownServers(await loadProviders()).domains])];

describe('a slip leads to the domain that was meant', () => {
  test.each([
    ['gmial.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.cm', 'gmail.com'],
    ['gmial.con', 'gmail.com'],
    ['gmail', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmal.con', 'hotmail.com'],
    ['htomial.com', 'hotmail.com'],
    ['yaho.com', 'yahoo.com'],
    ['yahooo.com', 'yahoo.com'],
    ['outlok.com', 'outlook.com'],
    ['outloook.con', 'outlook.com'],
    ['iclod.com', 'icloud.com'],
    ['aol.con', 'aol.com'],
    ['t-onlin.de', 't-online.de'],
    ['freenett.de', 'freenet.de'],
    ['ornage.fr', 'orange.fr'],
    ['comcast.ney', 'comcast.net'],
    ['btintenet.com', 'btinternet.com'],
  ])('%s: %s', (typed, meant) => {
    expect(meantDomain(typed, known)).toBe(meant);
  });
});

describe('no slip is seen', () => {
  test('in any well-known domain', () => {
    expect(known.filter((domain) => meantDomain(domain, known) !== undefined)).toEqual([]);
  });
  test.each([
    'example.com',
    'he.com',
    'aon.com',
    'male.com',
    'yahoo.co.id',
    'gmail.de',
    'hotmail.pe',
    'web.at',
    'orange.es',
    'free.org',
    'a'.repeat(200),
    '',
  ])('in %s', (domain) => {
    expect(meantDomain(domain, known)).toBeUndefined();
  });
});
