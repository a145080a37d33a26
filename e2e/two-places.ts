/**
 * Outport on one network, a web server on another, each behind a firewall of its own, and between them a real mail
 * server. Taken instead of `test` from e2e/fixtures.ts by a spec that needs more than one place.
 */
import { test as base } from './fixtures';
import { whyNoExim } from './lab/exim';
import { hasPhp } from './lab/has-php';
import { startMailServer, type MailServer } from './lab/middle-process';
import { whyNoNamespaces } from './lab/needs.mjs';
import { startStar, type Place, type Star } from './lab/star';
import { startWebHost, type WebHost } from './lab/web-host';
import { canary } from './watch/canary';

export const host = 'smtp.shop-mail.test';
export const login = { username: 'shop@mail.test', password: canary };
export const sender = 'orders@shop.test';

type PerTest = { readonly wizard: Place; readonly web: WebHost };
type PerWorker = {
  /** Where the mail server is; a hosted Outport reaches public addresses only. */
  readonly address: string;
  readonly star: Star<'wizard' | 'web'>;
  readonly mail: MailServer;
};

/** Why there can be no mail server in a place of its own; undefined when there can. */
export function whyNoPlaces(): string | undefined {
  const reason = whyNoNamespaces();
  return reason === undefined ? whyNoExim() : `Skipped: ${reason}.`;
}

export function whyNoWebHost(): string | undefined {
  return whyNoPlaces() ?? (hasPhp ? undefined : 'Skipped: PHP is not installed (Debian package php-cli).');
}

export const test = base.extend<PerTest, PerWorker>({
  address: ['198.18.0.25', { option: true, scope: 'worker' }],
  star: [
    async ({ address }, provide) => {
      const star = await startStar(['wizard', 'web'], address);
      await provide(star);
      await star.stop();
    },
    { scope: 'worker' },
  ],
  mail: [
    async ({ address, star, certificates }, provide) => {
      const { cert, key } = await certificates.goodFor(host);
      const mail = await startMailServer(star.middle, {
        names: { [host]: [address] },
        exim: {
          certificate: cert,
          key,
          users: [login],
          addresses: [address],
          ports: [25, 587, 2525],
          implicitPort: 465,
        },
      });
      await provide(mail);
      await mail.stop();
    },
    // Outport asks its name server there.
    { scope: 'worker', auto: true },
  ],
  place: [async ({ star }, provide) => provide(star.places.wizard), { scope: 'worker' }],
  wizard: async ({ star }, provide) => provide(star.places.wizard),
  web: async ({ star, certificates }, provide) => {
    const web = await startWebHost(star.places.web, certificates.authority);
    await provide(web);
    await web.stop();
  },
});
