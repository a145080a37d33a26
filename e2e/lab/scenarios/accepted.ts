/** Messages that are accepted, by real servers and by scripted ones that each have a way of their own. */
import type { Line } from '@/lib/network/testing/scripted-server';
import { type Answers, expect, goodbye, loggedIn, pause, say, secured, takesMessage } from '../dialogue';
import { credentials } from '../job';
import type { ScenarioEntry, Sight, Truth, Witness } from '../scenario';
import { on465, on587 } from './usual-endpoints';

const dialogueOf = (login: readonly Line[]): Line[] => [...login, ...takesMessage(), ...goodbye];

/** A message on 587. */
function accepted(
  id: string,
  what: string,
  answers: Answers,
  sees: readonly Sight[],
  opening: readonly Line[] = [...secured(), ...loggedIn],
  truth: Partial<Truth & { status: 'accepted' }> = {},
  witness: Partial<Witness> = {},
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 587: { says: [...opening, ...takesMessage(answers), ...goodbye] } },
    ask: { message: { port: 587, security: 'starttls', ...credentials } },
    truth: [{ status: 'accepted', ...truth }],
    witness: { sees: [/^< 235/, '> [message]', ...sees], ...witness },
    record: { heard: [/^MAIL FROM:<lab@lab\.test>/, /^RCPT TO:<postmaster@lab\.test>/, /^DATA$/] },
  };
}

const acceptedByServers: readonly ScenarioEntry[] = [
  {
    id: 'login-only-login',
    what: 'LOGIN is the only mechanism',
    servers: {
      587: {
        says: [
          ...secured(['AUTH LOGIN']),
          ...dialogueOf([
            expect(/^AUTH LOGIN$/i),
            say('334 VXNlcm5hbWU6\r\n'),
            expect(/^\S+$/),
            say('334 UGFzc3dvcmQ6\r\n'),
            expect(/^\S+$/),
            say('235 2.7.0 ok\r\n'),
          ]),
        ],
      },
    },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted' }],
    witness: { sees: ['> [password]', /^< 235/, /^< 250 2\.0\.0/], login: 'LOGIN' },
    record: { heard: [/^AUTH LOGIN$/, new RegExp(`^${Buffer.from(credentials.password).toString('base64')}$`)] },
  },
  {
    id: 'login-only-cram-md5',
    what: 'CRAM-MD5 is the only mechanism',
    servers: {
      587: {
        says: [
          ...secured(['AUTH CRAM-MD5']),
          ...dialogueOf([
            expect(/^AUTH CRAM-MD5$/i),
            say('334 PDEyMzQubGFiQGxhYi50ZXN0Pg==\r\n'),
            expect(/^\S+$/),
            say('235 2.7.0 ok\r\n'),
          ]),
        ],
      },
    },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted' }],
    witness: { sees: ['> [digest]', /^< 235/, /^< 250 2\.0\.0/], login: 'CRAM-MD5' },
    record: { heard: [/^AUTH CRAM-MD5$/], neverHeard: [/^AUTH PLAIN/] },
  },
  {
    id: 'login-old-form',
    what: 'AUTH is announced in its old form, AUTH=PLAIN',
    servers: { 587: { says: [...secured(['AUTH=PLAIN LOGIN']), ...dialogueOf(loggedIn)] } },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted' }],
    witness: { sees: [/^< 250[ -]AUTH=PLAIN LOGIN$/, /^< 235/, /^< 250 2\.0\.0/] },
  },
  {
    id: 'message-without-login',
    what: 'Exim takes mail without a login, and none is given',
    servers: 'exim-without-login',
    ask: { message: { ...on587 } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: ['certificate: trusted', '> [message]', /^< 250 OK id=/] },
    record: { delivered: true },
  },
  {
    id: 'dovecot-accepts',
    what: 'Dovecot takes a message on 587 and hands it on',
    servers: 'dovecot',
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: ['certificate: trusted', /^< 235/, /^< 250/] },
    record: { delivered: true, logged: /Login: user=<lab>/ },
  },
  {
    id: 'postfix-accepts',
    what: 'Postfix takes a message on 465',
    servers: 'postfix',
    ask: { message: { ...on465, ...credentials } },
    truth: [{ status: 'accepted', code: 250, queueId: /^[0-9A-Za-z]+$/ }],
    witness: { sees: ['certificate: trusted', /^< 235/, /^< 250 2.0.0 Ok: queued/] },
    record: { delivered: true, logged: /sasl_username=lab/ },
  },
  {
    id: 'postfix-accepts-letters',
    what: 'Postfix takes a recipient with a letter that is not ASCII',
    servers: 'postfix',
    ask: { message: { ...on587, ...credentials, to: 'jörg@lab.test' } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: ['certificate: trusted', /^< 250[ -]SMTPUTF8$/, /^< 235/] },
    record: { delivered: true },
  },
  {
    id: 'message-in-the-clear',
    what: 'Exim takes a message without encryption and without a login',
    servers: 'exim-without-login',
    ask: { message: { port: 25, security: 'cleartext' } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: [/^< 220/, '> [message]', /^< 250 OK id=/] },
    record: { delivered: true },
  },
  {
    id: 'exim-accepts-587',
    what: 'Exim takes a message on 587',
    servers: 'exim',
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: ['certificate: trusted', /^< 235/, '> [message]', /^< 250 OK id=/] },
    record: { delivered: true, logged: /A=plain:lab/ },
  },
];

const acceptedByScripts: readonly ScenarioEntry[] = [
  accepted('message-starttls', 'STARTTLS, PLAIN, a message', {}, [/^< 250 2\.0\.0/], undefined, {
    queueId: /^4RfLab7xZ1$/,
  }),
  accepted(
    'message-gmail-reply',
    'acceptance in Google’s words',
    { dot: [say('250 2.0.0 OK  1732442400 a640c23a62f3a-aa50b28f6f8sm567890166b.12 - gsmtp\r\n')] },
    [/gsmtp$/],
  ),
  accepted(
    'message-multiline-reply',
    'acceptance in three lines',
    { dot: [say('250-2.0.0 Thank you\r\n250-2.0.0 Queued\r\n250 2.0.0 as ABC\r\n')] },
    ['< 250 2.0.0 as ABC'],
  ),
  accepted('message-bare-250', 'acceptance of the code alone', { dot: [say('250\r\n')] }, ['< 250']),
  accepted(
    'message-251',
    'the recipient’s mail is forwarded (251)',
    { rcpt: [say('251 2.1.5 User not local; will forward\r\n')] },
    [/^< 250 2\.0\.0/],
  ),
  accepted(
    'message-slow-acceptance',
    'acceptance takes eight seconds',
    { dot: [pause(8000), say('250 2.0.0 Ok: queued as SLOW1\r\n')] },
    [/SLOW1/],
    undefined,
    { queueId: /^SLOW1$/ },
    { patience: 12_000 },
  ),
  accepted(
    'message-no-pipelining',
    'a server without PIPELINING',
    {},
    [/^< 250 2\.0\.0/],
    [...secured(['AUTH PLAIN']), ...loggedIn],
  ),
  accepted(
    'message-hangs-up-at-once',
    'the server hangs up right after its acceptance',
    { dot: [say('250 2.0.0 Ok: queued as LAST1\r\n'), pause(20), { close: 'end' }] },
    [/LAST1/],
    undefined,
    { queueId: /^LAST1$/ },
  ),
];

export const acceptedScenarios: readonly ScenarioEntry[] = [...acceptedByServers, ...acceptedByScripts];
