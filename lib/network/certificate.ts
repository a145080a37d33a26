import 'server-only';
import type tls from 'node:tls';
import type { Certificate } from '@/lib/smtp/outcome';
import { printable } from './transcript';

function name(entry: tls.Certificate | undefined): string {
  const text: unknown = entry?.CN ?? entry?.O ?? entry?.OU ?? '';
  return printable(Array.isArray(text) ? text.join(', ') : String(text)).slice(0, 200);
}

function isoDate(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? printable(text).slice(0, 40) : new Date(time).toISOString();
}

/** Node's certificate → ours: names shortened, dates in ISO 8601. */
export function certificateFacts(peer: tls.PeerCertificate): Certificate {
  const altNames = (peer.subjectaltname ?? '').split(', ').filter((entry) => entry !== '');
  return {
    subject: name(peer.subject),
    issuer: name(peer.issuer),
    altNames: altNames.slice(0, 100).map((entry) => printable(entry.replace(/^(DNS|IP Address):/, '')).slice(0, 253)),
    validFrom: isoDate(peer.valid_from),
    validTo: isoDate(peer.valid_to),
    fingerprint256: peer.fingerprint256,
  };
}
