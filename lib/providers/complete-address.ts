import type { UsernameRule } from './login-rule';

/** The user name that nearly every mailbox provider wants: the mailbox's whole address, which is the sender too. */
export const completeAddress = {
  kind: 'typed',
  label: 'Email address',
  hint: 'The complete address of the mailbox.',
  sameAsSender: true,
  looksLike: {
    pattern: '^[^@\\s]+@[^@\\s]+$',
    otherwise: 'The user name is usually a complete email address, with the part after the @.',
  },
} as const satisfies UsernameRule;
