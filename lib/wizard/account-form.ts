/** The account step's form: strings as typed → an account. Messages say what to do in the labels' own words. */
import * as z from 'zod/mini';
import { senderAddressSchema } from '@/lib/settings/message-request';
import { credentialSchema, displayNameSchema } from '@/lib/smtp/address';
import { hostSchema } from '@/lib/smtp/host';
import { securities } from '@/lib/smtp/endpoint';

const portMessage = 'Port must be a whole number from 1 to 65535';

export const accountFormSchema = z
  .object({
    variant: z.string(),
    host: hostSchema,
    port: z
      .string()
      .check(
        z.refine(
          (text) => text.trim() === '' || (/^\d{1,5}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 65535),
          portMessage,
        ),
      ),
    security: z.union([z.literal('auto'), z.enum(securities)]),
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
