/**
 * What the four ports are, in the order in which a site or a mail program should want them. "Registered as" is the
 * name in IANA's registry of service names and port numbers.
 */
export type GuidePort = {
  readonly port: number;
  readonly title: string;
  /** The answer in a few words, for the top of the page. */
  readonly verdict: string;
  readonly why: string;
  readonly paragraphs: readonly string[];
  readonly registeredAs: string;
  readonly encryption: string;
  readonly rfcs: readonly number[];
  readonly offeredBy: string;
};

export const guidePorts: readonly GuidePort[] = [
  {
    port: 465,
    title: 'encrypted from the first byte',
    verdict: 'Use this if it works',
    why: 'Encrypted before anything is said, so there is nothing to strip out.',
    paragraphs: [
      'The connection is encrypted before either side says a word, so there is no moment at which somebody on the way could read along or take the encryption out. That is why the standard prefers it.',
      'Many guides still call 465 outdated. That was right while its registration was withdrawn, from about 1998. It has been wrong since January 2018, when RFC 8314 gave the number back to mail.',
    ],
    registeredAs: 'submissions',
    encryption: 'Implicit TLS',
    rfcs: [8314],
    offeredBy: 'Most providers. Microsoft 365 and Postmark do not have it.',
  },
  {
    port: 587,
    title: 'starts in the clear, then switches',
    verdict: 'Use this if 465 is closed or not offered',
    why: 'As safe as 465 when your program insists on encryption.',
    paragraphs: [
      'Made for exactly this job: handing mail in, with a user name and a password. The conversation begins in the clear and switches to encryption before the login.',
      'It is as safe as 465 when your program insists on the switch, and less safe when it only tries.',
    ],
    registeredAs: 'submission',
    encryption: 'STARTTLS',
    rfcs: [6409, 3207],
    offeredBy: 'Nearly every provider.',
  },
  {
    port: 2525,
    title: 'the way round a closed door',
    verdict: 'Use this if your network closes both',
    why: 'No standard knows it, but many providers open it.',
    paragraphs: [
      'Providers listen here because networks close the other numbers. It does what 587 does, STARTTLS included. No standard mentions it.',
      'It gets through at many hosts, but not everywhere: Cloudzy and the small plans of Railway close it as well. Amazon SES and Resend use 2587 and 2465 for the same purpose.',
    ],
    registeredAs: 'something else (ms-v-worlds)',
    encryption: 'STARTTLS',
    rfcs: [],
    offeredBy:
      'SendGrid, Mailgun, Postmark, Brevo, Mailjet, SparkPost, Mandrill, SMTP2GO and others. Google and Microsoft do not.',
  },
  {
    port: 25,
    title: 'between mail servers',
    verdict: 'Leave this to mail servers',
    why: 'Meant for mail between servers, and closed in most networks.',
    paragraphs: [
      'The oldest one. Mail servers pass messages on to each other here, without a password, and a public server may not even insist on encryption, or mail from older servers would be lost.',
      'That is also how spam travels, so most web hosts and internet providers let nobody out on 25. If it is silent where you are, nothing is broken. The exception is a mail server inside your own network that offers nothing else.',
    ],
    registeredAs: 'smtp',
    encryption: 'STARTTLS, never guaranteed',
    rfcs: [5321, 3207],
    offeredBy: 'Every mail server, for other mail servers. Some providers also take logins on it.',
  },
];

/** Numbers that some providers open beside the four. */
export const otherPorts = [
  {
    numbers: '2587, 588, 8025',
    encryption: 'STARTTLS',
    beside: 'like 587',
    who: 'Amazon SES, Resend; Mailjet; SMTP2GO',
  },
  { numbers: '2465, 8465', encryption: 'Implicit TLS', beside: 'like 465', who: 'Amazon SES, Resend; SMTP2GO' },
  { numbers: '443', encryption: 'Implicit TLS', beside: 'like 465', who: 'SMTP2GO' },
] as const;
