/**
 * What the wizard knows so far, and what each answer invalidates: a new host drops the port report and the test, a
 * new password only the test. The password lives in the tab's memory alone; `withoutSecret` is what may be stored.
 */
import * as z from 'zod/mini';
import { credentialSchema, displayNameSchema } from '@/lib/smtp/address';
import { deliveryOutcomeSchema } from '@/lib/smtp/outcome';
import { portSchema, securities } from '@/lib/smtp/endpoint';
import { hostSchema } from '@/lib/smtp/host';
import { senderAddressSchema } from '@/lib/settings/message-request';

const portChoiceSchema = z.strictObject({ port: portSchema, security: z.enum(securities) });
export type PortChoice = Readonly<z.output<typeof portChoiceSchema>>;

/** A port the person named; `plays` is the well-known port that a practice server's port stands for. */
const namedPortSchema = z.strictObject({
  port: portSchema,
  security: z.enum(securities),
  plays: z.optional(portSchema),
});

/** A finished account step. `ports` holds only ports beside the provider's own and the usual four. */
const accountSchema = z.strictObject({
  variant: z.string(),
  host: hostSchema,
  ports: z.array(namedPortSchema),
  login: z.boolean(),
  /** Empty where the secret is the user name too: a secret is not stored. */
  username: credentialSchema('User name'),
  usernameIsPassword: z.optional(z.boolean()),
  from: z.strictObject({ name: displayNameSchema, address: senderAddressSchema }),
});
export type Account = Readonly<z.output<typeof accountSchema>>;

/** What was found from an email address, or said to another provider before; the account form begins with it. */
const suggestionSchema = z.strictObject({
  address: z.optional(z.string()),
  name: z.optional(z.string()),
  username: z.optional(z.string()),
  variant: z.optional(z.string()),
  host: z.optional(z.string()),
  ports: z.optional(z.array(namedPortSchema)),
});
export type Suggestion = Readonly<z.output<typeof suggestionSchema>>;

/** How it was first seen that the message arrived, and when. Whoever has not got the message can do none of these. */
const seenArrivalSchema = z.discriminatedUnion('by', [
  /** Its link was pressed; `afterMs` from the server's acceptance, where that was seen. */
  z.strictObject({ by: z.literal('link'), at: z.string(), afterMs: z.optional(z.number()) }),
  /** Its code was typed here. */
  z.strictObject({ by: z.literal('code'), at: z.string() }),
  /** Its source was pasted here, with the marks of the servers that brought it. */
  z.strictObject({ by: z.literal('source'), at: z.string() }),
]);
export type SeenArrival = Readonly<z.output<typeof seenArrivalSchema>>;

/** A test that was settled, and exactly what it proved: anything else on the settings page is "not tested". */
const provenSchema = z.strictObject({
  endpoint: z.strictObject({ host: hostSchema, port: portSchema, security: z.enum(securities) }),
  username: z.string(),
  from: z.strictObject({ name: z.string(), address: z.string() }),
  to: z.string(),
  when: z.string(),
  outcome: deliveryOutcomeSchema,
  /** What an older Outport stored in another form is dropped, and the draft stays. */
  arrived: z.catch(z.optional(seenArrivalSchema), undefined),
});
export type Proven = Readonly<z.output<typeof provenSchema>>;

export const storedDraftSchema = z.strictObject({
  provider: z.optional(z.string()),
  suggestion: z.optional(suggestionSchema),
  account: z.optional(accountSchema),
  /** The endpoint the person goes on with. */
  chosen: z.optional(portChoiceSchema),
  /** True when the port test found `chosen` usable. */
  connects: z.boolean(),
  /** When a check on the web server found `chosen` usable there, by its own clock; ISO 8601. */
  seenThere: z.optional(z.string()),
  proven: z.optional(provenSchema),
});
export type StoredDraft = Readonly<z.output<typeof storedDraftSchema>>;

/** The stored part, and the password, which is never stored. */
export type Draft = StoredDraft & { readonly password: string };

export const emptyDraft: Draft = { connects: false, password: '' };

/** Draft → what session storage may hold. */
export function withoutSecret(draft: Draft): StoredDraft {
  const { password: _never, ...stored } = draft;
  return stored;
}

/** What stays true whoever sends the mail: from whom it comes. A practice server's sender is nobody's. */
function senderOf({ account, suggestion }: Draft): { readonly suggestion?: Suggestion } {
  if (account?.ports.some(({ plays }) => plays !== undefined) === true) return {};
  const address = account?.from.address ?? suggestion?.address ?? '';
  const name = account?.from.name ?? suggestion?.name ?? '';
  const sender = { ...(address === '' ? {} : { address }), ...(name === '' ? {} : { name }) };
  return Object.keys(sender).length === 0 ? {} : { suggestion: sender };
}

/** Choosing a provider drops what was said about another one, all but the sender; so does choosing a found server. */
export function chooseProvider(draft: Draft, provider: string, suggestion?: Suggestion): Draft {
  if (suggestion !== undefined)
    return { provider, suggestion: { ...senderOf(draft).suggestion, ...suggestion }, connects: false, password: '' };
  return draft.provider === provider ? draft : { provider, ...senderOf(draft), connects: false, password: '' };
}

function sameTarget(a: Account | undefined, b: Account): boolean {
  return a !== undefined && a.host === b.host && JSON.stringify(a.ports) === JSON.stringify(b.ports);
}

/**
 * A new host or new ports drop the port report's choice; any change of account or password drops the test, and after
 * a test that is no longer theirs the settings claim nothing at all.
 */
export function answerAccount(draft: Draft, account: Account, password: string): Draft {
  const { proven, chosen, seenThere, ...rest } = draft;
  const target = sameTarget(draft.account, account) && draft.account?.login === account.login;
  const unchanged = password === draft.password && JSON.stringify(draft.account) === JSON.stringify(account);
  return {
    ...rest,
    account,
    password,
    connects: target && (unchanged || proven === undefined) ? draft.connects : false,
    ...(target && chosen !== undefined ? { chosen } : {}),
    ...(target && seenThere !== undefined ? { seenThere } : {}),
    ...(unchanged && proven !== undefined ? { proven } : {}),
  };
}

/** A port that a check on the web server found usable there, and when. */
export type PortThere = PortChoice & { readonly seenAt: string };

/** Another port or another encryption is another claim: the test of the old one proves nothing about it. */
export function choosePort(draft: Draft, chosen: PortChoice, connects: boolean, seenThere?: string): Draft {
  const { proven, seenThere: _earlier, ...rest } = draft;
  const same = draft.chosen?.port === chosen.port && draft.chosen.security === chosen.security;
  const seen = seenThere === undefined ? {} : { seenThere };
  return { ...rest, chosen, connects, ...seen, ...(same && proven !== undefined ? { proven } : {}) };
}

/** A corrected password: the test must be made again. */
export function changePassword(draft: Draft, password: string): Draft {
  const { proven, ...rest } = draft;
  return { ...rest, password, ...(password === draft.password && proven !== undefined ? { proven } : {}) };
}

/**
 * The message of this id was seen to arrive: a tab that sent another one meanwhile is told nothing, and what was seen
 * first stays. A message whose fate nobody knew may arrive as well as one that was accepted.
 */
export function confirmArrival(draft: Draft, messageId: string, arrived: SeenArrival): Draft {
  const { proven } = draft;
  if (proven === undefined || proven.arrived !== undefined || sentMessageId(proven) !== messageId) return draft;
  return { ...draft, proven: { ...proven, arrived } };
}

/** The Message-ID of a message that was handed over whole; undefined where none was. */
export function sentMessageId({ outcome }: Proven): string | undefined {
  return 'messageId' in outcome ? outcome.messageId : undefined;
}
