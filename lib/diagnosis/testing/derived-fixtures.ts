/** A fixture for each known reply that nobody wrote one for: words that its own pattern takes, under its own code. */
import * as fc from 'fast-check';
import { loadProviders } from '@/lib/providers/catalog';
import type { KnownReply } from '@/lib/providers/known-reply';
import type { Provider } from '@/lib/providers/provider';
import { refusedAfterLogin, type Fixture } from './evidence';
import { mailboxReplyFixtures } from './mailbox-reply-fixtures';
import { providerFixtures } from './provider-fixtures';
import { sendingServiceFixtures } from './sending-service-fixtures';

const written = new Set(
  [...providerFixtures, ...sendingServiceFixtures, ...mailboxReplyFixtures].map(({ rule }) => rule),
);

/** Words of one line in printable ASCII that the pattern takes; the same in every run. */
function wordsFor({ id, pattern }: KnownReply): string {
  const samples = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 400, seed: 1 });
  const words = samples.find((sample) => /^[\x20-\x7e]+$/.test(sample));
  if (words === undefined) throw new Error(`the pattern of ${id} takes no line of plain words`);
  return words;
}

function derived(provider: Provider, known: KnownReply): Fixture {
  const [first] = provider.variants;
  const variant = provider.variants.find(({ host }) => host !== '') ?? first;
  const rule = variant.username ?? provider.username;
  const [stage = 'auth'] = known.stages;
  const enhanced = known.enhanced?.[0];
  const line = [String(known.code), ...(enhanced === undefined ? [] : [enhanced]), wordsFor(known)].join(' ');
  return {
    rule: known.id,
    seen: known.confidence === 'documented' ? 'documented' : 'reported',
    from: `the pattern in the entry of ${provider.shortName}`,
    evidence: refusedAfterLogin(stage, line, {
      host: variant.host === '' ? 'mail.example.com' : variant.host,
      provider,
      variant,
      ...(rule.kind === 'fixed' ? { username: rule.value } : {}),
    }),
  };
}

const providers = await loadProviders();

export const derivedFixtures: readonly Fixture[] = providers.flatMap((provider) =>
  provider.knownReplies.filter(({ id }) => !written.has(id)).map((known) => derived(provider, known)),
);
