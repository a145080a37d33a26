import 'server-only';
import { randomUUID } from 'node:crypto';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import { arrivalCode } from '@/lib/arrival/code';
import type { MessageRequest } from '@/lib/settings/message-request';
import { addressDomain } from '@/lib/smtp/address';
import type { Security } from '@/lib/smtp/endpoint';
import type { Mode } from './deployment';
import { htmlBody, textBody } from './test-message-body';

const encryption: Readonly<Record<Security, string>> = {
  'implicit-tls': 'TLS from the first byte (implicit TLS)',
  starttls: 'TLS, switched on by STARTTLS',
  cleartext: 'none',
};

const sentFrom: Readonly<Record<Mode, string>> = {
  local: 'the computer on which you run Outport',
  hosted: 'the server of the Outport you opened in your browser',
};

/** A message's id → the address that proves its arrival; undefined where no such address can be reached or kept. */
export type ArrivalLink = (messageId: string) => Promise<string | undefined>;

/**
 * A request, the moment and the mode → the message: fixed words in plain text and HTML, Message-ID in the sender's
 * domain and the code that is made from it, `Auto-Submitted: auto-generated` (RFC 3834 §5), nothing of this machine.
 */
export async function composeTestMessage(
  request: MessageRequest,
  when: Date,
  mode: Mode,
  linkFor?: ArrivalLink,
): Promise<{ readonly raw: Buffer; readonly messageId: string }> {
  const { endpoint, from, to } = request;
  const domain = addressDomain(from.address);
  const messageId = `<${randomUUID()}@${domainToASCII(domain) || domain}>`;
  const code = arrivalCode(messageId) ?? '';
  const link = await linkFor?.(messageId);
  const words = {
    code,
    ...(link === undefined ? {} : { link }),
    facts: [
      ['Server', endpoint.host],
      ['Port', String(endpoint.port)],
      ['Encryption', encryption[endpoint.security]],
      ['Sender', from.address],
      ['Time', `${when.toISOString().slice(0, 19).replace('T', ' ')} UTC`],
      ['Sent from', sentFrom[mode]],
    ],
  } as const;
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    // The code stands here too, so that it is seen in a list of mails and survives a Message-ID that a service replaces.
    subject: `Outport test ${code}: ${endpoint.host}, port ${endpoint.port}`,
    messageId,
    date: when,
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: textBody(words),
    html: htmlBody(words),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { raw: await composer.compile().build(), messageId };
}
