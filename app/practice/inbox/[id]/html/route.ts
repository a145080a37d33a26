import { practiceServer } from '@/lib/practice/practice-server';

export const dynamic = 'force-dynamic';

/** A practice message's HTML, where nothing of it can run, load or lead anywhere. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const message = practiceServer()?.mailbox.find((await params).id);
  if (message === undefined) return new Response('There is no such message.', { status: 404 });
  return new Response(message.html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });
}
