/** What people's programs call each kind of encryption: the same word means different things in different programs. */
export type SecurityNames = {
  readonly program: string;
  readonly kind: ProgramKind;
  /** What to choose for TLS from the first byte, usual on port 465. */
  readonly implicitTls: string;
  /** What to choose for STARTTLS, usual on port 587; where the program can insist on it, the setting that does. */
  readonly startTls: string;
  /** True where, set like this, the program goes on in the clear when a server does not offer STARTTLS. */
  readonly goesOnInTheClear?: true;
};

export const programKinds = ['application', 'library', 'mail-server'] as const;
export type ProgramKind = (typeof programKinds)[number];

export const securityNames: readonly SecurityNames[] = [
  {
    program: 'WordPress plugins (WP Mail SMTP and others)',
    kind: 'application',
    implicitTls: 'SSL',
    startTls: 'TLS',
  },
  { program: 'Thunderbird', kind: 'application', implicitTls: 'SSL/TLS', startTls: 'STARTTLS' },
  { program: 'Joomla', kind: 'application', implicitTls: 'ssl', startTls: 'tls' },
  {
    program: 'Drupal 10.2 and newer',
    kind: 'application',
    implicitTls: 'scheme: smtps',
    startTls: 'scheme: smtp',
    goesOnInTheClear: true,
  },
  {
    program: 'Nextcloud',
    kind: 'application',
    implicitTls: 'ssl',
    startTls: 'left empty',
    goesOnInTheClear: true,
  },
  {
    program: 'Discourse',
    kind: 'application',
    implicitTls: 'DISCOURSE_SMTP_FORCE_TLS',
    startTls: 'DISCOURSE_SMTP_ENABLE_START_TLS',
    goesOnInTheClear: true,
  },
  {
    program: 'GitLab',
    kind: 'application',
    implicitTls: 'smtp_tls = true',
    startTls: 'smtp_enable_starttls_auto = true',
    goesOnInTheClear: true,
  },
  {
    program: 'Mastodon 4 and newer',
    kind: 'application',
    implicitTls: 'SMTP_TLS=true',
    startTls: 'SMTP_ENABLE_STARTTLS=always',
  },
  {
    program: 'Keycloak',
    kind: 'application',
    implicitTls: 'ssl: true',
    startTls: 'starttls: true',
    goesOnInTheClear: true,
  },
  { program: 'Sentry', kind: 'application', implicitTls: 'mail.use-ssl', startTls: 'mail.use-tls' },
  { program: 'Vaultwarden', kind: 'application', implicitTls: 'force_tls', startTls: 'starttls' },
  {
    program: 'Grafana',
    kind: 'application',
    implicitTls: 'port 465',
    startTls: 'startTLS_policy = MandatoryStartTLS',
  },
  { program: 'PHPMailer', kind: 'library', implicitTls: "SMTPSecure = 'ssl'", startTls: "SMTPSecure = 'tls'" },
  {
    program: 'Nodemailer, Ghost',
    kind: 'library',
    implicitTls: 'secure: true',
    startTls: 'secure: false with requireTLS: true',
  },
  { program: 'Django', kind: 'library', implicitTls: 'EMAIL_USE_SSL', startTls: 'EMAIL_USE_TLS' },
  { program: 'Ruby on Rails', kind: 'library', implicitTls: 'tls: true', startTls: 'enable_starttls: true' },
  {
    program: 'Laravel 11 and newer',
    kind: 'library',
    implicitTls: 'MAIL_SCHEME=smtps',
    startTls: 'MAIL_SCHEME=smtp',
    goesOnInTheClear: true,
  },
  {
    program: 'Symfony before 7.3',
    kind: 'library',
    implicitTls: 'smtps://',
    startTls: 'smtp://',
    goesOnInTheClear: true,
  },
  {
    program: 'Spring Boot',
    kind: 'library',
    implicitTls: 'spring.mail.ssl.enabled',
    startTls: 'starttls.enable with starttls.required',
  },
  { program: 'Python smtplib', kind: 'library', implicitTls: 'SMTP_SSL(...)', startTls: 'SMTP(...), then starttls()' },
  { program: '.NET MailKit', kind: 'library', implicitTls: 'SslOnConnect', startTls: 'StartTls' },
  {
    program: 'Postfix',
    kind: 'mail-server',
    implicitTls: 'smtp_tls_wrappermode = yes',
    startTls: 'smtp_tls_security_level = secure',
  },
  { program: 'Exim', kind: 'mail-server', implicitTls: 'protocol = smtps', startTls: 'hosts_require_tls = *' },
  { program: 'msmtp', kind: 'mail-server', implicitTls: 'tls_starttls off', startTls: 'tls_starttls on' },
  { program: 'curl', kind: 'mail-server', implicitTls: 'smtps://', startTls: 'smtp:// with --ssl-reqd' },
];
