/** The one-time self test in a real WordPress behind a real web server, sending through a real Exim. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SelfTestOutcome } from '@/lib/wizard/self-test-outcome';
import { whyNoExim } from '../lab/exim';
import { startEchoingServer } from '../lab/echoing-server';
import { freePorts } from '../lab/free-ports';
import { startSilentPorts } from '../lab/silent-ports';
import {
  encryptedWays,
  expectSubmitted,
  openSubmissionLab,
  starttlsOn,
  type SubmissionLab,
} from '../lab/submission-lab';
import { canary, canaryForms, canaryInPieces } from '../watch/canary';
import { hex, install, now, press, tryIt } from './self-test-visit';
import { hiddenFields, serveSite } from './web-server';
import { startWordPress, whyNoWordPress, type WordPressSite } from './wordpress-site';

const missing = whyNoExim() ?? whyNoWordPress();
let lab: SubmissionLab;
let site: WordPressSite;

beforeAll(async () => {
  if (missing !== undefined) return;
  lab = await openSubmissionLab();
  site = await startWordPress();
}, 60_000);

afterAll(async () => {
  if (missing !== undefined) return;
  await site.stop();
  lab.close();
});

const place = () => ({ site, authority: lab.authority });
const hurry = {
  'hurry.php': "<?php add_action( 'phpmailer_init', function ( $m ) { $m->Timeout = 1; }, 2000 );",
};
/** Holds two presses between the question whether the test was used and the taking of it, until both are there. */
const gate = (mark: string) => `<?php add_filter( 'nonce_life', function ( $life, $action ) {
  if ( 'POST' === $_SERVER['REQUEST_METHOD'] && 'outport-self-test' === $action ) {
    touch( '${mark}' . getmypid() );
    for ( $tries = 0; $tries < 500 && count( glob( '${mark}*' ) ) < 2; $tries++ ) usleep( 10000 );
  }
  return $life;
}, 10, 2 );`;
const failed = (failure: object): object => ({ status: 'failed', failure });

describe.skipIf(missing !== undefined)(`the self test in WordPress${missing ? ` (${missing})` : ''}`, () => {
  test.each(encryptedWays)('sends one message over %s and says that it was accepted', async (_name, settingsFor) => {
    const server = await lab.serve();
    const { title, page, result, outcome } = await tryIt(place(), settingsFor(server));
    expect(title).toMatch(/^WordPress sent through localhost on port \d+$/);
    expect(page.html).toContain('Accepted is not arrived');
    expect(outcome).toMatchObject({ status: 'accepted', reply: { code: 250 } });
    expect(result).toMatchObject({ sent: true, changed: [], others: [], used: { host: 'localhost', auth: true } });
    const [message] = await expectSubmitted(server, 1);
    expect(message).toContain('To: reader@mail.test');
  });

  test('sends nothing when its address is only visited, and answers a wrong key with 404', async () => {
    const server = await lab.serve();
    const { web, query } = await install(place(), starttlsOn(server.port));
    for (const wrong of ['?outport-self-test=', `?outport-self-test=${hex()}`, '?outport-self-test[]=a'])
      expect(await web.get(wrong)).toMatchObject({ status: 404, html: 'Not found.' });
    const { status, headers, html } = await web.get(query);
    expect(status).toBe(200);
    expect(html).toContain('Send the test message');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('cache-control')).toContain('no-cache');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect((await web.get('')).html).toBe('The site itself.');
    const { key = '', nonce = '' } = hiddenFields(html);
    for (const fields of [{}, { key }, { nonce }, { key: hex(), nonce }, { key, nonce: 'wrong' }])
      expect(await web.post(query, fields)).toMatchObject({ status: 403 });
    expect(await web.post(`?outport-self-test=${hex()}`, { key, nonce })).toMatchObject({ status: 404 });
    expect(await server.messages()).toEqual([]);
    expect(web.complaints()).toBe('');
  });

  test('runs once: neither a second press nor two at once send a second message', async () => {
    const server = await lab.serve();
    const others = { 'gate.php': gate(`${lab.scratch}/at-the-gate-`) };
    const { web, query } = await install(place(), starttlsOn(server.port), { others });
    const twin = await serveSite(site, lab.authority);
    const fields = hiddenFields((await web.get(query)).html);
    const pages = await Promise.all([web.post(query, fields), twin.post(query, fields)]);
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 410]);
    for (const page of [await web.post(query, fields), await web.get(query)]) {
      expect(page.status).toBe(410);
      expect(page.html).toContain('This self test was used');
    }
    await expectSubmitted(server, 1);
    // Another one may run: only this key is spent.
    expect((await press(await install(place(), starttlsOn(server.port)))).status).toBe(200);
    await expectSubmitted(server, 2);
  });

  test.each([
    ['an hour and ten minutes ago', -4_230],
    ['eleven minutes ahead', 660],
  ])('does not run when it was made %s', async (_when, shift) => {
    const { web, query } = await install(place(), starttlsOn(1), { madeAt: now() + shift });
    const { status, html } = await web.get(query);
    expect(status).toBe(410);
    expect(html).toContain('out of date');
  });

  test('runs within the tolerance for two clocks', async () => {
    const { web, query } = await install(place(), starttlsOn(1), { madeAt: now() - 4_100 });
    expect(await web.get(query)).toMatchObject({ status: 200 });
  });

  test('tells a refused login, which shows nowhere', async () => {
    const server = await lab.serve();
    const { title, page, outcome } = await tryIt(place(), { ...starttlsOn(server.port), password: canary });
    expect(title).toBe('localhost refused the login');
    expect(outcome).toMatchObject(
      failed({ stage: 'auth', secured: true, kind: 'negative-reply', reply: { code: 535 }, command: 'AUTH LOGIN' }),
    );
    expect(canaryForms(page.html)).toEqual([]);
    expect(page.html).toContain('&gt; [hidden]');
  });

  test.each(['refuses', 'accepts'] as const)('hides what a server says back that %s the login', async (answer) => {
    const certificate = lab.certificates.good;
    const settings = { ...starttlsOn(1), username: 'shop@mail.test', password: canary };
    const server = await startEchoingServer({ certificate, ...settings, answer, mechanism: 'LOGIN' });
    onTestFinished(() => server.stop());
    const { page, result } = await tryIt(place(), { ...settings, port: server.port }, hurry);
    expect(result.sent).toBe(answer === 'accepts');
    expect(canaryForms(page.html)).toEqual([]);
    expect(canaryInPieces(result.lines.map(([, , , text]) => text).join(''))).toEqual([]);
    expect(JSON.stringify(result.lines)).toContain(answer === 'accepts' ? '235 [hidden]' : '535 [hidden]');
  });

  test('tells a closed port, and one that never answers', async () => {
    const [port = 0, silent = 0] = await freePorts(2);
    const closed = await tryIt(place(), starttlsOn(port));
    expect(closed.title).toBe(`No connection to localhost on port ${port}`);
    expect(closed.outcome).toEqual(failed({ stage: 'connect', secured: false, kind: 'refused' }));
    const peer = await startSilentPorts('127.0.0.1', [silent]);
    onTestFinished(() => peer.stop());
    const blocked = await tryIt(place(), { ...starttlsOn(silent), host: '127.0.0.1' }, hurry);
    expect(blocked.outcome).toEqual(
      failed({ stage: 'connect', secured: false, kind: 'timed-out', afterMs: 1000, bytes: 0 }),
    );
  });

  test('tells a server that connects and then says nothing, without waiting for minutes', async () => {
    const silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    const { outcome } = await tryIt(place(), { ...starttlsOn(port), host: '127.0.0.1' }, hurry);
    expect(outcome).toMatchObject(failed({ stage: 'greeting', kind: 'timed-out' }));
  });

  test('tells a name that leads nowhere', async () => {
    const { title, outcome } = await tryIt(place(), { ...starttlsOn(587), host: 'smtp.nowhere.invalid' });
    expect(title).toBe('The name smtp.nowhere.invalid was not found');
    expect(['name-not-found', 'resolver-failed']).toContain(kindOf(outcome));
  });

  describe.each(encryptedWays)('over %s', (_name, settingsFor) => {
    test.each([
      ['wrongName', 'name-mismatch'],
      ['expired', 'expired'],
    ] as const)('tells what is wrong with a certificate: %s', async (fault, reason) => {
      const server = await lab.serve({ fault });
      const { title, page, outcome } = await tryIt(place(), settingsFor(server));
      expect(title).toMatch(/^No trusted encryption with localhost/);
      expect(outcome).toMatchObject(failed({ stage: 'tls', kind: 'certificate-rejected', reason }));
      expect(page.html).toContain('No password was sent');
      expect(server.log()).not.toContain('AUTH');
    });
  });

  test('tells a port that wants the other kind of encryption', async () => {
    const server = await lab.serve();
    const { outcome } = await tryIt(place(), { ...starttlsOn(server.port), security: 'implicit-tls' });
    expect(outcome).toMatchObject(failed({ kind: 'tls-failed', reason: 'peer-speaks-cleartext' }));
  });

  test('tells where STARTTLS is missing', async () => {
    const server = await lab.serve({ starttls: false });
    const { outcome } = await tryIt(place(), starttlsOn(server.port));
    expect(outcome).toMatchObject(failed({ stage: 'starttls', kind: 'starttls-not-offered', masked: false }));
  });

  test('names the plugin that changes the settings afterwards', async () => {
    const server = await lab.serve();
    const [wrong = 0] = await freePorts(1);
    const other = `<?php add_action( 'phpmailer_init', function ( $m ) { $m->Port = ${wrong}; }, 9999 );`;
    const { page, result, outcome } = await tryIt(place(), starttlsOn(server.port), { 'zz-other-mail.php': other });
    expect(result).toMatchObject({ changed: ['port'], others: ['zz-other-mail.php'], used: { port: wrong } });
    expect(page.html).toContain(
      'Other code changed the settings of this file before they were used: zz-other-mail.php',
    );
    expect(kindOf(outcome)).toBe('refused');
  });

  test('names the plugin that sends in its place', async () => {
    const server = await lab.serve();
    const other = `<?php add_filter( 'pre_wp_mail', function () { return true; } );`;
    const { title, result, outcome } = await tryIt(place(), starttlsOn(server.port), { 'zz-sender.php': other });
    expect(title).toBe('Something else sends the mail of this site');
    expect(result).toMatchObject({ used: null, others: ['zz-sender.php'] });
    expect(outcome).toEqual({ status: 'not-asked' });
    expect(await server.messages()).toEqual([]);
  });
});

function kindOf(outcome: SelfTestOutcome): string {
  return 'failure' in outcome ? outcome.failure.kind : outcome.status;
}
