import type { SmtpSettings } from '@/lib/settings/smtp-settings';

/** WordPress's sanitize_text_field takes out tags, percent codes and blanks; plugins that send a password through it break these. */
export function alteredBy(plugin: string, { password = '' }: SmtpSettings, wayOut = ''): string | undefined {
  if (!/<|%[0-9a-f]{2}|^\s|\s$|\s\s/i.test(password)) return undefined;
  return `${plugin} changes this password when it handles it: it takes out <, % before two digits, and blanks at the ends or in a row. Use another plugin, or a password without these.${wayOut}`;
}
