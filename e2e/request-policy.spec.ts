import { expect, test } from './fixtures';
import { rawRequest } from './raw-http';

const pages = [
  '/',
  ...['provider', 'account', 'ports', 'test', 'settings'].map((step) => `/setup/${step}`),
  '/ports',
  '/practice/inbox',
  '/runs',
  '/a/AAAAAAAAAAAAAAAAAAAAAA',
  '/nowhere',
];

const policyWith = (nonce: string) =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

test('every page carries the content policy with a nonce of its own, and nothing it would have to forbid', async ({
  request,
}) => {
  const nonces = new Set<string>();
  for (const path of pages) {
    const response = await request.get(path);
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    const nonce = /'nonce-([A-Za-z0-9+/=]{20,})'/.exec(policy)?.[1] ?? '';
    expect(policy, path).toBe(policyWith(nonce));
    nonces.add(nonce);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['cache-control'], path).toContain('no-store');
    const html = await response.text();
    expect(html.match(/<[^>]*\sstyle\s*=/gi), `style attributes of ${path}`).toBeNull();
    expect(html.match(/<[^>]*\son[a-z]+\s*=/gi), `handlers in the HTML of ${path}`).toBeNull();
    for (const tag of html.match(/<(?:script|style)\b[^>]*>/gi) ?? []) expect(tag).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(pages.length);
});

test('no page makes the browser complain', async ({ page }) => {
  for (const path of pages.filter((known) => known !== '/nowhere')) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a page framed by another is not shown', async ({ page, outport, request }) => {
  expect((await request.get('/')).headers()['x-frame-options']).toBe('DENY');
  await page.route('http://framing.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${outport.url}/"></iframe>` }),
  );
  await page.goto('http://framing.test/');
  await expect(page.frameLocator('iframe').getByRole('heading')).toHaveCount(0);
});

const probe = JSON.stringify({ endpoints: [{ host: 'localhost', port: 1, security: 'starttls' }] });
const json = { 'Content-Type': 'application/json' };

test('a Host that is not ours is refused on every path', async ({ outport: { port } }) => {
  const foreign = [
    'rebound.test',
    `rebound.test:${port}`,
    `127.0.0.1.rebound.test:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `localhost.:${port}`,
    `0.0.0.0:${port}`,
    `[::]:${port}`,
  ];
  for (const Host of foreign) {
    for (const path of ['/', '/setup/account', '/practice/server', '/practice/inbox', '/icon.svg', '/api/probe']) {
      const { status, headers, body } = await rawRequest(port, path, { Host });
      expect(status, `${Host} ${path}`).toBe(403);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(JSON.parse(body)).toEqual({ error: 'not-admitted', reason: 'host' });
    }
    expect((await rawRequest(port, '/api/probe', { ...json, Host }, probe)).status, Host).toBe(403);
  }
});

test('our own names are admitted, in any case', async ({ outport: { port } }) => {
  for (const Host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
    expect((await rawRequest(port, '/setup/provider', { Host })).status, Host).toBe(200);
});

test('another origin may not drive the routes', async ({ outport: { port } }) => {
  const Host = `127.0.0.1:${port}`;
  const own = `http://${Host}`;
  const refused: readonly Record<string, string>[] = [
    { Origin: 'null' },
    { Origin: 'http://other.test' },
    { Origin: `https://${Host}` },
    { Origin: `http://127.0.0.1:${port + 1}` },
    { Origin: `http://localhost:${port}` },
    { Origin: `${own}.other.test` },
    { Origin: own, 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ];
  for (const path of ['/api/probe', '/api/test-message', '/api/discover']) {
    for (const headers of refused) {
      const answer = await rawRequest(port, path, { ...json, Host, ...headers }, probe);
      expect(answer.status, JSON.stringify(headers)).toBe(403);
      expect(JSON.parse(answer.body)).toEqual({ error: 'not-admitted', reason: 'origin' });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  }
  for (const headers of [{}, { Origin: own, 'Sec-Fetch-Site': 'same-origin' }, { 'Sec-Fetch-Site': 'none' }])
    expect((await rawRequest(port, '/api/probe', { ...json, Host, ...headers }, probe)).status).toBe(200);
});

test('a form of another page cannot reach the routes: only JSON is taken', async ({ outport: { port } }) => {
  const Host = `127.0.0.1:${port}`;
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    expect((await rawRequest(port, '/api/probe', { Host, 'Content-Type': type }, probe)).status, type).toBe(415);
});
