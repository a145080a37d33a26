/** Fixtures of the replies that providers' own entries know. */
import { at, refused, refusedAfterLogin, type Fixture, type Seen } from './evidence';
import type { Stage } from '@/lib/smtp/outcome';

const key = { ...at('smtp.sendgrid.net'), username: 'apikey' };
const gmail = at('smtp.gmail.com');
const relay = at('smtp-relay.gmail.com');

function fixture(rule: string, kind: Seen, stage: Stage, lines: string, known: typeof gmail): Fixture {
  const from = `${known.provider?.name ?? ''}’s own words`;
  return { rule, seen: kind, from, evidence: refusedAfterLogin(stage, lines, known) };
}

export const providerFixtures: readonly Fixture[] = [
  fixture('sendgrid-login', 'reported', 'auth', '535 Authentication failed: Bad username / password', key),
  fixture('sendgrid-credits', 'documented', 'auth', '451 Authentication failed: Maximum credits exceeded', key),
  {
    rule: 'sendgrid-no-login',
    seen: 'documented',
    from: 'SendGrid’s own words',
    evidence: refused('mail-from', '550 Unauthenticated senders not allowed', at('smtp.sendgrid.net')),
  },
  fixture(
    'sendgrid-sender',
    'reported',
    'data',
    '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.',
    key,
  ),
  fixture(
    'sendgrid-sender-by-docs',
    'documented',
    'data',
    '403 You are not authorized to send from that email address',
    key,
  ),
  fixture('sendgrid-throttled', 'documented', 'rcpt-to', '452 Too many recipients received this hour', key),
  fixture('sendgrid-deferred', 'documented', 'data', '421 Message from (203.0.113.5) temporarily deferred', key),
  fixture('mailgun-login', 'reported', 'auth', '535 Authentication failed', at('smtp.mailgun.org')),
  fixture(
    'mailgun-sandbox',
    'reported',
    'data',
    '554 Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients',
    at('smtp.eu.mailgun.org'),
  ),
  fixture(
    'google-app-password',
    'documented',
    'auth',
    '534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp',
    gmail,
  ),
  fixture(
    'google-login',
    'documented',
    'auth',
    '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8 https://support.google.com/mail/?p=BadCredentials - gsmtp',
    gmail,
  ),
  fixture(
    'google-browser',
    'documented',
    'auth',
    '534 5.7.14 Please log in with your web browser and then try again',
    gmail,
  ),
  fixture(
    'google-too-many-logins',
    'documented',
    'auth',
    '454 4.7.0 Too many login attempts, please try again later',
    gmail,
  ),
  fixture('google-no-login', 'documented', 'mail-from', '530 5.7.0 Authentication Required', gmail),
  fixture('google-daily-limit', 'documented', 'data', '550 5.4.5 Daily user sending limit exceeded', gmail),
  fixture('google-relay-denied', 'documented', 'mail-from', '550 5.7.0 Mail relay denied [203.0.113.5]', relay),
  fixture(
    'google-relay-domain',
    'documented',
    'mail-from',
    '550 5.7.1 Invalid credentials for relay [203.0.113.5]',
    relay,
  ),
  fixture('google-relay-limit', 'documented', 'data', '550 5.7.1 Daily SMTP relay limit exceeded for user', relay),
  fixture('google-relay-peak', 'documented', 'data', '450 4.2.1 Peak SMTP relay limit exceeded for customer', relay),
  fixture('google-relay-user', 'documented', 'data', '550 5.7.0 Mail Sending denied', relay),
];
