'use client';
import { useState, type SyntheticEvent } from 'react';
import * as z from 'zod/mini';
import type { Problem } from '@/components/form/error-summary';
import { useDraft } from '@/components/wizard/draft-context';
import { useKnownServer } from '@/components/wizard/use-known-server';
import type { PasswordRule } from '@/lib/providers/login-rule';
import { messageRequestSchema, recipientSchema } from '@/lib/settings/message-request';
import { credentialSchema } from '@/lib/smtp/address';
import { changePassword } from '@/lib/wizard/draft';
import type { Login } from '@/lib/wizard/login-record';
import { loginTried } from '@/lib/wizard/login-tried';
import { withoutGroupingSpaces } from '@/lib/wizard/password-shape';
import { waitAskedFor } from './wait-asked-for';
import { isHeldNow, recordAttempt } from './use-login-wait';
import { useTestMessage, type MessageRun } from './use-test-message';

const passwordSchema = credentialSchema('Password').check(z.minLength(1, 'Enter the password or app password'));

export type Delivery = Omit<MessageRun, 'send'> & {
  readonly to: string;
  readonly setTo: (to: string) => void;
  readonly password: string;
  readonly setPassword: (password: string) => void;
  readonly passwordRule: PasswordRule | undefined;
  readonly problems: readonly Problem[];
  readonly attempt: number;
  /** Whose login a press tries. */
  readonly login: Login;
  /** Does nothing while the server wants this login left alone. */
  readonly submit: (event: SyntheticEvent) => void;
  readonly sendAnyway: () => void;
};

/** What the test step's form holds, how it is checked, and what pressing Send does; `onSettled` hears that it is over. */
export function useDelivery(onSettled: () => void): Delivery {
  const known = useKnownServer();
  const state = { ...useDraft(), known };
  const { draft, setDraft, setDelivery } = state;
  const { account, chosen, proven } = draft;
  const { provider, variant } = known;
  const passwordRule = variant?.password ?? provider?.password;
  const { send, ...run } = useTestMessage(setDelivery);
  const [to, setTo] = useState(proven?.to ?? account?.from.address ?? '');
  const [password, setPassword] = useState(draft.password);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const secret = passwordRule?.ignoresSpaces === true ? withoutGroupingSpaces(password) : password;
  const login = loginTried(draft, secret);
  const sendAnyway = () => {
    if (account === undefined || chosen === undefined || run.isSending) return;
    const answers = [
      { id: 'recipient', ...z.safeParse(recipientSchema, to) },
      ...(account.login ? [{ id: 'password', ...z.safeParse(passwordSchema, secret) }] : []),
    ];
    const found = answers.flatMap(({ id, error }) =>
      error === undefined ? [] : [{ id, message: error.issues[0]?.message ?? '' }],
    );
    setProblems(found);
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    const username = account.usernameIsPassword === true ? secret : account.username;
    const credentials = account.login ? { username, password: secret } : {};
    const endpoint = { host: account.host, ...chosen };
    // The form's fields passed the same schemas; parsing here trims them once, as the route will read them.
    const request = z.parse(messageRequestSchema, { endpoint, ...credentials, from: account.from, to });
    setDraft((before) => changePassword(before, secret));
    send(request, async (report) => {
      const { outcome } = report;
      if (outcome === undefined) return;
      const at = Date.now();
      recordAttempt(login, { outcome, waitSeconds: await waitAskedFor(state, report, request.to), at });
      const when = new Date(at).toISOString();
      const claimed = { endpoint, username: account.login ? account.username : '', from: account.from, to: request.to };
      setDraft((before) => ({ ...before, proven: { ...claimed, when, outcome } }));
      onSettled();
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isHeldNow(login)) sendAnyway();
  };
  return {
    ...run,
    ...{ to, setTo, password, setPassword, passwordRule, problems, attempt },
    ...{ login, submit, sendAnyway },
  };
}
