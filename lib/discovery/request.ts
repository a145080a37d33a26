import * as z from 'zod/mini';
import { addressSchema } from '@/lib/smtp/address';
import { isOfDomain, readAddress } from './address';

const domainSchema = z.pipe(
  z.string().check((context) => {
    const read = readAddress(context.value);
    if (read.kind === 'domain') return;
    const message = read.kind === 'problem' ? read.message : 'Send the domain alone, without what stands before the @';
    context.issues.push({ code: 'custom', message, input: context.value });
  }),
  z.transform((typed: string) => {
    const read = readAddress(typed);
    return read.kind === 'domain' ? read.domain : typed;
  }),
);

/**
 * What `POST /api/discover` takes. `address` is there only when its owner agreed that the domain's autoconfig server is
 * told it; without it nothing before the @ leaves the browser.
 */
export const discoveryRequestSchema = z
  .strictObject({ domain: domainSchema, address: z.optional(addressSchema('Enter an email address')) })
  .check(
    z.refine(({ domain, address }) => address === undefined || isOfDomain(address, domain), {
      message: 'The address must be of the domain',
      path: ['address'],
    }),
  );
export type DiscoveryRequest = Readonly<z.output<typeof discoveryRequestSchema>>;
