/** What both ends of the measured line have to agree on. */
export const place = {
  host: 'mail.bench.test',
  /** The far end of the line, as e2e/lab/link.py makes it. */
  addresses: ['192.0.2.2', '2001:db8::2'],
  username: 'bench',
  password: 'correct horse battery staple',
  /** A port that takes a connection and says nothing: its connect time is one round trip. */
  discardPort: 9,
} as const;
