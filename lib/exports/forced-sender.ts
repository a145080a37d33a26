import type { SmtpSettings } from '@/lib/settings/smtp-settings';

/** For plugins that are told to force the sender: their own defaults differ, and many servers take no other one. */
export function forcedSenderWarnings({ from }: SmtpSettings): readonly string[] {
  return [
    `Every mail of the site leaves as ${from.address}, also where a contact form asks for another sender: many mail servers take no other one.`,
  ];
}

/** For the two that force the name by default, and take no constant that ends that. */
export function keptNameWarnings(plugin: string, { from }: SmtpSettings): readonly string[] {
  return from.name === ''
    ? [
        `No sender name is set here, so ${plugin} keeps the one in its own settings and, unless that is switched off there, forces it.`,
      ]
    : [];
}
