import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits, as 22 characters that fit into an address. */
export function makeToken(): string {
  return randomBytes(16).toString('base64url');
}

/** The form of a token; anything else is nobody's. */
export const tokenPattern = /^[A-Za-z0-9_-]{22}$/;

/** What is kept of something that must not be read out of the store: its SHA-256, in hex. A token cannot be guessed back. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
