/** The account step's form: strings as typed → an account. Messages say what to do in the labels' own words. */
import * as z from 'zod/mini';
import type { UsernameRule } from '@/lib/providers/login-rule';
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import { senderAddressSchema } from '@/lib/settings/message-request';
import { credentialSchema, displayNameSchema } from '@/lib/smtp/address';
import { mailPorts, usualSecurity, type Security } from '@/lib/smtp/endpoint';
import { hostSchema } from '@/lib/smtp/host';
import type { Account, Suggestion } from './draft';

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
    usernameIsPassword: z.boolean(),
    username: credentialSchema('User name').check(z.trim()),
    fromName: displayNameSchema,
    fromAddress: senderAddressSchema,
  })
  .check(
    z.refine((form) => form.noLogin || form.usernameIsPassword || form.username !== '', {
      message: 'Enter the user name for your mail server',
      path: ['username'],
    }),
  );

/** The same where Outport serves many: nothing but mail ports is tried there, so that it is no port scanner. */
export const hostedAccountFormSchema = accountFormSchema.check(
  z.refine((form) => readPorts(form.ports).every((port) => mailPorts.has(port)), {
    message: 'Use a mail port: 25, 465, 587 or 2525, or one that your provider names',
    path: ['ports'],
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
  usernameIsPassword: false,
  username: '',
  fromName: '',
  fromAddress: '',
};

/** The name under which `kinds` holds a port; a bare number would make a form library think of a list. */
export function kindName(port: number): `p${number}` {
  return `p${port}`;
}

function kindsOf(ports: Account['ports']): AccountFormInput['kinds'] {
  return Object.fromEntries(
    ports.flatMap(({ port, security }) => (security === 'cleartext' ? [] : [[kindName(port), security]])),
  );
}

/** What a rule puts into the form: its own word, nothing where the secret is the name, else what was typed. */
export function ruledUsername(
  rule: UsernameRule | undefined,
  typed: string,
): Pick<AccountFormInput, 'username' | 'usernameIsPassword'> {
  if (rule?.kind === 'fixed') return { username: rule.value, usernameIsPassword: false };
  const usernameIsPassword = rule?.kind === 'password';
  return { username: usernameIsPassword ? '' : typed, usernameIsPassword };
}

function variantOf(provider: Provider | undefined, id: string | undefined): ProviderVariant | undefined {
  return provider?.variants.find((variant) => variant.id === id) ?? provider?.variants[0];
}

/** A provider, what was answered before, and what discovery suggests → what the form shows first. */
export function startForm(
  provider: Provider | undefined,
  account: Account | undefined,
  suggestion: Suggestion = {},
): AccountFormInput {
  const known = variantOf(provider, account?.variant ?? suggestion.variant);
  const rule = known?.username ?? provider?.username;
  if (account === undefined) {
    const { host = '', ports = [], username = '', address = '', name = '' } = suggestion;
    const named = ports.map(({ port }) => port).join(', ');
    return {
      ...emptyForm,
      ...(known === undefined
        ? { host, ports: named, kinds: kindsOf(ports) }
        : { variant: known.id, host: known.host === '' ? host : known.host, noLogin: known.login === 'seldom' }),
      ...ruledUsername(rule, username),
      fromAddress: address,
      fromName: name,
    };
  }
  const { variant, host, ports, login, username, from } = account;
  const named = ports.filter(({ plays }) => plays === undefined);
  return {
    variant,
    host,
    ports: named.map(({ port }) => port).join(', '),
    kinds: kindsOf(named),
    noLogin: !login,
    ...ruledUsername(rule, username),
    fromName: from.name,
    fromAddress: from.address,
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
    username: form.noLogin || form.usernameIsPassword ? '' : form.username,
    ...(form.usernameIsPassword && !form.noLogin ? { usernameIsPassword: true } : {}),
    from: { name: form.fromName, address: form.fromAddress },
  };
}

/** Whether the person may say that no login is needed: an unknown server, or a host of the provider that says so. */
export function mayGoWithoutLogin(provider: Provider | undefined, variant: ProviderVariant | undefined): boolean {
  return provider === undefined || (variant !== undefined && variant.login !== 'required');
}
