import { isOwnHost, type Candidate } from './candidate';

/** Names under which many domains have their submission server, the likeliest first. */
export function guessedNames(domain: string): readonly string[] {
  return [`smtp.${domain}`, `mail.${domain}`, domain];
}

/** A guessed name that exists → a candidate with the two ports of IANA's submission services (RFC 8314 §3.3, RFC 6409). */
export function guessCandidate(name: string, domain: string): Candidate {
  return {
    host: name,
    servers: [
      { host: name, port: 465, security: 'implicit-tls' },
      { host: name, port: 587, security: 'starttls' },
    ],
    provenance: [{ from: 'guess', name }],
    thirdParty: !isOwnHost(name, domain),
  };
}
