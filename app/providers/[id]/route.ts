import { loadProvider, providerIds } from '@/lib/providers/catalog';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** Every provider's answer is made when Outport is built. */
export function generateStaticParams(): { id: string }[] {
  return providerIds.map((id) => ({ id }));
}

type Context = { params: Promise<{ id: string }> };

/** What is known of one provider, as data: it is fetched when it is chosen, and is no script. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const provider = await loadProvider((await params).id);
  if (provider === undefined) return new Response(null, { status: 404 });
  // What stands between may keep it, and asks whether a newer Outport says something else.
  return Response.json(provider, { headers: { 'Cache-Control': 'no-cache' } });
}
