import * as z from 'zod/mini';
import { currentDeployment } from '@/lib/network/deployment';
import { refuse } from './request-policy';
import { responseHeaders } from './response-headers';

/** A body of at most 16 kB, unless a route takes more, read with a count and a deadline. Values are never quoted back. */
const usualLimit = 16_384;
const readingDeadlineMs = 5_000;

type Problem = { readonly path: string; readonly message: string };

function refusal(status: number, issues: readonly Problem[]): Response {
  return Response.json({ error: 'invalid-request', issues }, { status, headers: responseHeaders });
}

/** The refusal of a request that is well-formed but not admitted. */
export function notAdmitted(reason: 'origin' | 'host' | 'port' | 'rate', retryAfterSeconds?: number): Response {
  const headers = {
    ...responseHeaders,
    ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
  };
  return Response.json({ error: 'not-admitted', reason }, { status: reason === 'rate' ? 429 : 403, headers });
}

const bodyProblems = {
  'too-long': { status: 413, message: (limit: number) => `The body may be at most ${limit / 1024} kB long` },
  'too-slow': { status: 400, message: () => 'The body did not arrive within 5 seconds' },
  broken: { status: 400, message: () => 'The body did not arrive' },
} as const;

type Body = { readonly bytes: Uint8Array } | { readonly problem: keyof typeof bodyProblems };

/** The bytes of a request's body, or what was wrong with it. */
export async function readBounded(request: Request, limit: number): Promise<Body> {
  const reader = request.body?.getReader();
  if (reader === undefined) return { bytes: new Uint8Array() };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), readingDeadlineMs)));
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === 'late') return { problem: 'too-slow' };
      if (next.done) return { bytes: Buffer.concat(chunks) };
      size += next.value.byteLength;
      if (size > limit) return { problem: 'too-long' };
      chunks.push(next.value);
    }
  } catch {
    return { problem: 'broken' }; // the peer went away; nobody will read the answer
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => undefined); // the peer may be gone already
  }
}

/** Strictly UTF-8 (RFC 8259 §8.1): a password with a byte that was replaced would be another password. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** A request from elsewhere → the response that refuses it; undefined when it may be read. */
function policyRefusal({ headers, url }: Request): Response | undefined {
  const facts = {
    host: headers.get('host'),
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    path: new URL(url).pathname,
  };
  const reason = refuse(facts, currentDeployment());
  return reason === undefined ? undefined : notAdmitted(reason);
}

/** A request → its parsed body, or the response that says why it is not read or what is wrong with it. */
export async function readRequest<T>(
  request: Request,
  schema: z.ZodMiniType<T>,
  limit = usualLimit,
): Promise<{ readonly body: T } | { readonly response: Response }> {
  const refused = policyRefusal(request);
  if (refused !== undefined) return { response: refused };
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { response: refusal(415, [{ path: '', message: 'Send application/json' }]) };
  const read = await readBounded(request, limit);
  if ('problem' in read) {
    const { status, message } = bodyProblems[read.problem];
    return { response: refusal(status, [{ path: '', message: message(limit) }]) };
  }
  const json = parseJson(read.bytes);
  if (json === undefined) return { response: refusal(400, [{ path: '', message: 'The body is not JSON' }]) };
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return { body: parsed.data };
  const issues = parsed.error.issues.map((issue) => {
    // zod's own sentence for an unknown key quotes the key, which may be a secret in the wrong place.
    const message = issue.code === 'unrecognized_keys' ? 'Unknown key' : issue.message;
    return { path: issue.path.map(String).join('.'), message };
  });
  return { response: refusal(400, issues) };
}

/** A method that the route does not have; `allowed` are those that it has. */
export function otherMethod(request: Request, allowed: string): Response {
  const refused = policyRefusal(request);
  if (refused !== undefined) return refused;
  const response = refusal(405, [{ path: '', message: `Use ${allowed}` }]);
  response.headers.set('Allow', allowed);
  return response;
}

/** Any method but POST. */
export function onlyPost(request: Request): Response {
  return otherMethod(request, 'POST');
}
