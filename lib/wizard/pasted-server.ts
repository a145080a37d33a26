/** What people paste where a host name is asked for: URLs, host and port together, blanks, final dots. */
import { usualSecurity, type Security } from '@/lib/smtp/endpoint';

export type PastedServer = {
  readonly host: string;
  readonly port?: number;
  readonly security?: Security;
  readonly username?: string;
  /** What was changed, in sentences for the person. */
  readonly changes: readonly string[];
};

/** Typed text → host and what else it held. A password in a URL is dropped, and that is said. */
export function readPastedServer(text: string): PastedServer {
  const changes: string[] = [];
  let rest = text.trim();
  if (rest !== text) changes.push('Removed blanks around the host name.');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(rest)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    rest = rest.slice(scheme.length + 3);
    changes.push(`Removed “${scheme}://”.`);
  }
  if (scheme !== undefined && /[/?#]/.test(rest)) {
    rest = rest.replace(/[/?#].*$/s, '');
    if (!/^[^/]*\/?$/.test(text.trim().slice(scheme.length + 3)))
      changes.push('Removed what stood after the host name.');
  }
  let username: string | undefined;
  const at = scheme === undefined ? -1 : rest.lastIndexOf('@');
  if (at !== -1) {
    const [user = '', ...secret] = rest.slice(0, at).split(':');
    username = decode(user);
    rest = rest.slice(at + 1);
    changes.push('Moved the user name to its own field.');
    if (secret.length > 0) changes.push('Left out the password: give it in its own field.');
  }
  const found = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(rest);
  const port = found?.[2] === undefined ? undefined : Number(found[2]);
  if (found?.[1] !== undefined) {
    rest = found[1];
    changes.push(`Took ${port ?? ''} as the port.`);
  }
  rest = rest.replace(/^\[(.*)\]$/, '$1');
  const host = rest.trim().replace(/[./]+$/, '');
  if (host !== rest.trim()) changes.push('Removed the final dot or slash.');
  const security =
    scheme === 'smtps' ? ('implicit-tls' as const) : port === undefined ? undefined : usualSecurity(port);
  return {
    host,
    changes,
    ...(port === undefined ? {} : { port }),
    ...(security === undefined ? {} : { security }),
    ...(username === undefined || username === '' ? {} : { username }),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is meant as it stands
  }
}
