/**
 * What servers outside the catalogue are known to say. Tried after stage, code and enhanced code narrowed the reply
 * down, so that a phrase alone never decides. A provider in the catalogue has its phrases in its own entry.
 */
import type { Stage } from '@/lib/smtp/outcome';
import type { Evidence, Rule, Words } from '../finding';
import { fits, isLoggedIn, rfc, ruleOf } from '../rule-table';

const connected = 'The connection itself works.';
const adminSmtpAuth =
  'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission';

type Phrase = Words & {
  readonly id: string;
  readonly at: readonly Stage[];
  readonly codes: readonly number[];
  readonly enhanced: RegExp;
  readonly words: RegExp;
  readonly onlyLoggedIn?: boolean;
};

const phrases: readonly Phrase[] = [
  {
    id: 'microsoft-smtp-auth-off',
    at: ['auth'],
    codes: [535],
    enhanced: /^5\.7\.139$/,
    words: /SmtpClientAuthentication is disabled/i,
    title: 'SMTP login is switched off in this organisation',
    why: `${connected} Microsoft leaves it off until an administrator switches it on, for one mailbox or for all.`,
    doThis: [
      'Have the administrator open Users > Active users > Mail > Manage email apps, and tick “Authenticated SMTP” for this mailbox.',
      'Send again after some minutes.',
    ],
    source: adminSmtpAuth,
  },
  {
    id: 'microsoft-basic-login-off',
    at: ['auth'],
    codes: [535],
    enhanced: /^5\.7\.139$/,
    words: /basic authentication is disabled/i,
    title: 'Microsoft takes no passwords for this account',
    why: `${connected} Login by user name and password is switched off; only OAuth is left.`,
    doThis: ['Use a program that signs in with OAuth, or another provider for sending.'],
    source: adminSmtpAuth,
  },
  {
    id: 'microsoft-password-wrong',
    at: ['auth'],
    codes: [535],
    enhanced: /^5\.7\.139$/,
    words: /credentials were incorrect/i,
    title: 'Microsoft refused the user name or password',
    why: `${connected} One of them is wrong, or the account uses two-step login and wants an app password.`,
    doThis: [
      'Type the password again.',
      'Use the whole email address as user name.',
      'Make an app password if the organisation allows them.',
    ],
    source: adminSmtpAuth,
  },
  {
    id: 'microsoft-sign-in-rule',
    at: ['auth'],
    codes: [535],
    enhanced: /^5\.7\.139$/,
    words: /did not meet the criteria|security defaults policy/i,
    title: 'A sign-in rule of the organisation stops this login',
    why: `${connected} Security defaults or a Conditional Access rule of Microsoft 365 refused it.`,
    doThis: ['Have the administrator allow SMTP login for this mailbox in those rules, or sign in with OAuth.'],
    source: 'https://learn.microsoft.com/en-us/entra/fundamentals/security-defaults',
  },
  {
    id: 'yahoo-too-many-logins',
    at: ['auth'],
    codes: [535],
    enhanced: /^5\.7\.0$/,
    words: /#AUTH005/i,
    title: 'The server takes no more logins from here for now',
    why: 'Too many were tried. It says nothing about this password, and more tries make the wait longer.',
    doThis: ['Wait an hour.', 'Make an app password in the account’s security settings.', 'Then try once.'],
    source: rfc(4954, '6'),
    waitSeconds: 3600,
  },
  {
    id: 'too-many-logins-in-words',
    at: ['auth'],
    codes: [450, 451, 454, 535],
    enhanced: /^([45]\.7\.[08])?$/,
    words: /^(?!.*#AUTH005).*\btoo many (?:\w+ ){0,2}(?:log-?ins?|logons?|auth\w*)\b/i,
    title: 'The server takes no more logins from here for now',
    why: 'Its own words say that too many were tried. They say nothing about this password, and more tries make the wait longer.',
    doThis: ['Wait 15 to 60 minutes.', 'Make sure no other program keeps trying an old password.', 'Then try once.'],
    source: rfc(4954, '6'),
    waitSeconds: 900,
  },
  {
    id: 'helo-refused-late',
    at: ['rcpt-to'],
    codes: [450, 501, 504, 550, 554],
    enhanced: /^[45]\.(5\.2|7\.1)$/,
    words: /\bHelo command rejected\b/i,
    title: 'The server dislikes the name this computer gives',
    why: 'It kept this back until the recipient was named; the recipient is not the reason. It wants a full host name in EHLO.',
    doThis: ['Start Outport with OUTPORT_EHLO_NAME set to the full name of this computer, and send again.'],
    source: 'https://www.postfix.org/postconf.5.html#smtpd_helo_restrictions',
  },
  {
    id: 'client-on-blocklist',
    at: ['rcpt-to', 'mail-from'],
    codes: [550, 554],
    enhanced: /^(5\.7\.1)?$/,
    words: /\bblocked using\b/i,
    title: 'This computer’s address is on a blocklist',
    why: 'The server kept this back until now; the recipient is not the reason. Home and cloud addresses are often listed.',
    doThis: [
      'Use port 465 or 587 with a login, where lists of this kind seldom count.',
      'Follow the link in the server’s words to see why.',
    ],
    source: 'https://www.postfix.org/postconf.5.html#reject_rbl_client',
  },
  {
    id: 'client-refused-late',
    at: ['rcpt-to', 'mail-from'],
    codes: [450, 550, 554],
    enhanced: /^([45]\.7\.1)?$/,
    words: /\bClient host rejected\b(?!.*reverse hostname)/i,
    title: 'The server does not take mail from this computer',
    why: 'It kept this back until the recipient was named; the recipient is not the reason.',
    doThis: [
      'Use port 465 or 587 with a login.',
      'Have the public address of this computer added to the server’s list.',
    ],
    source: 'https://www.postfix.org/postconf.5.html#smtpd_client_restrictions',
  },
  {
    id: 'no-reverse-name',
    at: ['rcpt-to', 'mail-from'],
    codes: [450, 550, 554],
    enhanced: /^([45]\.7\.1)?$/,
    words: /cannot find your reverse hostname/i,
    title: 'This computer’s address has no name in DNS',
    why: 'The server kept this back until now; the recipient is not the reason. It wants a name for every address that sends.',
    doThis: ['Use port 465 or 587 with a login.', 'Or have the owner of the address set its reverse DNS.'],
    source: 'https://www.postfix.org/postconf.5.html#reject_unknown_reverse_client_hostname',
  },
  {
    id: 'relay-denied-after-login',
    at: ['rcpt-to'],
    codes: [550, 554],
    enhanced: /^(5\.7\.1)?$/,
    words: /\brelay(ing)? (access )?(denied|not permitted|not allowed)|\bunable to relay\b/i,
    onlyLoggedIn: true,
    title: 'The server took the login and still will not pass mail on',
    why: 'The account may not send to other domains, or this is the server for incoming mail.',
    doThis: [
      'Use the outgoing (submission) host your provider names, on port 465 or 587.',
      'Look whether the account may send.',
    ],
    source: rfc(6409, '4.3'),
  },
  {
    id: 'greylisted-in-words',
    at: ['rcpt-to', 'data'],
    codes: [450, 451],
    enhanced: /^$/,
    words: /gr[ea]ylist/i,
    title: 'The server puts first-time senders off',
    why: 'It says itself that this is greylisting: the first message is delayed on purpose, and the second try passes.',
    doThis: ['Wait 15 minutes and send again with the same sender and recipient.'],
    source: rfc(6647, '2'),
  },
  {
    id: 'spam-filter-in-words',
    at: ['data'],
    codes: [550, 554],
    enhanced: /^(5\.7\.1)?$/,
    words: /\bspam\b/i,
    title: 'The server took the message for spam',
    why: `${connected} Its filter judged the content or the sender’s reputation.`,
    doThis: ['Send from an address of your own domain.', 'Have the domain verified (SPF, DKIM) at your provider.'],
    source: rfc(3463, '3.8'),
  },
  {
    id: 'identity-not-verified',
    at: ['data'],
    codes: [554],
    enhanced: /^$/,
    words: /Email address is not verified/i,
    title: 'An address is not verified with the provider',
    why: `${connected} The server’s words name the address. In a test account (sandbox) the recipient must be verified too.`,
    doThis: [
      'Verify the named address or its domain in the region of this host.',
      'Ask for production access to leave the sandbox.',
    ],
    source: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
  },
  {
    id: 'account-not-activated',
    at: ['data'],
    codes: [450, 502],
    enhanced: /^([45]\.7\.0)?$/,
    words: /not yet activated/i,
    title: 'The provider has not activated this account yet',
    why: `${connected} New accounts wait for a check by the provider before they may send.`,
    doThis: ['Complete the profile on your provider’s website.', 'Ask its support to activate sending.'],
    source: 'https://help.brevo.com/hc/en-us/articles/115000188150',
  },
];

/** Phrase → rule. */
function rule({ id, at, codes, enhanced, words, onlyLoggedIn, ...said }: Phrase): Rule {
  const matches = fits({ at, codes, enhanced });
  return ruleOf(
    'words',
    id,
    ['negative-reply'],
    (failure, evidence: Evidence) =>
      matches(failure, evidence) &&
      (onlyLoggedIn !== true || isLoggedIn(failure, evidence)) &&
      words.test(failure.reply.text.join(' ')),
    said,
  );
}

export const serverWordRules: readonly Rule[] = phrases.map(rule);
