/** The text of a page at every change of it, not only when a test looks. */
import type { BrowserContext } from '@playwright/test';

/** HTML → the same without what stands in password fields: there their owner typed it. */
export function withoutTypedPasswords(html: string): string {
  return html.replace(/<input\b[^>]*>/g, (tag) =>
    /\btype="password"/.test(tag) ? tag.replace(/ value="[^"]*"/, '') : tag,
  );
}

/** Calls `onSeen` with the whole HTML whenever a page's text or attributes hold the beginning of `secret`. */
export async function watchPageText(
  context: BrowserContext,
  secret: string,
  onSeen: (html: string) => void,
): Promise<void> {
  const beginning = /^\w+/.exec(secret)?.[0] ?? secret;
  await context.exposeBinding('outportSeen', (_source, html: string) => {
    const rest = withoutTypedPasswords(html);
    if (rest.includes(beginning)) onSeen(rest);
  });
  await context.addInitScript((wanted) => {
    const { outportSeen } = window as unknown as { outportSeen: (html: string) => void };
    const look = () => {
      const html = document.documentElement.outerHTML;
      if (html.includes(wanted)) outportSeen(html);
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  }, beginning);
}
