import { reportUnexpected } from '@/app/api/report-unexpected';
import { type Html, markup } from '@/lib/report/markup';
import { wholePage } from '@/lib/report/report-html';

/** Pages that are kept from search engines and caches. The proxy adds the policy, whose nonce the style carries. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
} as const;

/** A page without React or script. */
export function plainPage(request: Request, title: string, body: Html, status = 200): Response {
  const nonce = request.headers.get('x-nonce') ?? '';
  return new Response(wholePage({ title, body, nonce }), { status, headers });
}

/** What is kept cannot be reached: our own fault, noted and said. */
export function storeUnreachable(request: Request, error: unknown): Response {
  reportUnexpected(error);
  return sayingPage(request, 'Outport cannot reach what it keeps', 'This is Outport’s mistake. Try again later.', 503);
}

/** A page that says one thing. */
export function sayingPage(request: Request, title: string, sentence: string, status: number): Response {
  const body = markup`<main><h1>${title}</h1><p>${sentence}</p><p><a href="/">Outport</a></p></main>`;
  return plainPage(request, title, body, status);
}

/** A page for whoever asked too often, and what to do after so many seconds. */
export function tooMany(request: Request, sentence: string, seconds: number): Response {
  const response = sayingPage(request, 'Too many at once', sentence, 429);
  response.headers.set('Retry-After', String(seconds));
  return response;
}
