/** What people's programs call each kind of encryption: the same word means different things in different programs. */
export type SecurityNames = {
  readonly program: string;
  /** What to choose for TLS from the first byte, usual on port 465. */
  readonly implicitTls: string;
  /** What to choose for STARTTLS, usual on port 587. */
  readonly startTls: string;
};

export const securityNames: readonly SecurityNames[] = [
  { program: 'WordPress plugins (WP Mail SMTP and others)', implicitTls: 'SSL', startTls: 'TLS' },
  { program: 'PHPMailer', implicitTls: "SMTPSecure = 'ssl'", startTls: "SMTPSecure = 'tls'" },
  { program: 'Joomla', implicitTls: 'ssl', startTls: 'tls' },
  { program: 'Thunderbird', implicitTls: 'SSL/TLS', startTls: 'STARTTLS' },
  { program: 'Nodemailer, Ghost', implicitTls: 'secure: true', startTls: 'secure: false with requireTLS: true' },
  { program: 'Django', implicitTls: 'EMAIL_USE_SSL', startTls: 'EMAIL_USE_TLS' },
  { program: 'Ruby on Rails', implicitTls: 'tls: true', startTls: 'enable_starttls: true' },
  { program: 'Laravel 11 and newer', implicitTls: 'MAIL_SCHEME=smtps', startTls: 'MAIL_SCHEME=smtp' },
  { program: 'Nextcloud', implicitTls: 'ssl', startTls: 'left empty' },
  { program: 'Discourse', implicitTls: 'DISCOURSE_SMTP_FORCE_TLS', startTls: 'DISCOURSE_SMTP_ENABLE_START_TLS' },
  { program: 'Vaultwarden', implicitTls: 'force_tls', startTls: 'starttls' },
  { program: 'Grafana', implicitTls: 'port 465', startTls: 'MandatoryStartTLS' },
];
