import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalizeHost } from '@/lib/smtp/host';
import { usualSecurity } from '@/lib/smtp/endpoint';
import { providerIds } from './catalog';
import { quirkKinds, toldFirst, type Fact } from './fact';
import type { Provider } from './provider';

const hedge = /\b(usually|often|may|might|perhaps|probably|seems?|reportedly|some)\b/i;

function isProvider(value: unknown): value is Provider {
  return typeof value === 'object' && value !== null && 'variants' in value && 'knownReplies' in value;
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
const modules: readonly { readonly name: string; readonly provider: Provider }[] = (
  await Promise.all(
    files.map(async (file) => {
      const name = file.replace(/\.ts$/, '');
      const exported = Object.values(
        (await import(/* @vite-ignore */ join(import.meta.dirname, file))) as Readonly<Record<string, unknown>>,
      );
      return exported.filter(isProvider).map((provider) => ({ name, provider }));
    }),
  )
).flat();

function factsOf({ quirks, limits, dns }: Provider): readonly Fact[] {
  return [...quirks, ...limits, ...(dns?.dkim === undefined ? [] : [dns.dkim]), ...(dns?.others ?? [])];
}

function isWebPage(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}

it('every file is offered, once, and nothing else is', () => {
  expect(modules.map(({ name }) => name).toSorted()).toEqual(providerIds.toSorted());
});

describe.each(modules)('the provider file $name', ({ name, provider }) => {
  it('is named like its file, and has a tile', () => {
    expect(provider.id).toBe(name);
    expect(provider.mark.letters).toMatch(/^\S{1,3}$/u);
    expect(provider.mark.hue).toMatch(/^#[0-9a-f]{6}$/);
    expect(provider.hint.length).toBeLessThanOrEqual(44);
    expect(provider.shortName.length).toBeLessThanOrEqual(24);
    expect(new Set(provider.aliases).size).toBe(provider.aliases.length);
  });

  it('asks for its variant only where there is a choice, and tells them apart', () => {
    const ids = provider.variants.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    if (ids.length > 1) expect(provider.variantQuestion).toMatch(/\?$/);
    for (const { label, hint } of provider.variants) expect([label, hint].every((text) => text !== '')).toBe(true);
  });

  it('has a host or asks for it, and every port with the kind of encryption that its number means', () => {
    for (const { host, asksHost, ports } of provider.variants) {
      expect(host === '').toBe(asksHost !== undefined);
      if (host !== '') expect(normalizeHost(host)).toBe(host);
      expect(ports.length).toBeGreaterThan(0);
      expect(new Set(ports.map(({ port }) => port)).size).toBe(ports.length);
      for (const { port, security, confidence } of ports) {
        if (security === 'cleartext') expect(host).toBe('localhost');
        if (port === 587 || port === 25) expect(security).not.toBe('implicit-tls');
        if (confidence === 'documented' && usualSecurity(port) === 'implicit-tls')
          expect(security).toBe('implicit-tls');
      }
    }
  });

  it('has patterns that can be matched, and a warning for each', () => {
    const rules = [provider, ...provider.variants].flatMap(({ username, password }) => [username, password]);
    for (const rule of rules) {
      if (rule === undefined || !('wrongKinds' in rule)) continue;
      const { looksLike, wrongKinds = [] } = rule;
      for (const { pattern, warning } of wrongKinds) {
        expect(new RegExp(pattern).test('')).toBe(false);
        expect(warning).toMatch(/[.]$/);
      }
      if (looksLike !== undefined) {
        expect(new RegExp(looksLike.pattern).test('')).toBe(false);
        expect(looksLike.otherwise).toMatch(/[.]$/);
      }
    }
  });

  it('says where the credential is made, and when it was checked', () => {
    expect(isWebPage(provider.docsUrl)).toBe(true);
    expect(provider.checked).toMatch(/^2\d{3}-\d{2}-\d{2}$/);
    expect(URL.canParse(provider.password.url)).toBe(true);
    expect(provider.password.menu).not.toBe('');
    expect(provider.senderRule).toMatch(/[.]$/);
  });

  it('states as facts only what its own pages say', () => {
    for (const fact of factsOf(provider)) {
      expect(fact.text).toMatch(/[.]$/);
      if (fact.source !== undefined) expect(isWebPage(fact.source)).toBe(true);
      if (fact.confidence === 'usual') expect(fact.text, fact.text).toMatch(hedge);
    }
  });

  it('has quirks of known kinds, and says of a missing port 465 that it is missing', () => {
    const kinds = provider.quirks.map(({ kind }) => kind);
    expect(kinds.every((kind) => quirkKinds.includes(kind))).toBe(true);
    const offers465 = provider.variants.some(({ ports }) => ports.some(({ port }) => port === 465));
    if (provider.kind === 'sending' || provider.kind === 'mailbox')
      expect(kinds.includes('no-implicit-tls')).toBe(!offers465);
    for (const { until } of provider.quirks) if (until !== undefined) expect(until).toMatch(/^2\d{3}-\d{2}-\d{2}$/);
  });

  it('says where caught mail can be seen, and of a host that asks no login that it is one for development', () => {
    expect(provider.afterAcceptance !== undefined || provider.kind !== 'catcher').toBe(true);
    const seldom = provider.variants.some(({ login }) => login === 'seldom');
    expect(!seldom || provider.kind === 'catcher').toBe(true);
  });

  it('recommends only a port that it has', () => {
    const ports = provider.variants.flatMap((variant) => variant.ports.map(({ port }) => port));
    const { recommends, portPreference } = provider;
    for (const port of [recommends?.port, portPreference?.prefer, portPreference?.avoid])
      if (port !== undefined) expect(ports).toContain(port);
  });

  it('names only its own hosts as the ones that serve its domains', () => {
    const ids = provider.variants.map(({ id }) => id);
    const { domains = [], mx = [] } = provider.receives ?? {};
    for (const { variant } of [...domains, ...mx]) if (variant !== undefined) expect(ids).toContain(variant);
    for (const name of [...domains.flatMap(({ names }) => names), ...mx.map(({ suffix }) => suffix)])
      expect(normalizeHost(name)).toBe(name);
  });
});

it('no host, id, or mail domain belongs to two providers', () => {
  const unique = (values: readonly string[]) => expect(values.filter((v, i) => values.indexOf(v) !== i)).toEqual([]);
  const all = modules.map(({ provider }) => provider);
  unique(all.map(({ id }) => id));
  unique(all.flatMap(({ receives }) => (receives?.domains ?? []).flatMap(({ names }) => names)));
  unique(
    all.flatMap(({ kind, variants }) =>
      // Twice within one provider is two kinds of account on one host; the first is taken for a host that was typed.
      kind === 'catcher' ? [] : [...new Set(variants.map(({ host }) => host))].filter((host) => host !== ''),
    ),
  );
});

it('the kinds that are told first are kinds', () => {
  expect(toldFirst.every((kind) => quirkKinds.includes(kind))).toBe(true);
});
