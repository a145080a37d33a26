import { NextResponse, type NextRequest } from 'next/server';
import { contentPolicy, refuse } from '@/app/api/request-policy';
import { currentDeployment } from '@/lib/network/deployment';

/**
 * Every request but those of the routes that read JSON, which check the same policy themselves: Next would hold back
 * their bodies here until the last byte came, past any deadline of ours.
 */
export const config = { matcher: ['/((?!api/(?:probe|test-message|discover|reports|arrivals)$).*)'] };

/** A request is admitted or refused; an admitted one gets a nonce and the security headers. */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname;
  const header = (name: string) => request.headers.get(name);
  const reason = refuse(
    { host: header('host'), origin: header('origin'), fetchSite: header('sec-fetch-site'), path },
    currentDeployment(),
  );
  if (reason !== undefined)
    return NextResponse.json(
      { error: 'not-admitted', reason },
      { status: 403, headers: { 'Cache-Control': 'no-store' } },
    );
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  // A practice message brings a stricter policy of its own, and is framed by our page.
  if (!/^\/practice\/inbox\/[^/]+\/html$/.test(path)) {
    response.headers.set('Content-Security-Policy', policy);
    response.headers.set('X-Frame-Options', 'DENY');
  }
  response.headers.set('Referrer-Policy', 'no-referrer');
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  return response;
}
