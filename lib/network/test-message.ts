import 'server-only';
import { randomUUID } from 'node:crypto';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MessageRequest } from '@/lib/settings/message-request';
import { addressDomain } from '@/lib/smtp/address';
import type { Security } from '@/lib/smtp/endpoint';

const encryption: Readonly<Record<Security, string>> = {
  'implicit-tls': 'implicit TLS, encrypted from the first byte',
  starttls: 'STARTTLS, upgraded to encryption before anything was sent',
  cleartext: 'none',
};

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function textBody(facts: readonly (readonly [string, string])[]): string {
  const rows = facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  return `This is the test email you asked Outport to send.\n\nThe mail server took it over with these settings:\n\n${rows}\n\nIf you can read this, it also arrived. Look whether it was in your inbox or in spam.\n`;
}

function htmlBody(facts: readonly (readonly [string, string])[]): string {
  const rows = facts
    .map(
      ([label, value]) =>
        `<tr><th align="left" style="padding:6px 16px 6px 0;font-weight:500;color:#4b535c">${label}</th><td style="padding:6px 0;font-family:monospace">${escapeHtml(value)}</td></tr>`,
    )
    .join('');
  return `<!doctype html><html lang="en"><body style="margin:0;padding:24px;font-family:system-ui,sans-serif;color:#16191d;background:#ffffff"><h1 style="font-size:20px;margin:0 0 8px">Your test email</h1><p style="margin:0 0 16px">You asked Outport to send it. The mail server took it over with these settings:</p><table role="presentation" cellspacing="0" cellpadding="0">${rows}</table><p style="margin:16px 0 0;color:#4b535c">If you can read this, it also arrived. Look whether it was in your inbox or in spam.</p></body></html>`;
}

/**
 * A request and the moment → the message: fixed words in plain text and HTML, Message-ID in the sender's domain,
 * `Auto-Submitted: auto-generated` (RFC 3834 §5), nothing of this machine in it.
 */
export async function composeTestMessage(
  request: MessageRequest,
  when: Date,
): Promise<{ readonly raw: Buffer; readonly messageId: string }> {
  const { endpoint, from, to } = request;
  const facts = [
    ['Server', endpoint.host],
    ['Port', String(endpoint.port)],
    ['Encryption', encryption[endpoint.security]],
    ['Time', when.toISOString()],
  ] as const;
  const domain = addressDomain(from.address);
  const messageId = `<${randomUUID()}@${domainToASCII(domain) || domain}>`;
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    subject: `Outport test: ${endpoint.host}, port ${endpoint.port}`,
    messageId,
    date: when,
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: textBody(facts),
    html: htmlBody(facts),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { raw: await composer.compile().build(), messageId };
}
