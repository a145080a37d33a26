/** Journeys at real providers' own names, led to the lab: their ports, their words, and a network that blocks some of them. */
import type { Line } from '@/lib/network/testing/scripted-server';
import { expect, goodbye, hangUp, implicit, loggedIn, say, secured, takesMessage, type Answers } from '../dialogue';
import { envelope } from '../job';
import type { AskedEndpoint, AskedMessage, FailureFacts, ScenarioEntry, ScriptedPeer, Sight, Truth } from '../scenario';

const four: readonly AskedEndpoint[] = [
  { port: 465, security: 'implicit-tls' },
  { port: 587, security: 'starttls' },
  { port: 2525, security: 'starttls' },
  { port: 25, security: 'starttls' },
];
const usable: Truth = { status: 'usable', tls: 'TLSv1.3' };
const silent: Truth = { status: 'failed', failure: { kind: 'timed-out', stage: 'connect' }, finding: 'port-blocked' };
const normallySilent: Truth = { ...silent, finding: 'port-25-silent' };
const closed: Truth = { status: 'failed', failure: { kind: 'refused' }, finding: 'port-refused' };

const on = (says: readonly Line[]): ScriptedPeer => ({ says, identity: 'provider' });
const tlsFirst = (says: readonly Line[]): ScriptedPeer => ({ says, identity: 'provider', implicitTls: true });
const probed = on([...secured(), ...goodbye]);
const probed465 = tlsFirst([...implicit(), ...goodbye]);

const apiKey = {
  username: 'apikey',
  password: 'SG.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
};
const account = {
  username: 'postmaster@mg.example.com',
  password: '0123456789abcdef0123456789abcdef-01234567-89abcdef',
};
const google = { username: 'someone@example.com', password: 'a normal password' };

/** What a server says once a message is to be sent, login included. */
const login = (line: string): Line[] => [expect(/^AUTH PLAIN \S+$/i), say(line), ...goodbye];
const letter = (answers: Answers = {}): Line[] => [...loggedIn, ...takesMessage(answers), ...goodbye];

type Login = { readonly username: string; readonly password: string };

/** A message at a provider whose servers stand in another entry. */
function message(
  id: string,
  what: string,
  host: string,
  endpoint: AskedEndpoint,
  credentials: Login,
  truth: Truth,
  sees: readonly Sight[],
): ScenarioEntry {
  const ask: AskedMessage = { ...endpoint, ...credentials, from: envelope.from };
  return {
    id,
    what,
    host,
    ask: { message: ask },
    truth: [truth],
    witness: { sees: ['certificate: trusted', ...sees] },
  };
}

const refused = (stage: 'auth' | 'mail-from' | 'data', code: number, enhanced?: string): FailureFacts => ({
  kind: 'negative-reply',
  stage,
  secured: true,
  reply: { code, ...(enhanced === undefined ? {} : { enhanced }) },
});
const by = (failure: FailureFacts, finding: string): Truth => ({ status: 'failed', failure, finding });

const sendgrid: readonly ScenarioEntry[] = [
  {
    id: 'sendgrid-all-ports',
    what: 'SendGrid: all four ports work',
    host: 'smtp.sendgrid.net',
    servers: { 465: probed465, 587: probed, 2525: probed, 25: probed },
    ask: { probe: four },
    truth: [usable, usable, usable, usable],
    recommends: 465,
    witness: { sees: ['certificate: trusted', 'name: fits'] },
  },
  {
    id: 'sendgrid-eu-blocked',
    what: 'SendGrid: this network blocks 25, 465 and 587, the detour port is left',
    host: 'smtp.eu.sendgrid.net',
    servers: { 465: probed465, 587: probed, 2525: probed, 25: probed },
    network: [25, 465, 587].map((port) => ({ at: 'far', does: 'drop', port })),
    ask: { probe: four },
    truth: [silent, silent, usable, normallySilent],
    recommends: 2525,
    witness: { sees: [/^198\.\S+: silence$/] },
  },
  {
    id: 'sendgrid-accepts',
    what: 'SendGrid: the key is right and the sender known',
    servers: {
      587: { says: [...secured(), ...letter({ dot: [say('250 Ok: queued as kJ3hW2lTQ9mSBcXg7aBcDe\r\n')] })] },
    },
    ask: { message: { port: 587, security: 'starttls', ...apiKey } },
    truth: [{ status: 'accepted', queueId: /^kJ3hW2lTQ9mSBcXg7aBcDe$/ }],
    witness: { sees: ['certificate: trusted', /^< 235/, /^< 250 Ok: queued as/] },
  },
];

const mailgunHost = 'smtp.mailgun.org';
const mailgun: readonly ScenarioEntry[] = [
  {
    id: 'mailgun-wrong-password',
    what: 'Mailgun: the SMTP password is wrong',
    host: mailgunHost,
    servers: {
      587: on([...secured(), ...login('535 5.7.0 Authentication failed\r\n')]),
      465: tlsFirst([...implicit(), ...letter({ rcpt: [say('550 5.7.1 Relaying denied\r\n'), hangUp] })]),
      2525: on([...secured(), ...letter({ dot: [say('250 Great success\r\n')] })]),
    },
    ask: { message: { port: 587, security: 'starttls', ...account } },
    truth: [by(refused('auth', 535), 'mailgun-login')],
    witness: { sees: ['certificate: trusted', /^< 535 5\.7\.0 Authentication failed/] },
  },
  message(
    'mailgun-accepts-2525',
    'Mailgun: accepted on 2525, in its own words',
    mailgunHost,
    { port: 2525, security: 'starttls' },
    account,
    { status: 'accepted', code: 250 },
    [/^< 250 Great success/],
  ),
  {
    id: 'mailgun-eu-465-closed',
    what: 'Mailgun: 465 is refused by the network, 587 works',
    host: 'smtp.eu.mailgun.org',
    servers: { 465: probed465, 587: probed },
    network: [{ at: 'near', does: 'tcp-reset', port: 465 }],
    ask: { probe: four.slice(0, 2) },
    truth: [closed, usable],
    recommends: 587,
    witness: { sees: [/^198\.\S+: ECONNREFUSED/] },
  },
];

const gmail = 'smtp.gmail.com';
const appPassword =
  '534-5.7.9 Application-specific password required. For more information, go to\r\n534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp\r\n';
const badCredentials =
  '535-5.7.8 Username and Password not accepted. For more information, go to\r\n535 5.7.8 https://support.google.com/mail/?p=BadCredentials - gsmtp\r\n';
const googleScenarios: readonly ScenarioEntry[] = [
  {
    id: 'google-app-password',
    what: 'Google: a normal password with two-step verification',
    host: gmail,
    servers: {
      587: on([...secured(), ...login(appPassword)]),
      465: tlsFirst([...implicit(), ...login(badCredentials)]),
    },
    ask: { message: { port: 587, security: 'starttls', ...google } },
    truth: [by(refused('auth', 534, '5.7.9'), 'google-app-password')],
    witness: { sees: ['certificate: trusted', /^< 534-5\.7\.9/] },
  },
  message(
    'google-wrong-password',
    'Google: the password is not accepted',
    gmail,
    { port: 465, security: 'implicit-tls' },
    google,
    by(refused('auth', 535, '5.7.8'), 'google-login'),
    [/^< 535-5\.7\.8/],
  ),
  {
    id: 'google-relay-denied',
    what: 'Google: the relay does not know this address',
    host: 'smtp-relay.gmail.com',
    servers: {
      587: on([
        ...secured(['SIZE 157286400', '8BITMIME']),
        ...takesMessage({
          mail: [
            say(
              '550-5.7.0 Mail relay denied [192.0.2.1]. Invalid credentials for relay for one of\r\n550 5.7.0 the domains in the message - gsmtp\r\n',
            ),
          ],
        }),
      ]),
    },
    ask: { message: { port: 587, security: 'starttls' } },
    truth: [by(refused('mail-from', 550, '5.7.0'), 'google-relay-denied')],
    witness: { sees: ['certificate: trusted', /^< 550-5\.7\.0 Mail relay denied/] },
  },
  {
    id: 'postmark-without-465',
    what: 'Postmark: 465 is silent because it is not offered there',
    host: 'smtp.postmarkapp.com',
    servers: { 587: probed, 2525: probed, 25: probed },
    network: [{ at: 'far', does: 'drop', port: 465 }],
    ask: { probe: four },
    truth: [{ ...silent, finding: 'port-not-offered' }, usable, usable, usable],
    recommends: 587,
    witness: { sees: [/^198\.\S+: silence$/] },
  },
];

export const providerScenarios: readonly ScenarioEntry[] = [...sendgrid, ...mailgun, ...googleScenarios];
