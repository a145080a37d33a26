/** What `POST /api/test-message` takes; the test step's form is checked by the same field schemas. */
import * as z from 'zod/mini';
import { addressSchema, credentialSchema, displayNameSchema } from '@/lib/smtp/address';
import { portSchema, securities } from '@/lib/smtp/endpoint';
import { hostSchema } from '@/lib/smtp/host';

export const senderAddressSchema = addressSchema('Enter the sender address, like name@example.com');
export const recipientSchema = addressSchema('Enter an address where you can read the test email');

export const messageRequestSchema = z
  .strictObject({
    endpoint: z.strictObject({ host: hostSchema, port: portSchema, security: z.enum(securities) }),
    username: z.optional(
      credentialSchema('User name').check(z.minLength(1, 'Enter the user name for your mail server')),
    ),
    password: z.optional(credentialSchema('Password').check(z.minLength(1, 'Enter the password or app password'))),
    from: z.strictObject({ name: displayNameSchema, address: senderAddressSchema }),
    to: recipientSchema,
  })
  .check(
    z.refine((m) => (m.username === undefined) === (m.password === undefined), {
      message: 'Give both user name and password, or neither',
      path: ['password'],
    }),
    z.refine((m) => m.password === undefined || m.endpoint.security !== 'cleartext', {
      message: 'A password is never sent without encryption',
      path: ['endpoint', 'security'],
    }),
  );
export type MessageRequest = Readonly<z.output<typeof messageRequestSchema>>;
