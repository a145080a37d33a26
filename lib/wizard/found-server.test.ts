import { expect, it } from 'vitest';
import { readAddress } from '@/lib/discovery/address';
import type { Candidate } from '@/lib/discovery/candidate';
import { takeCandidate } from './found-server';

function typed(text: string) {
  const read = readAddress(text);
  if (read.kind === 'problem') throw new Error(read.message);
  return read;
}
const found: Candidate = {
  host: 'mail.example.com',
  servers: [
    { host: 'mail.example.com', port: 465, security: 'implicit-tls' },
    { host: 'mail.example.com', port: 2587, security: 'starttls' },
    { host: 'mail.example.com', port: 587, security: 'implicit-tls' },
  ],
  provenance: [],
  thirdParty: false,
};

it('a found server brings its host, and names only the ports that differ from the usual', () => {
  expect(takeCandidate(found, typed('Ann <ann@example.com>'))).toEqual({
    provider: 'other',
    suggestion: {
      address: 'ann@example.com',
      username: 'ann@example.com',
      host: 'mail.example.com',
      ports: [
        { port: 2587, security: 'starttls' },
        { port: 587, security: 'implicit-tls' },
      ],
    },
  });
});

it('a known provider is chosen with its host, and asks its own questions', () => {
  const provider = { id: 'zoho-mail', variant: 'eu' };
  expect(takeCandidate({ ...found, provider }, typed('ann@example.com'))).toEqual({
    provider: 'zoho-mail',
    suggestion: { address: 'ann@example.com', username: 'ann@example.com', variant: 'eu' },
  });
});

it.each([
  ['local-part', 'ann'],
  ['address', 'ann@example.com'],
  [{ literal: 'mailbox7' }, 'mailbox7'],
] as const)('the user name in the form %j is %s', (usernameForm, expected) => {
  expect(takeCandidate({ ...found, usernameForm }, typed('ann@example.com')).suggestion.username).toBe(expected);
});

it('a domain alone gives no login', () => {
  expect(takeCandidate(found, typed('example.com')).suggestion).toMatchObject({ address: '', username: '' });
});
