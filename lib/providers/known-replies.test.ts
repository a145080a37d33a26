import { describe, expect, it } from 'vitest';
import { stages } from '@/lib/smtp/outcome';
import { loadProviders } from './catalog';

const providers = await loadProviders();
const known = providers.flatMap((provider) =>
  provider.knownReplies.map((reply) => ({ provider, reply, id: reply.id })),
);
const hedge = /\b(usually|often|may|perhaps|probably)\b/i;

describe.each(known)('the known reply $id', ({ provider, reply }) => {
  it('is narrowed by stage and code before its words are looked at', () => {
    expect(reply.stages.length).toBeGreaterThan(0);
    expect(reply.stages.every((stage) => stages.includes(stage))).toBe(true);
    expect(reply.code).toBeGreaterThanOrEqual(400);
    expect(reply.code).toBeLessThan(600);
    const codeClass = String(reply.code).charAt(0);
    expect((reply.enhanced ?? []).every((code) => new RegExp(`^${codeClass}\\.\\d+\\.\\d+$`).test(code))).toBe(true);
    expect(() => new RegExp(reply.pattern, 'i')).not.toThrow();
    expect(new RegExp(reply.pattern, 'i').test('')).toBe(false);
  });

  it('carries its provider’s name and a source', () => {
    expect(reply.id.startsWith(`${provider.id.split('-')[0] ?? ''}-`)).toBe(true);
    expect(URL.canParse(reply.source) && reply.source.startsWith('https://')).toBe(true);
  });

  it('states as a fact only what the provider documents', () => {
    if (reply.confidence === 'usual') expect(reply.why).toMatch(hedge);
  });
});

it('a provider that may drop what it accepted says where to look', () => {
  for (const { afterAcceptance } of providers) {
    if (afterAcceptance === undefined) continue;
    expect(afterAcceptance.doThis.length).toBeGreaterThan(0);
    expect(afterAcceptance.source.startsWith('https://')).toBe(true);
  }
});
