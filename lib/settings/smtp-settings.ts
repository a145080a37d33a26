/** The wizard's product: what a program needs to submit mail. `password` is present only while its owner's tab holds it. */
import * as z from 'zod/mini';
import { credentialSchema, displayNameSchema } from '@/lib/smtp/address';
import { portSchema, securities } from '@/lib/smtp/endpoint';
import { hostSchema } from '@/lib/smtp/host';
import { senderAddressSchema } from './message-request';

export const smtpSettingsSchema = z.strictObject({
  host: hostSchema,
  port: portSchema,
  security: z.enum(securities),
  username: z.optional(credentialSchema('User name')),
  /** The provider gives one secret that is both; then `username` is absent, so that nothing shows the secret as a name. */
  usernameIsPassword: z.optional(z.literal(true)),
  password: z.optional(credentialSchema('Password')),
  from: z.strictObject({ name: displayNameSchema, address: senderAddressSchema }),
});
export type SmtpSettings = Readonly<z.output<typeof smtpSettingsSchema>>;
