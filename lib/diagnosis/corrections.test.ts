import { describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/smtp/outcome';
import { diagnose } from './diagnose';
import type { Correction, Evidence } from './finding';
import { fixtures } from './testing/all-fixtures';
import { at, attempt, certificate, heard, refusedAfterLogin, report, seen, silence, works } from './testing/evidence';

const of = (rule: string) => fixtures.filter((fixture) => fixture.rule === rule).map(({ evidence }) => evidence);
const correction = (evidence: Evidence | undefined) =>
  evidence === undefined ? 'no evidence' : diagnose(evidence).correction;

const wrongName = (altNames: string[]): Failure => ({
  stage: 'tls',
  secured: false,
  kind: 'certificate-rejected',
  reason: 'name-mismatch',
  reasons: ['name-mismatch'],
  certificate: certificate({ altNames }),
  chainLength: 2,
});

describe('what can be put right with one press', () => {
  it.each<[string, Evidence | undefined, Correction | undefined]>([
    ['a mistyped host', of('host-name-mistyped')[0], { kind: 'use-host', host: 'smtp.gmail.com' }],
    ['a bare domain', of('bare-domain')[0], { kind: 'use-host', host: 'smtp.sendgrid.net' }],
    ['a name nobody knows', of('host-name-unknown')[0], undefined],
    [
      'implicit TLS spoken to a STARTTLS port',
      of('implicit-tls-on-starttls-port')[0],
      { kind: 'use-security', port: 587, security: 'starttls' },
    ],
    [
      'STARTTLS spoken to an implicit TLS port',
      of('wants-implicit-tls')[0],
      { kind: 'use-security', port: 465, security: 'implicit-tls' },
    ],
    ['a user name that is fixed', of('username-is-fixed')[0], { kind: 'use-username', username: 'apikey' }],
    ['the other region', of('mailgun-login')[0], { kind: 'use-variant', variant: 'eu' }],
    ['a password nobody can guess', of('password-refused')[0], undefined],
    ['a sender that is not the account', of('sender-not-owned')[0], { kind: 'use-sender', address: 'ann@example.com' }],
    ['a sender that is the account already', refusedAfterLogin('mail-from', '550 5.7.0 no'), undefined],
    ['a blocked port', of('port-blocked')[0], { kind: 'use-port', port: 587, security: 'starttls' }],
  ])('%s', (_name, evidence, expected) => {
    expect(correction(evidence)).toEqual(expected);
  });

  it('offers another kind of encryption no more once the run tried it in vain', () => {
    const failure = {
      stage: 'tls',
      secured: false,
      kind: 'tls-failed',
      reason: 'peer-speaks-cleartext',
      code: '',
    } as const;
    const tried = seen(failure, {
      security: 'implicit-tls',
      reports: [report(587, { ...silence, stage: 'greeting' })],
    });
    expect(diagnose(tried).ruleId).toBe('implicit-tls-on-starttls-port');
    expect(correction(tried)).toBeUndefined();
  });

  it('never offers a provider’s port an encryption that its own table speaks against', () => {
    const quiet = { ...silence, stage: 'greeting' } as const;
    expect(correction(seen(quiet, at('smtp.sendgrid.net')))).toBeUndefined();
    expect(correction(seen(quiet, { port: 2587 }))).toEqual({
      kind: 'use-security',
      port: 2587,
      security: 'implicit-tls',
    });
  });

  it('offers another port for what another port may cure, and not for a refused login', () => {
    const reports = [report(465, works)];
    const missing = { stage: 'starttls', secured: false, kind: 'starttls-not-offered', masked: true } as const;
    expect(correction(seen(missing, { reports }))).toEqual({ kind: 'use-port', port: 465, security: 'implicit-tls' });
    expect(correction(refusedAfterLogin('auth', '535 5.7.8 no', { reports }))).toBeUndefined();
  });
});

describe('a certificate for another name', () => {
  const addresses = [attempt(587, '203.0.113.5', 'connected'), attempt(587, '2001:db8::5', silence)];

  it('offers that name only for the address that answered', () => {
    const evidence = seen(wrongName(['server12.hoster.example']), { attempts: addresses });
    expect(correction(evidence)).toEqual({
      kind: 'use-host',
      host: 'server12.hoster.example',
      sameAddressAs: ['203.0.113.5'],
    });
  });

  it('prefers the name by which the server greeted', () => {
    const evidence = seen(wrongName(['www.hoster.example', 'mx.hoster.example', '*.hoster.example']), {
      transcript: heard('220 mx.hoster.example ESMTP'),
      attempts: addresses,
    });
    expect(correction(evidence)).toMatchObject({ host: 'mx.hoster.example' });
  });

  it('reads the address from the endpoint’s own stages while the run goes on', () => {
    const connect = { stage: 'connect', secured: false, startedAt: 1, address: '203.0.113.9' } as const;
    const own = { ...report(587, wrongName([])), stages: [connect] };
    expect(correction(seen(wrongName(['mx.hoster.example']), { reports: [own] }))).toMatchObject({
      sameAddressAs: ['203.0.113.9'],
    });
  });

  it('offers no name while nobody knows which address answered', () => {
    expect(correction(seen(wrongName(['mx.hoster.example'])))).toBeUndefined();
  });

  it('never leads a known provider’s password to the name that a stranger shows', () => {
    const attempts = [attempt(587, '203.0.113.5', 'connected', 20, 'smtp.sendgrid.net')];
    const evidence = seen(wrongName(['box4711.hoster.example']), { ...at('smtp.sendgrid.net'), attempts });
    expect(diagnose(evidence).ruleId).toBe('redirected');
    expect(correction(evidence)).toBeUndefined();
    // Nor when the certificate has one of the provider's other names: its table says which host is right.
    const own = seen(wrongName(['mx.sendgrid.net']), { ...at('smtp.sendgrid.net'), attempts });
    expect(diagnose(own).ruleId).toBe('certificate-another-name');
    expect(correction(own)).toBeUndefined();
  });

  it('offers no name that cannot be dialled', () => {
    expect(correction(seen(wrongName(['*.hoster.example', '203.0.113.5']), { attempts: addresses }))).toBeUndefined();
  });
});

it('a server in another domain of the same provider is no stranger', () => {
  const missing = { stage: 'starttls', secured: false, kind: 'starttls-not-offered', masked: false } as const;
  const greetedBy = (name: string) =>
    diagnose(seen(missing, { ...at('smtp.gmail.com'), transcript: heard(`220 ${name} ESMTP`) })).ruleId;
  expect(greetedBy('mx.google.com')).toBe('starttls-stripped');
  expect(greetedBy('smtp.gmail.com')).toBe('starttls-stripped');
  expect(greetedBy('SG')).toBe('starttls-stripped');
  expect(greetedBy('box4711.hoster.example')).toBe('redirected');
});

describe('where the test ran from', () => {
  const forbidden = of('system-forbids')[0];

  it.each([
    ['local', 'This computer does not allow connections to port 587'],
    ['hosted', 'Outport’s server does not allow connections to port 587'],
  ] as const)('%s is named in the title', (vantage, title) => {
    expect(forbidden && diagnose({ ...forbidden, vantage }).title).toBe(title);
  });

  it('hosted sends nobody to a firewall that is not theirs', () => {
    for (const evidence of [...of('network-silent'), ...of('system-forbids'), ...of('no-network')]) {
      const said = diagnose({ ...evidence, vantage: 'hosted' }).doThis.join(' ');
      expect(said).toContain('your own computer');
      expect(said).not.toMatch(/firewall of this computer|this computer is online/);
    }
  });
});
