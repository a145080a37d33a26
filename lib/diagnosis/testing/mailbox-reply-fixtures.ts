/** Fixtures of the replies that people's mailboxes are known to give, Google's apart. */
import type { Fixture } from './evidence';
import { repliesOf } from './replies-of';

export const mailboxReplyFixtures: readonly Fixture[] = [
  ...repliesOf('smtp.office365.com', [
    [
      'microsoft-auth-off-organisation',
      'reported',
      'auth',
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.',
    ],
    [
      'microsoft-auth-off-mailbox',
      'reported',
      'auth',
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.',
    ],
    [
      'microsoft-security-defaults',
      'reported',
      'auth',
      "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
    ],
    [
      'microsoft-policy',
      'reported',
      'auth',
      '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    ],
    [
      'microsoft-password-off',
      'reported',
      'auth',
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    ],
    [
      'microsoft-password',
      'reported',
      'auth',
      '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
    ],
    [
      'microsoft-login',
      'documented',
      'auth',
      '535 5.7.3 Authentication unsuccessful [XX1P123CA0001.EXAMPLE.PROD.OUTLOOK.COM]',
    ],
    [
      'microsoft-password-retired',
      'reported',
      'auth',
      '550 5.7.30 Basic authentication is not supported for Client Submission.',
    ],
    ['microsoft-no-login', 'documented', 'mail-from', '530 5.7.57 Client not authenticated to send mail.'],
    [
      'microsoft-no-login-by-others',
      'documented',
      'mail-from',
      '550 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
    ],
    [
      'microsoft-send-as',
      'documented',
      'data',
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    ],
    [
      'microsoft-send-as-denied',
      'reported',
      'data',
      '554 5.2.252 SendAsDenied; ann@example.com not allowed to send as info@example.com',
    ],
    [
      'microsoft-too-many-connections',
      'reported',
      'mail-from',
      '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded',
    ],
    ['microsoft-blocked-sender', 'documented', 'data', '550 5.1.8 Access denied, bad outbound sender'],
  ]),
  ...repliesOf('smtp-mail.outlook.com', [
    [
      'outlook-password-off',
      'reported',
      'auth',
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    ],
    ['outlook-login', 'reported', 'auth', '535 5.7.3 Authentication unsuccessful'],
  ]),
  ...repliesOf('smtp.zoho.com', [
    ['zoho-login', 'reported', 'auth', '535 Authentication Failed'],
    ['zoho-sender', 'reported', 'rcpt-to', '553 Relaying disallowed as info@example.com'],
    [
      'zoho-unusual-activity',
      'reported',
      'data',
      '550 5.4.6 Unusual sending activity detected. Please try after sometime.',
    ],
  ]),
  ...repliesOf('smtp.mail.yahoo.com', [
    ['yahoo-too-many-attempts', 'reported', 'auth', '535 5.7.0 (#AUTH005) Too many bad auth attempts.'],
  ]),
  ...repliesOf('smtp.yandex.com', [
    [
      'yandex-clients-off',
      'reported',
      'auth',
      '535 5.7.8 Error: authentication failed: This user does not have access rights to this service',
    ],
    ['yandex-login', 'reported', 'auth', '535 5.7.8 Error: authentication failed: Invalid user or password!'],
    ['yandex-sender', 'reported', 'rcpt-to', '553 5.7.1 Sender address rejected: not owned by auth user.'],
  ]),
  ...repliesOf('smtp.mail.ru', [
    ['mail-ru-app-password', 'reported', 'auth', '535 5.7.0 NEOBHODIM parol prilozheniya'],
    ['mail-ru-sender', 'reported', 'mail-from', '550 not local sender over smtp'],
  ]),
  ...repliesOf('smtp.qq.com', [
    ['qq-login', 'reported', 'auth', '535 Login Fail. Enter your authorization code to login.'],
    ['qq-sender', 'reported', 'mail-from', '501 mail from address must be same as authorization user'],
  ]),
  ...repliesOf('smtp.exmail.qq.com', [
    ['tencent-login', 'reported', 'auth', '535 Authentication failed'],
    ['tencent-sender', 'reported', 'mail-from', '501 mail from address must be same as authorization user'],
  ]),
  ...repliesOf('smtp.163.com', [
    ['netease-login', 'reported', 'auth', '535 Error: authentication failed'],
    ['netease-no-permission', 'reported', 'auth', '550 User has no permission'],
    ['netease-sender', 'reported', 'mail-from', '553 Mail from must equal authorized user'],
    ['netease-spam', 'reported', 'data', '554 DT:SPM smtp1'],
  ]),
];
