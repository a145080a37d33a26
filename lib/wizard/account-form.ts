/** The account step's form: strings as typed → an account. Messages say what to do in the labels' own words. */
import * as z from 'zod/mini';
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import { senderAddressSchema } from '@/lib/settings/message-request';
import { credentialSchema, displayNameSchema } from '@/lib/smtp/address';
import { usualSecurity, type Security } from '@/lib/smtp/endpoint';
import { hostSchema } from '@/lib/smtp/host';
import type { Account } from './draft';

const mostPorts = 12;
const encryptedKinds = ['implicit-tls', 'starttls'] as const;

/** Typed ports, parted by commas or blanks → their numbers, each once; NaN for what is none. */
export function readPorts(text: string): readonly number[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  return [...new Set(words.map((word) => (/^\d{1,5}$/.test(word) ? Number(word) : Number.NaN)))];
}

const isPort = (port: number) => port >= 1 && port <= 65535;

/** `kinds` says how encryption starts on a port, under `p587` and the like; a port without an entry has its usual kind. */
export const accountFormSchema = z
  .object({
    variant: z.string(),
    host: hostSchema,
    ports: z.string().check(
      z.refine((text) => readPorts(text).every(isPort), 'Port must be a whole number from 1 to 65535'),
      z.refine((text) => readPorts(text).length <= mostPorts, `Name at most ${mostPorts} ports`),
    ),
    kinds: z.record(z.string(), z.optional(z.enum(encryptedKinds))),
    noLogin: z.boolean(),
    username: credentialSchema('User name').check(z.trim()),
    fromName: displayNameSchema,
    fromAddress: senderAddressSchema,
  })
  .check(
    z.refine((form) => form.noLogin || form.username !== '', {
      message: 'Enter the user name for your mail server',
      path: ['username'],
    }),
  );

export type AccountFormInput = z.input<typeof accountFormSchema>;
export type AccountForm = z.output<typeof accountFormSchema>;

const emptyForm: AccountFormInput = {
  variant: '',
  host: '',
  ports: '',
  kinds: {},
  noLogin: false,
  username: '',
  fromName: '',
  fromAddress: '',
};

/** The name under which `kinds` holds a port; a bare number would make a form library think of a list. */
export function kindName(port: number): `p${number}` {
  return `p${port}`;
}

/** A provider, and what was answered before → what the form shows first. */
export function startForm(provider: Provider | undefined, account: Account | undefined): AccountFormInput {
  const fixed = provider?.username.kind === 'fixed' ? { username: provider.username.value } : {};
  if (account === undefined) {
    const [first] = provider?.variants ?? [];
    return { ...emptyForm, ...(first === undefined ? {} : { variant: first.id, host: first.host }), ...fixed };
  }
  const { variant, host, ports, login, username, from } = account;
  const named = ports.filter(({ plays }) => plays === undefined);
  return {
    variant,
    host,
    ports: named.map(({ port }) => port).join(', '),
    kinds: Object.fromEntries(
      named.flatMap(({ port, security }) => (security === 'cleartext' ? [] : [[kindName(port), security]])),
    ),
    noLogin: !login,
    username,
    fromName: from.name,
    fromAddress: from.address,
    ...fixed,
  };
}

/** A form that passed its schema → the account. `played` are a practice server's ports, which nobody types. */
export function accountOf(form: AccountForm, played: Account['ports'] = []): Account {
  const typed = readPorts(form.ports).map((port): { port: number; security: Security } => ({
    port,
    security: form.kinds[kindName(port)] ?? usualSecurity(port),
  }));
  return {
    variant: form.variant,
    host: form.host,
    ports: played.length > 0 ? [...played] : typed,
    login: !form.noLogin,
    username: form.noLogin ? '' : form.username,
    from: { name: form.fromName, address: form.fromAddress },
  };
}

/** Whether the person may say that no login is needed: an unknown server, or a host of the provider that says so. */
export function mayGoWithoutLogin(provider: Provider | undefined, variant: ProviderVariant | undefined): boolean {
  return provider === undefined || variant?.login === 'optional';
}
