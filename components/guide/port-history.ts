/** How the ports came about, oldest first. */
export type PortEvent = { readonly when: string; readonly what: string; readonly rfc?: number };

export const portHistory: readonly PortEvent[] = [
  { when: '1982', what: 'SMTP gets port 25, for everything: people hand mail in and servers pass it on.', rfc: 821 },
  { when: 'About 1997', what: '465 is registered as “smtps”: SMTP wrapped in SSL, as web pages were.' },
  {
    when: '1998',
    what: 'The registration of 465 is withdrawn. Programs go on using it. In the same year, handing mail in gets a port of its own, 587.',
    rfc: 2476,
  },
  { when: '1999', what: 'STARTTLS switches a conversation to encryption on the port it already uses.', rfc: 2487 },
  {
    when: '2006',
    what: 'The rules of 587 are revised: whoever hands mail in logs in first, unless a server decides otherwise.',
    rfc: 4409,
  },
  { when: '2007', what: 'Networks are asked to leave 587 open to everybody, also where they close 25.', rfc: 5068 },
  { when: '2011', what: '587 becomes a full internet standard.', rfc: 6409 },
  {
    when: '2018',
    what: 'Handing mail in without encryption is declared obsolete. 465 comes back as “submissions”, and is preferred over 587.',
    rfc: 8314,
  },
  { when: '2021', what: 'TLS 1.0 and 1.1 are ruled out for mail; TLS 1.2 is the least.', rfc: 8997 },
];
