/** Fixtures of the replies that the sending services beside the first three, and Postal, are known to give. */
import { provider, type Fixture } from './evidence';
import { repliesOf } from './replies-of';

export const sendingServiceFixtures: readonly Fixture[] = [
  ...repliesOf('email-smtp.eu-central-1.amazonaws.com', [
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
  ...repliesOf('smtp.postmarkapp.com', [
    ['postmark-login', 'documented', 'auth', '535 5.7.8 Error: authentication failed'],
  ]),
  ...repliesOf('smtp-relay.brevo.com', [
    ['brevo-address', 'reported', 'auth', '525 5.7.1 Unauthorized IP address'],
    ['brevo-login', 'reported', 'auth', '535 5.7.8 Authentication failed'],
    ['brevo-not-activated-502', 'reported', 'data', '502 5.7.0 Your SMTP account is not yet activated'],
    ['brevo-not-activated-450', 'reported', 'data', '450 Your SMTP account is not yet activated'],
    ['brevo-not-activated-403', 'reported', 'data', '403 Your SMTP account is not yet activated'],
  ]),
  ...repliesOf('in-v3.mailjet.com', [
    ['mailjet-login', 'reported', 'auth', '535 5.7.8 Authentication credentials invalid'],
    ['mailjet-sender', 'reported', 'mail-from', '550 sender not allowed'],
  ]),
  ...repliesOf('smtp.sparkpostmail.com', [
    ['sparkpost-login', 'documented', 'auth', '535 5.7.8 Sorry. No authentication type succeeded'],
    ['sparkpost-domain', 'documented', 'data', '550 5.7.1 Unconfigured Sending Domain <demo.example.com>'],
    ['sparkpost-no-login', 'documented', 'rcpt-to', '550 relaying denied'],
  ]),
  ...repliesOf('live.smtp.mailtrap.io', [
    ['mailtrap-sending-login', 'reported', 'auth', '535 5.7.0 Invalid credentials'],
    ['mailtrap-sending-connections', 'documented', 'auth', '535 5.7.8 Too many connections per account'],
    ['mailtrap-sending-domain', 'documented', 'mail-from', '550 5.7.1 Sending from domain example.com is not allowed'],
    ['mailtrap-sending-header', 'reported', 'data', "550 From: Header does not match the sender's domain"],
  ]),
  ...repliesOf('sandbox.smtp.mailtrap.io', [
    ['mailtrap-sandbox-rate', 'documented', 'data', '550 5.7.0 Requested action not taken: too many emails per second'],
    ['mailtrap-sandbox-login', 'documented', 'mail-from', '530 5.7.1 Authentication required'],
  ]),
  ...repliesOf('smtp.resend.com', [
    ['resend-login', 'reported', 'auth', '535 Authentication credentials invalid'],
    ['resend-domain', 'reported', 'data', '550 The example.com domain is not verified.'],
    ['resend-test-mode', 'reported', 'data', '550 You can only send testing emails to your own email address'],
  ]),
  ...repliesOf('smtp.mailersend.net', [
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
  ...repliesOf('smtp.elasticemail.com', [['elastic-email-login', 'reported', 'auth', '535 Authentication failed']]),
  ...repliesOf('smtp.mandrillapp.com', [
    ['mandrill-login', 'reported', 'auth', '535 5.7.8 Error: authentication failed'],
  ]),
  ...repliesOf('mail.smtp2go.com', [
    ['smtp2go-login', 'reported', 'auth', '535 Incorrect authentication data'],
    ['smtp2go-sender', 'reported', 'rcpt-to', '550 unverified sender address'],
  ]),
  ...repliesOf('smtp.sendlayer.net', [['sendlayer-login', 'reported', 'auth', '535 Authentication failed']]),
  ...repliesOf('send.smtp.com', [['smtp-com-login', 'reported', 'auth', '535 Authentication credentials rejected']]),
  ...repliesOf('smtp.zeptomail.com', [['zeptomail-login', 'reported', 'auth', '535 Authentication Failed']]),
  ...repliesOf('smtp.loops.so', [['loops-login', 'reported', 'auth', '535 Authentication failed']]),
  ...repliesOf('smtp.tem.scaleway.com', [['scaleway-login', 'documented', 'auth', '535 5.7.8 Authentication failed']]),
  ...repliesOf('smtpdm.aliyun.com', [['alibaba-login', 'reported', 'auth', '526 Authentication failure[0]']]),
  ...repliesOf({ host: 'postal.example.com', provider: provider('postal') }, [
    ['postal-login', 'documented', 'auth', '535 Invalid credential'],
    ['postal-suspended', 'documented', 'rcpt-to', '535 Mail server has been suspended'],
    ['postal-sender', 'documented', 'data', '530 From/Sender name is not valid'],
    ['postal-no-login', 'documented', 'rcpt-to', '530 Authentication required'],
    ['postal-size', 'documented', 'data', '552 Message too large (maximum size 14MB)'],
    ['postal-no-tls', 'documented', 'starttls', '502 TLS not available'],
  ]),
];
