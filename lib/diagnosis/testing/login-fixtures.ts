/** Fixtures of the login. */
import type { Failure } from '@/lib/smtp/outcome';
import { at, refused, refusedAfterLogin, seen, type Fixture, type Seen } from './evidence';

const offered = (mechanisms: string[], secured = true): Failure => ({
  stage: 'auth',
  secured,
  kind: 'auth-not-offered',
  mechanisms,
});
const login = (lines: string, more = {}) => refusedAfterLogin('auth', lines, more);
const microsoft = (words: string) => login(`535 5.7.139 Authentication unsuccessful, ${words}`);

function fixture(rule: string, kind: Seen, from: string, evidence: Fixture['evidence']): Fixture {
  return { rule, seen: kind, from, evidence };
}

export const loginFixtures: readonly Fixture[] = [
  fixture('oauth-only', 'scripted', 'a server with XOAUTH2 only', seen(offered(['XOAUTH2']))),
  fixture('oauth-only', 'scripted', 'OAuth beside Kerberos', seen(offered(['GSSAPI', 'OAUTHBEARER']))),
  fixture('login-hidden-in-the-clear', 'recorded', 'Postfix before TLS', seen(offered([], false))),
  fixture('login-not-offered', 'recorded', 'Postfix without SASL', seen(offered([]))),
  fixture('login-of-another-kind', 'scripted', 'Exchange inside a company', seen(offered(['GSSAPI', 'NTLM']))),
  fixture(
    'username-is-fixed',
    'reported',
    'SendGrid, with a name instead of apikey',
    login('535 Authentication failed: Bad username / password', at('smtp.sendgrid.net')),
  ),
  fixture(
    'password-refused',
    'recorded',
    'Postfix',
    login('535 5.7.8 Error: authentication failed: (reason unavailable)'),
  ),
  fixture('password-refused', 'recorded', 'Dovecot', login('535 5.7.8 Authentication failed.')),
  fixture('password-refused', 'recorded', 'Exim', login('535 Incorrect authentication data')),
  fixture('stronger-login-wanted', 'documented', 'RFC 4954', login('534 5.7.9 Authentication mechanism is too weak')),
  fixture('sign-in-first', 'documented', 'enhanced codes', login('534 5.7.14 Trust relationship required')),
  fixture('exchange-login-refused', 'reported', 'Exchange', login('535 5.7.3 Authentication unsuccessful')),
  fixture('microsoft-login-refused', 'reported', 'a reason not known yet', microsoft('something new')),
  fixture(
    'microsoft-smtp-auth-off',
    'reported',
    'Microsoft 365',
    microsoft('SmtpClientAuthentication is disabled for the Tenant.'),
  ),
  fixture('microsoft-basic-login-off', 'reported', 'Outlook.com', microsoft('basic authentication is disabled.')),
  fixture('microsoft-password-wrong', 'reported', 'Microsoft 365', microsoft('the user credentials were incorrect.')),
  fixture(
    'microsoft-sign-in-rule',
    'reported',
    'Microsoft 365',
    microsoft('the request did not meet the criteria to be authenticated successfully.'),
  ),
  fixture(
    'basic-login-retired',
    'documented',
    'Microsoft',
    login('550 5.7.30 Basic authentication is not supported for Client Submission.'),
  ),
  fixture('account-disabled', 'documented', 'enhanced codes', login('525 5.7.13 User Account Disabled')),
  fixture('encryption-for-login', 'documented', 'RFC 4954', login('538 5.7.11 Encryption required')),
  fixture(
    'login-before-encryption',
    'recorded',
    'Postfix',
    login('530 5.7.0 Must issue a STARTTLS command first', { secured: false }),
  ),
  fixture('login-not-enabled', 'recorded', 'Postfix', login('503 5.5.1 Error: authentication not enabled')),
  fixture('login-not-enabled', 'recorded', 'Exim', login('503 AUTH command used when not advertised')),
  fixture('login-garbled', 'documented', 'RFC 4954', login('501 5.5.2 Cannot decode')),
  fixture('login-too-long', 'documented', 'RFC 4954', login('500 5.5.6 Authentication Exchange line is too long')),
  fixture('mechanism-refused', 'recorded', 'Exim', login('504 LOGIN authentication mechanism not supported')),
  fixture('address-not-allowed', 'reported', 'Brevo', login('525 5.7.1 Unauthorized IP address')),
  fixture('password-transition', 'documented', 'RFC 4954', login('432 4.7.12 A password transition is needed')),
  fixture('login-service-down', 'documented', 'RFC 4954', login('454 4.7.0 Temporary authentication failure')),
  fixture('too-many-logins', 'reported', 'several providers', login('421 4.7.0 Too many login attempts')),
  fixture('yahoo-too-many-logins', 'reported', 'Yahoo', login('535 5.7.0 (#AUTH005) Too many bad auth attempts.')),
  fixture(
    'too-many-logins-in-words',
    'documented',
    'Google, behind another host name',
    login('454 4.7.0 Too many login attempts, please try again later'),
  ),
  fixture('login-later', 'scripted', 'a temporary refusal', login('451 4.3.0 try again')),
  fixture('login-refused', 'scripted', 'a refusal without a meaning of its own', login('554 5.0.0 no')),
  fixture('odd-answer', 'scripted', 'answers out of step', login('354 go ahead')),
  fixture('odd-answer', 'scripted', 'a greeting that is none', refused('greeting', '250 ok')),
];
