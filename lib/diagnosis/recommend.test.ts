import { describe, expect, it } from 'vitest';
import type { Provider } from '@/lib/providers/provider';
import type { ProbeOutcome } from '@/lib/smtp/outcome';
import { recommend, usableFor, workingEndpoints } from './recommend';
import { closed, provider, report, silence, works } from './testing/evidence';

const noLogin: ProbeOutcome = { ...works, capabilities: [] };
const oauthOnly: ProbeOutcome = { ...works, capabilities: [{ keyword: 'AUTH', params: ['XOAUTH2'] }] };
const inTheClear: ProbeOutcome = { status: 'usable', capabilities: [] };
const noStartTls = { stage: 'starttls', secured: false, kind: 'starttls-not-offered', masked: false } as const;
const aborted: ProbeOutcome = { status: 'not-tested', reason: 'aborted' };
const open = undefined;

type Ports = Readonly<Record<number, Parameters<typeof report>[1]>>;
const run = (ports: Ports) => Object.entries(ports).map(([port, outcome]) => report(Number(port), outcome));

describe('which port is recommended', () => {
  it.each<[string, Ports, number | undefined]>([
    ['465 before 587', { 465: works, 587: works, 2525: works, 25: works }, 465],
    ['587 when 465 is silent', { 465: silence, 587: works, 2525: works }, 587],
    ['587 when 465 is closed', { 465: closed, 587: works }, 587],
    ['implicit TLS on another port before STARTTLS on another port', { 2525: works, 2465: works }, 2465],
    ['the detour when nothing better works', { 465: silence, 587: silence, 2525: works, 25: works }, 2525],
    ['never 25, even alone', { 465: silence, 587: silence, 25: works }, undefined],
    ['none when nothing works', { 465: silence, 587: silence, 2525: silence, 25: silence }, undefined],
    ['none before anything settled', { 465: open, 587: open }, undefined],
    ['what was not tested does not count', { 465: aborted, 587: works }, 587],
    ['a port that takes passwords before one that does not', { 465: noLogin, 587: works }, 587],
    ['none when only OAuth is offered', { 465: oauthOnly, 587: oauthOnly }, undefined],
  ])('%s', (_name, ports, expected) => {
    const advice = recommend(run(ports), { credentials: true });
    expect(advice.status === 'recommended' ? advice.report.endpoint.port : undefined).toBe(expected);
  });

  it('counts a port without a login where none is needed', () => {
    const advice = recommend(run({ 465: noLogin, 587: works }), { credentials: false });
    expect(advice).toMatchObject({ status: 'recommended', report: { endpoint: { port: 465 } } });
  });

  it('judges by how encryption starts and not by the number alone', () => {
    const odd = [report(465, works, { security: 'starttls' }), report(587, works, { security: 'starttls' })];
    expect(recommend(odd, { credentials: true })).toMatchObject({ report: { endpoint: { port: 587 } } });
    const [only] = odd;
    const advice = recommend(only === undefined ? [] : [only], { credentials: true });
    expect(advice.reason).toMatch(/^Port 465 works here\. It upgrades to encryption/);
  });

  it('lists the other working ports as runners-up, best first, 25 never among them', () => {
    const advice = recommend(run({ 2525: works, 25: works, 587: works, 465: works }), { credentials: true });
    const ports = advice.status === 'recommended' ? advice.runnersUp.map(({ endpoint }) => endpoint.port) : [];
    expect(ports).toEqual([587, 2525]);
    expect(workingEndpoints(advice).map(({ endpoint }) => endpoint.port)).toEqual([465, 587, 2525]);
    expect(workingEndpoints(recommend(run({ 465: silence, 25: works }), { credentials: true }))).toEqual([]);
  });

  it.each([
    [465, /encrypts from the first byte/],
    [587, /upgrades to encryption before anything private/],
    [2465, /encrypts from the first byte/],
    [2525, /upgrades to encryption/],
  ])('says why for %i', (port, why) => {
    expect(recommend(run({ [port]: works }), { credentials: true }).reason).toMatch(why);
  });
});

describe('final', () => {
  it.each<[string, Ports, boolean]>([
    ['as soon as the best one works, whatever is open', { 465: works, 587: open, 25: open }, true],
    ['not while a better one is open', { 465: open, 587: works }, false],
    ['once the better one failed', { 465: silence, 587: works, 2525: open }, true],
    ['for equals it is whoever was first', { 2525: works, 2587: open }, true],
    ['with nothing working, not while one is open', { 465: silence, 587: open }, false],
    ['with nothing working, 25 is not waited for', { 465: silence, 587: silence, 25: open }, true],
  ])('%s', (_name, ports, expected) => {
    expect(recommend(run(ports), { credentials: true }).final).toBe(expected);
  });

  it('waits for an unencrypted port only where one may be used', () => {
    const reports = [report(465, silence), report(1025, open, { security: 'cleartext' })];
    expect(recommend(reports, { credentials: false }).final).toBe(false);
    expect(recommend(reports, { credentials: true }).final).toBe(true);
  });
});

describe('what the provider says', () => {
  const picky: Provider = {
    ...provider('mailgun'),
    portPreference: { prefer: 2525, avoid: 465, because: 'Its own page says so.', source: 'https://example.com/' },
  };

  it('a documented reason to prefer a port wins, in its own words', () => {
    const advice = recommend(run({ 465: works, 587: works, 2525: works }), { provider: picky, credentials: true });
    expect(advice).toMatchObject({ report: { endpoint: { port: 2525 } }, reason: 'Its own page says so.' });
  });

  it('a port to avoid comes last, and is still better than none', () => {
    const two = recommend(run({ 465: works, 587: works }), { provider: picky, credentials: true });
    expect(two).toMatchObject({ report: { endpoint: { port: 587 } } });
    const one = recommend(run({ 465: works, 587: silence }), { provider: picky, credentials: true });
    expect(one).toMatchObject({ report: { endpoint: { port: 465 } } });
  });

  it.each([
    ['sendgrid', 465, 'SendGrid itself recommends 587. Both are good; the difference is only when encryption starts.'],
    ['sendgrid', 587, undefined],
    ['google-workspace', 465, expect.stringMatching(/^Google itself usually recommends 587/) as string],
  ])('%s on %i has the note %s', (id, port, note) => {
    const advice = recommend(run({ [port]: works }), { provider: provider(id), credentials: true });
    expect(advice.status === 'recommended' ? advice.note : 'none').toEqual(note);
  });
});

describe('without encryption', () => {
  const relay = [report(465, silence), report(587, noStartTls), report(25, noStartTls)];

  it('is a value of its own that names what is exposed, for mail without a password', () => {
    const advice = recommend(relay, { credentials: false });
    expect(advice).toMatchObject({
      status: 'unencrypted',
      endpoint: { host: 'mail.example.com', port: 587, security: 'cleartext' },
      final: true,
    });
    expect(advice.status === 'unencrypted' ? advice.exposed : []).not.toEqual([]);
  });

  it.each([
    ['never with a password', relay, true],
    ['never on port 25', [report(465, silence), report(25, noStartTls)], false],
    ['never after a certificate was refused', [report(465, { ...silence, stage: 'tls' })], false],
  ] as const)('%s', (_name, reports, credentials) => {
    expect(recommend(reports, { credentials }).status).toBe('none');
  });

  it('takes a port that was asked for in the clear', () => {
    const reports = [report(1025, inTheClear, { security: 'cleartext' })];
    expect(recommend(reports, { credentials: false })).toMatchObject({
      status: 'unencrypted',
      endpoint: { port: 1025 },
    });
    expect(usableFor(reports[0] ?? report(1, undefined), false)).toBe(false);
  });

  it('says of this computer itself that nothing crosses a network', () => {
    const here = report(1025, inTheClear, { host: 'localhost', security: 'cleartext' });
    const advice = recommend([report(465, closed), here], { credentials: false });
    expect(advice.reason).toContain('on this computer');
    expect(advice.status === 'unencrypted' ? advice.exposed : []).toEqual([
      'the message, from other programs on this computer',
    ]);
  });

  it('is never offered beside a verified port', () => {
    expect(recommend([...relay, report(2525, works)], { credentials: false })).toMatchObject({
      status: 'recommended',
      report: { endpoint: { port: 2525 } },
    });
  });

  it('is not final while a verified one may still come', () => {
    expect(recommend([...relay, report(2525, open)], { credentials: false }).final).toBe(false);
  });
});

describe('why there is none', () => {
  it.each<[string, Ports, RegExp]>([
    ['no login', { 465: noLogin }, /login by password/],
    ['only port 25', { 465: silence, 25: works }, /^Only port 25/],
    ['only in the clear', { 587: noStartTls }, /a password is never sent/],
    ['nothing', { 465: silence }, /^No port meant for sending/],
  ])('%s', (_name, ports, why) => {
    const advice = recommend(run(ports), { credentials: true });
    expect(advice.status).toBe('none');
    expect(advice.reason).toMatch(why);
  });
});
