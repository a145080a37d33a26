/** What programs call each kind of encryption: the same word means opposite things in different ones. */
export type SecurityName = { readonly program: string; readonly implicitTls: string; readonly startTls: string };

export const securityNames: readonly SecurityName[] = [
  { program: 'WP Mail SMTP, Easy WP SMTP, PHPMailer', implicitTls: 'SSL', startTls: 'TLS' },
  { program: 'FluentSMTP, SureMail, Gravity SMTP', implicitTls: 'SSL', startTls: 'TLS' },
  { program: 'Outlook, Thunderbird', implicitTls: 'SSL/TLS', startTls: 'STARTTLS' },
  { program: 'Django', implicitTls: 'EMAIL_USE_SSL', startTls: 'EMAIL_USE_TLS' },
  { program: 'Rails', implicitTls: 'tls: true', startTls: 'enable_starttls: true' },
  { program: 'Nodemailer', implicitTls: 'secure: true', startTls: 'requireTLS: true' },
  { program: 'Laravel, Symfony', implicitTls: 'smtps', startTls: 'smtp' },
  { program: 'Vaultwarden', implicitTls: 'force_tls', startTls: 'starttls' },
];
