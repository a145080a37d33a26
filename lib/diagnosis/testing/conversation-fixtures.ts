/** Fixtures of greeting, EHLO, STARTTLS and the handshake. */
import type { Failure } from '@/lib/smtp/outcome';
import { at, heard, refused, report, seen, works, type Fixture, type Seen } from './evidence';

type Violation = Extract<Failure, { kind: 'protocol-violation' }>['cause'];

const broken = (cause: Violation, sample = ''): Failure => ({
  stage: cause === 'data-before-tls' ? 'starttls' : 'greeting',
  secured: false,
  kind: 'protocol-violation',
  cause,
  sample,
});
const missing = (masked = false): Failure => ({
  stage: 'starttls',
  secured: false,
  kind: 'starttls-not-offered',
  masked,
});
const handshake = (reason: 'peer-speaks-cleartext' | 'no-common-version' | 'other', code: string): Failure => ({
  stage: 'tls',
  secured: false,
  kind: 'tls-failed',
  reason,
  code,
});
const wrongVersion = handshake('peer-speaks-cleartext', 'ERR_SSL_WRONG_VERSION_NUMBER');
const sendgrid = at('smtp.sendgrid.net');
const stranger = heard('220-box4711.hoster.example ESMTP Exim 4.96', '250-box4711.hoster.example Hello');

function fixture(rule: string, kind: Seen, from: string, evidence: Fixture['evidence']): Fixture {
  return { rule, seen: kind, from, evidence };
}

export const conversationFixtures: readonly Fixture[] = [
  fixture('ssh-behind-port', 'recorded', 'OpenSSH', seen(broken('not-smtp', 'SSH-2.0-OpenSSH_9.2p1'))),
  fixture('imap-behind-port', 'recorded', 'Dovecot', seen(broken('not-smtp', '* OK [CAPABILITY IMAP4rev1] ready.'))),
  fixture('pop3-behind-port', 'recorded', 'Dovecot', seen(broken('not-smtp', '+OK Dovecot ready.'))),
  fixture('web-behind-port', 'scripted', 'a captive portal', seen(broken('not-smtp', 'HTTP/1.1 302 Found'))),
  fixture('tls-behind-port', 'scripted', 'a TLS alert', seen(broken('not-smtp', '\u0015\u0003\u0001\u0000\u0002'))),
  fixture('not-smtp', 'scripted', 'a service of another kind', seen(broken('not-smtp', 'RFB 003.008'))),
  fixture('not-smtp', 'scripted', 'hosted mode, which withholds the sample', seen(broken('not-smtp', ''))),
  fixture('injected', 'scripted', 'a reply injected before TLS', seen(broken('data-before-tls', '250 AUTH PLAIN'))),
  fixture('endless-reply', 'scripted', 'a reply without end', seen(broken('too-long'))),
  fixture('out-of-step', 'scripted', 'an extra reply line', seen(broken('out-of-step', '250 ok'))),
  fixture('broken-smtp', 'scripted', 'a reply whose lines change code', seen(broken('malformed', '250 no'))),
  fixture('accepts-no-mail', 'scripted', 'RFC 7504', refused('greeting', '521 mail.example.com does not accept mail')),
  fixture('too-many-connections', 'scripted', 'a busy server', refused('greeting', '421 4.7.0 Too many connections')),
  fixture(
    'port-25-refuses',
    'recorded',
    'Postfix with a blocklist',
    refused('greeting', '554 5.7.1 Service unavailable', { port: 25 }),
  ),
  fixture('greeting-refused', 'recorded', 'Postfix', refused('greeting', '554 5.7.1 Service unavailable')),
  fixture('greeting-later', 'scripted', 'a server at its limit', refused('greeting', '450 4.3.2 try again later')),
  fixture(
    'ehlo-name-refused',
    'recorded',
    'Postfix',
    refused('ehlo', '501 5.5.2 <bad_name!>: Helo command rejected: Invalid name'),
  ),
  fixture('ehlo-name-refused', 'recorded', 'Exim', refused('ehlo', '501 Syntactically invalid HELO argument(s)')),
  fixture('ehlo-unknown', 'scripted', 'an old server', refused('ehlo', '502 unimplemented')),
  fixture('ehlo-wants-login', 'reported', 'vsftpd', refused('ehlo', '530 Please login with USER and PASS.')),
  fixture('ehlo-busy', 'scripted', 'a busy server', refused('ehlo', '421 4.3.2 closing')),
  fixture('ehlo-refused', 'scripted', 'a policy', refused('ehlo', '554 5.7.1 go away')),
  fixture('ehlo-later', 'scripted', 'a policy', refused('ehlo', '450 4.7.1 later')),
  fixture(
    'reverse-dns-missing',
    'documented',
    'RFC 7372',
    refused('greeting', '550 5.7.25 reverse DNS validation failed'),
  ),
  fixture(
    'redirected',
    'recorded',
    'a firewall that redirects to Exim',
    seen(missing(), { ...sendgrid, transcript: stranger }),
  ),
  fixture(
    'redirected',
    'scripted',
    'the same, refusing',
    refused('greeting', '554 no', { ...sendgrid, transcript: stranger }),
  ),
  fixture(
    'implicit-port-in-the-clear',
    'recorded',
    '465 led to a plain server',
    seen(wrongVersion, { ...sendgrid, port: 465 }),
  ),
  fixture(
    'starttls-masked',
    'scripted',
    'XXXXXXXA',
    seen(missing(true), { transcript: heard('220 mail.example.com') }),
  ),
  fixture('smtp-inspected', 'reported', 'Cisco PIX', seen(missing(), { transcript: heard('220 ********2****0*****') })),
  fixture(
    'starttls-stripped',
    'scripted',
    'an offer taken off the list',
    seen(missing(), { ...sendgrid, transcript: heard('220 SG ESMTP service ready', '250-smtp.sendgrid.net') }),
  ),
  fixture('starttls-missing', 'recorded', 'Exim without a certificate', seen(missing())),
  fixture('starttls-unavailable', 'recorded', 'Postfix', refused('starttls', '454 4.7.0 TLS not available')),
  fixture('starttls-unsupported', 'scripted', 'a proxy', refused('starttls', '502 5.5.1 unknown command')),
  fixture('starttls-refused', 'scripted', 'a policy', refused('starttls', '554 5.7.3 no')),
  fixture(
    'implicit-tls-on-starttls-port',
    'recorded',
    'Postfix on 587',
    seen(wrongVersion, { security: 'implicit-tls' }),
  ),
  fixture(
    'implicit-tls-on-starttls-port',
    'recorded',
    'Postfix on 587, tried both ways',
    seen(wrongVersion, { security: 'implicit-tls', reports: [report(587, works)] }),
  ),
  fixture('cleartext-after-starttls', 'scripted', 'a peer that goes on in the clear', seen(wrongVersion)),
  fixture(
    'old-tls',
    'recorded',
    'OpenSSL with TLS 1.0 only',
    seen(handshake('no-common-version', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')),
  ),
  fixture(
    'client-certificate-wanted',
    'recorded',
    'OpenSSL that requires one',
    seen(handshake('other', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED')),
  ),
  fixture(
    'server-name-unknown',
    'recorded',
    'OpenSSL with strict names',
    seen(handshake('other', 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME')),
  ),
  fixture('weak-encryption', 'reported', 'OpenSSL', seen(handshake('other', 'ERR_SSL_DH_KEY_TOO_SMALL'))),
  fixture('handshake-refused', 'recorded', 'OpenSSL', seen(handshake('other', 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'))),
  fixture(
    'tls-failed',
    'recorded',
    'no cipher in common',
    seen(handshake('no-common-version', 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE')),
  ),
  fixture('tls-failed', 'scripted', 'a code nobody knows', seen(handshake('other', 'ERR_SSL_BAD_SIGNATURE'))),
];
