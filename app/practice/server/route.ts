import { practiceServer } from '@/lib/practice/practice-server';

export const dynamic = 'force-dynamic';

/** Where the practice server listens and how to log in to it; 404 where there is none. */
export function GET(): Response {
  const practice = practiceServer();
  const headers = { 'Cache-Control': 'no-store' };
  if (practice === undefined) return Response.json({ error: 'no-practice-server' }, { status: 404, headers });
  const { host, ports, login } = practice;
  return Response.json({ host, ports, ...login }, { headers });
}
