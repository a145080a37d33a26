/** Fixtures of the replies that the sending services beside the first three are known to give. */
import { at, refused, refusedAfterLogin, type Fixture, type Seen } from './evidence';
import type { Stage } from '@/lib/smtp/outcome';

type Row = readonly [rule: string, kind: Seen, stage: Stage, lines: string];

/** Rows of one host → fixtures; services with one user name for everybody were given it. */
function fixturesOf(host: string, rows: readonly Row[]): readonly Fixture[] {
  const known = at(host);
  const rule = known.provider?.username;
  const login = rule?.kind === 'fixed' ? { username: rule.value } : {};
  const from = `${known.provider?.name ?? ''}’s own words`;
  return rows.map(([id, kind, stage, lines]) => {
    const evidence = id.endsWith('-no-login')
      ? refused(stage, lines, known)
      : refusedAfterLogin(stage, lines, { ...known, ...login });
    return { rule: id, seen: kind, from, evidence };
  });
}

export const sendingServiceFixtures: readonly Fixture[] = [
  ...fixturesOf('email-smtp.eu-central-1.amazonaws.com', [
    ['amazon-ses-login', 'documented', 'auth', '535 Authentication Credentials Invalid'],
    ['amazon-ses-not-subscribed', 'documented', 'auth', '535 Account not subscribed to SES'],
    ['amazon-ses-login-later', 'documented', 'auth', '454 Temporary authentication failure'],
    ['amazon-ses-no-login', 'documented', 'mail-from', '530 Authentication required'],
    [
      'amazon-ses-not-verified',
      'documented',
      'data',
      '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: ann@example.com',
    ],
    [
      'amazon-ses-no-permission',
      'documented',
      'data',
      '554 Access denied: User arn:aws:iam::000000000000:user/mail is not authorized to perform ses:SendRawEmail on resource',
    ],
    ['amazon-ses-daily-quota', 'documented', 'data', '454 Throttling failure: Daily message quota exceeded.'],
    ['amazon-ses-rate', 'documented', 'data', '454 Throttling failure: Maximum sending rate exceeded.'],
    ['amazon-ses-rate', 'documented', 'data', '454 Throttling failure: Maximum SigV2 SMTP sending rate exceeded.'],
    ['amazon-ses-connections', 'documented', 'greeting', '421 Too many concurrent SMTP connections'],
    ['amazon-ses-connections', 'documented', 'mail-from', '421 Too many concurrent SMTP connections'],
    ['amazon-ses-later', 'documented', 'data', '451 Temporary service failure'],
    ['amazon-ses-later', 'documented', 'data', '451 Timeout waiting for data from client'],
    ['amazon-ses-size', 'documented', 'data', '552 Message is too long.'],
    ['amazon-ses-address', 'documented', 'rcpt-to', '553 Invalid email address'],
  ]),
  ...fixturesOf('smtp.postmarkapp.com', [
    ['postmark-login', 'documented', 'auth', '535 5.7.8 Error: authentication failed'],
  ]),
  ...fixturesOf('smtp-relay.brevo.com', [
    ['brevo-address', 'reported', 'auth', '525 5.7.1 Unauthorized IP address'],
    ['brevo-login', 'reported', 'auth', '535 5.7.8 Authentication failed'],
    ['brevo-not-activated-502', 'reported', 'data', '502 5.7.0 Your SMTP account is not yet activated'],
    ['brevo-not-activated-450', 'reported', 'data', '450 Your SMTP account is not yet activated'],
    ['brevo-not-activated-403', 'reported', 'data', '403 Your SMTP account is not yet activated'],
  ]),
  ...fixturesOf('in-v3.mailjet.com', [
    ['mailjet-login', 'reported', 'auth', '535 5.7.8 Authentication credentials invalid'],
    ['mailjet-sender', 'reported', 'mail-from', '550 sender not allowed'],
  ]),
  ...fixturesOf('smtp.sparkpostmail.com', [
    ['sparkpost-login', 'documented', 'auth', '535 5.7.8 Sorry. No authentication type succeeded'],
    ['sparkpost-domain', 'documented', 'data', '550 5.7.1 Unconfigured Sending Domain <demo.example.com>'],
    ['sparkpost-no-login', 'documented', 'rcpt-to', '550 relaying denied'],
  ]),
  ...fixturesOf('live.smtp.mailtrap.io', [
    ['mailtrap-sending-login', 'reported', 'auth', '535 5.7.0 Invalid credentials'],
    ['mailtrap-sending-connections', 'documented', 'auth', '535 5.7.8 Too many connections per account'],
    ['mailtrap-sending-domain', 'documented', 'mail-from', '550 5.7.1 Sending from domain example.com is not allowed'],
    ['mailtrap-sending-header', 'reported', 'data', "550 From: Header does not match the sender's domain"],
  ]),
  ...fixturesOf('sandbox.smtp.mailtrap.io', [
    ['mailtrap-sandbox-rate', 'documented', 'data', '550 5.7.0 Requested action not taken: too many emails per second'],
    ['mailtrap-sandbox-login', 'documented', 'mail-from', '530 5.7.1 Authentication required'],
  ]),
  ...fixturesOf('smtp.resend.com', [
    ['resend-login', 'reported', 'auth', '535 Authentication credentials invalid'],
    ['resend-domain', 'reported', 'data', '550 The example.com domain is not verified.'],
    ['resend-test-mode', 'reported', 'data', '550 You can only send testing emails to your own email address'],
  ]),
  ...fixturesOf('smtp.mailersend.net', [
    ['mailersend-login', 'reported', 'auth', '535 5.7.8 Authentication failed'],
    [
      'mailersend-domain',
      'reported',
      'data',
      '450 The from.email domain must be verified in your account to send emails. #MS42207',
    ],
    [
      'mailersend-domain',
      'reported',
      'data',
      '450 The given data was invalid. The from.email domain must be verified in your account to send emails. #MS42207',
    ],
    ['mailersend-trial', 'reported', 'data', '450 You have reached trial account unique recipients limit. #MS42225'],
    ['mailersend-data', 'documented', 'data', '450 The given data was invalid. The subject field is required.'],
  ]),
  ...fixturesOf('smtp.elasticemail.com', [['elastic-email-login', 'reported', 'auth', '535 Authentication failed']]),
];
