/** The real routes of a running Outport: a request goes out, lines come back. */
const origin = process.env['LAB_OUTPORT'] ?? 'http://127.0.0.1:3000';

/** Path and body → the lines of the answer. Throws when it was not a stream of events. */
export async function linesOverHttp(path: string, body: unknown): Promise<string[]> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return text.split('\n').filter((line) => line !== '');
}
