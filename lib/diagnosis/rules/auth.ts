/** The login (RFC 4954), whose refusals say more by their enhanced codes than by 535. */
import type { Evidence, Rule } from '../finding';
import { otherRefusal, refusal, enhancedRefusal, registry, rfc, ruleOf } from '../rule-table';

const passwordAdvice = [
  'Type or paste the password again, without blanks around it.',
  'Check the user name: most providers want the whole email address.',
  'If the account uses two-step login, make an app password.',
];
const connected = 'The connection itself works.';
const microsoftAuth =
  'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission';
const basicOff =
  'https://techcommunity.microsoft.com/blog/exchange/exchange-online-to-retire-basic-auth-for-client-submission-smtp-auth/4114750';

/** The one user name that this host of the provider wants from everybody, or undefined. */
function fixedName({ provider, variant }: Evidence): string | undefined {
  const rule = variant?.username ?? provider?.username;
  return rule?.kind === 'fixed' ? rule.value : undefined;
}

/** The provider has one user name for everybody, and another was sent. */
export function hasWrongFixedName(evidence: Evidence): boolean {
  const fixed = fixedName(evidence);
  return fixed !== undefined && evidence.username !== undefined && evidence.username !== fixed;
}

/** 5.7.10 and 5.7.11 say it (RFC 5248); 538 said it before them. */
const needsTls = /^5\.7\.1[01]$/;

export const authRules: readonly Rule[] = [
  ruleOf(
    'provider',
    'username-is-fixed',
    ['negative-reply'],
    ({ stage }, evidence) => stage === 'auth' && hasWrongFixedName(evidence),
    (_failure, evidence) => {
      const { provider } = evidence;
      const name = fixedName(evidence) ?? '';
      return {
        title: `${provider?.shortName ?? 'The provider'} wants the user name ${name}`,
        why: `${connected} This provider has one user name for everybody, and another was sent.`,
        doThis: [`Set the user name to ${name}; the key goes into the password field.`, 'Send the test email again.'],
        source: provider?.docsUrl ?? rfc(4954),
        correction: { kind: 'use-username', username: name },
      };
    },
  ),
  refusal(
    'password-refused',
    { at: ['auth'], codes: [535], enhanced: /^(5\.7\.[018])?$/ },
    {
      title: 'The server refused the login',
      why: `${connected} Usually one of the two is mistyped, or it is not the password meant for SMTP.`,
      doThis: passwordAdvice,
      source: rfc(4954, '6'),
    },
  ),
  refusal(
    'stronger-login-wanted',
    { at: ['auth'], codes: [534], enhanced: /^(?!5\.7\.14$)/ },
    {
      title: 'The server wants another kind of password',
      why: `${connected} It asked for something stronger than this password, usually an app password.`,
      doThis: ['Make an app password at your provider and use it here.'],
      source: rfc(4954, '6'),
    },
  ),
  enhancedRefusal(
    'sign-in-first',
    { at: ['auth'], enhanced: /^5\.7\.14$/ },
    {
      title: 'The provider wants you to sign in on its website first',
      why: `${connected} It found this login unusual and holds it back.`,
      doThis: ['Sign in to the account in a browser and confirm the activity.', 'Send the test email again.'],
      source: registry,
    },
  ),
  enhancedRefusal(
    'exchange-login-refused',
    { at: ['auth'], codes: [535], enhanced: /^5\.7\.3$/ },
    {
      title: 'The server refused the login',
      why: `${connected} Microsoft Exchange answers so to a wrong password, and also when SMTP login is switched off for the mailbox.`,
      doThis: [...passwordAdvice, 'Have the administrator look whether “Authenticated SMTP” is on for this mailbox.'],
      source: microsoftAuth,
    },
  ),
  enhancedRefusal(
    'microsoft-login-refused',
    { at: ['auth'], codes: [535], enhanced: /^5\.7\.139$/ },
    {
      title: 'Microsoft refused this login',
      why: `${connected} The reason stands in the server’s words below: a wrong password, or a rule of the organisation.`,
      doThis: [...passwordAdvice, 'Have the administrator look at “Authenticated SMTP” and the sign-in rules.'],
      source: microsoftAuth,
    },
  ),
  enhancedRefusal(
    'basic-login-retired',
    { at: ['auth', 'mail-from'], enhanced: /^5\.7\.30$/ },
    {
      title: 'Microsoft takes no passwords for sending any more',
      why: `${connected} Login by user name and password has been switched off for this account.`,
      doThis: ['Use a program that signs in with OAuth, or another provider for sending.'],
      source: basicOff,
    },
  ),
  enhancedRefusal(
    'account-disabled',
    { at: ['auth', 'mail-from', 'rcpt-to', 'data'], enhanced: /^5\.7\.13$/ },
    {
      title: 'This account is switched off',
      why: `${connected} The server knows the account and lets nobody in.`,
      doThis: ['Sign in on your provider’s website and see what it says.', 'Ask whoever manages the account.'],
      source: registry,
    },
  ),
  enhancedRefusal(
    'encryption-for-login',
    { at: ['auth'], enhanced: needsTls },
    {
      title: 'The server takes logins only with encryption',
      why: 'It refused because this connection, or this way to log in, is not protected enough.',
      doThis: ['Use port 465, or 587 with STARTTLS.'],
      source: rfc(4954, '6'),
    },
  ),
  refusal(
    'login-before-encryption',
    { at: ['auth'], codes: [530, 538], enhanced: /^(?!5\.7\.1[01]$)/ },
    {
      title: 'The server wants encryption before the login',
      why: 'It refuses to hear a password on this connection.',
      doThis: ['Use port 465, or 587 with STARTTLS.'],
      source: rfc(4954, '6'),
    },
  ),
  refusal(
    'login-not-enabled',
    { at: ['auth'], codes: [500, 502, 503], enhanced: /^(?!5\.5\.6$)/ },
    {
      title: 'Login is not switched on here',
      why: 'The server did not understand the login, or does not allow one on this port.',
      doThis: ['Use port 465 or 587, where providers take logins.', 'Check the host at your provider.'],
      source: rfc(4954, '4'),
    },
  ),
  refusal(
    'login-garbled',
    { at: ['auth'], codes: [501] },
    {
      title: 'The server could not read the login',
      why: 'It found the user name or password malformed. Usually they hold a character it cannot take.',
      doThis: [
        'Type user name and password by hand, without blanks around them.',
        'Try a password of plain letters and digits.',
      ],
      source: rfc(4954, '4'),
    },
  ),
  enhancedRefusal(
    'login-too-long',
    { at: ['auth'], enhanced: /^5\.5\.6$/ },
    {
      title: 'The password is too long for this server',
      why: 'The line that carries it is longer than the server accepts.',
      doThis: ['Check that only the password was pasted.', 'Use a shorter password or key if your provider makes one.'],
      source: rfc(4954, '6'),
    },
  ),
  refusal(
    'mechanism-refused',
    { at: ['auth'], codes: [504] },
    {
      title: 'The server does not take this way to log in',
      why: 'It offered it and then declined; the password itself was not judged.',
      doThis: ['Use another port of the same server.', 'Ask your provider which login methods it takes.'],
      source: rfc(4954, '4'),
    },
  ),
  refusal(
    'address-not-allowed',
    { at: ['auth'], codes: [525], enhanced: /^(?!5\.7\.13$)/ },
    {
      title: 'The provider does not take logins from this address',
      why: `${connected} The account has a list of addresses that may use it, and the one of this computer is not on it.`,
      doThis: [
        'Add the public address of the machine that sends to the list in your provider’s security settings.',
        'Add its IPv6 address too, if it has one.',
      ],
      source: 'https://help.brevo.com/hc/en-us/articles/5740111683858',
    },
  ),
  refusal(
    'password-transition',
    { at: ['auth'], codes: [432] },
    {
      title: 'The password has to be renewed once',
      why: `${connected} The server moved to a new way of keeping passwords and does not have this one yet.`,
      doThis: ['Sign in on your provider’s website once, or set the password anew.', 'Send the test email again.'],
      source: rfc(4954, '6'),
    },
  ),
  refusal(
    'login-service-down',
    { at: ['auth'], codes: [454] },
    {
      title: 'The login service is out of order right now',
      why: 'The server said that it cannot check passwords for the moment. It says nothing about this one.',
      doThis: ['Wait 15 minutes, then try once.', 'Look at your provider’s status page.'],
      source: rfc(4954, '6'),
    },
  ),
  refusal(
    'too-many-logins',
    { at: ['auth'], codes: [421] },
    {
      title: 'The server takes no more logins from here for now',
      why: 'Usually too many were tried. It says nothing about this password, and more tries make the wait longer.',
      doThis: ['Wait 15 to 60 minutes.', 'Make sure no other program keeps trying an old password.', 'Then try once.'],
      source: rfc(5321, '3.8'),
      waitSeconds: 900,
    },
  ),
  otherRefusal(
    'login-later',
    { at: ['auth'], codes: 'transient' },
    {
      title: 'The server cannot log anybody in right now',
      why: `${connected} The answer is a temporary one: too many tries, or a fault on its side. It says nothing about the password.`,
      doThis: ['Wait at least 15 minutes before the next try; more tries can lock the account.'],
      source: rfc(4954, '6'),
      waitSeconds: 900,
    },
  ),
  otherRefusal(
    'login-refused',
    { at: ['auth'], codes: 'permanent' },
    {
      title: 'The server refused the login',
      why: `${connected} Usually the user name or password is wrong, or the account may not send by SMTP. Its own words are below.`,
      doThis: passwordAdvice,
      source: rfc(4954, '6'),
    },
  ),
];
