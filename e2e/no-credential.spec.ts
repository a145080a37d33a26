import { expect, test } from './fixtures';
import { reachOwnPorts } from './journey/own-server';
import { goUntested, portRow, portsSettled } from './journey/ports-step';
import { settingsNotTested } from './journey/settings-step';
import { words } from './journey/words';
import type { LabCertificates } from './lab/certificates';
import { eximSessions } from './lab/exim-sessions';
import { startExim, whyNoExim, type Exim, type EximOptions } from './lab/exim';
import { postTestMessage } from './test-message-route';
import { canary, canaryForms } from './watch/canary';

const skipped = whyNoExim();
test.skip(skipped !== undefined, skipped ?? '');

const login = { username: 'shop@mail.test', password: canary };
const sender = 'orders@shop.test';
const { findings } = words;

type Case = {
  readonly server: string;
  readonly certificate: Exclude<keyof LabCertificates, 'authority' | 'goodFor'>;
  readonly options?: Partial<EximOptions>;
  /** What the opened row says. */
  readonly shown: string | RegExp;
  readonly failure: { readonly kind: string; readonly reason?: string };
  /** Kinds of encryption on which it is tried. */
  readonly on: readonly ('starttls' | 'implicit-tls')[];
  /** The commands of each session, as Exim lists them for sessions that sent no mail. */
  readonly commands: RegExp;
};

const both = ['starttls', 'implicit-tls'] as const;
const cases: readonly Case[] = [
  {
    server: 'an expired certificate',
    certificate: 'expired',
    shown: findings.expired,
    failure: { kind: 'certificate-rejected', reason: 'expired' },
    on: both,
    commands: /^EHLO,STARTTLS$/,
  },
  {
    server: 'a certificate for another name',
    certificate: 'wrongName',
    shown: findings.wrongName,
    failure: { kind: 'certificate-rejected', reason: 'name-mismatch' },
    on: both,
    commands: /^EHLO,STARTTLS$/,
  },
  {
    server: 'no STARTTLS',
    certificate: 'good',
    options: { starttls: false },
    shown: findings.noEncryption,
    failure: { kind: 'starttls-not-offered' },
    on: ['starttls'],
    commands: /^EHLO(,QUIT)?$/,
  },
  {
    server: 'nothing but XOAUTH2 to log in with',
    certificate: 'good',
    options: { mechanisms: ['XOAUTH2'] },
    shown: findings.oauthOnly,
    failure: { kind: 'auth-not-offered' },
    on: both,
    commands: /^(EHLO,STARTTLS,)?EHLO,QUIT$/,
  },
  {
    server: 'no login at all',
    certificate: 'good',
    options: { users: [] },
    shown: findings.noLogin,
    failure: { kind: 'auth-not-offered' },
    on: both,
    commands: /^(EHLO,STARTTLS,)?EHLO,QUIT$/,
  },
];

/** At least so many sessions came, all have ended, and in none was more said than the commands before a login. */
async function expectNoCredential(exim: Exim, atLeast: number, commands: RegExp): Promise<void> {
  await expect.poll(() => eximSessions(exim.log()).begun).toBeGreaterThanOrEqual(atLeast);
  await expect.poll(() => eximSessions(exim.log()).open).toBe(0);
  for (const said of eximSessions(exim.log()).commands) expect(said).toMatch(commands);
  expect(exim.log()).not.toMatch(/AUTH|authenticator|set_id|shop@mail\.test|<=/);
  expect(canaryForms(exim.log())).toEqual([]);
  expect(await exim.messages()).toEqual([]);
}

for (const { server, certificate, options, shown, failure, on, commands } of cases) {
  test(`a server with ${server} is never shown a password`, async ({ page, request, certificates }) => {
    const { cert, key } = certificates[certificate];
    const exim = await startExim({ certificate: cert, key, users: [login], ...options });
    try {
      for (const security of on) {
        const port = security === 'starttls' ? exim.port : exim.implicitPort;
        await reachOwnPorts(page, { host: 'localhost', port, security, ...login, sender });
        await portsSettled(page);
        await expect(page.getByRole('button', { name: words.ports.go })).toHaveCount(0);
        await portRow(page, port).locator('summary').first().click();
        await expect(portRow(page, port)).toContainText(shown);
        await goUntested(page);
        await settingsNotTested(page);
        const { raw, settled } = await postTestMessage(request, {
          endpoint: { host: 'localhost', port, security },
          ...login,
          from: { name: '', address: sender },
          to: sender,
        });
        expect(settled.outcome).toMatchObject({ status: 'failed', failure });
        expect(canaryForms(raw)).toEqual([]);
      }
      // One connection to see that Exim is there, and for each kind of encryption a probe and a message.
      await expectNoCredential(exim, 1 + on.length * 2, commands);
    } finally {
      await exim.stop();
    }
  });
}
