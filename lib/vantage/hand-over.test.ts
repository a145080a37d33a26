import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import { runCheckFile, runShellCheck, serveCheckFile } from '@/e2e/lab/php-check';
import { readCheckResult } from './check-result';
import type { CheckRun } from './check-run';
import { checkFile } from './check-file';
import { sampleRun } from './testing/sample-run';

const standing: Server[] = [];
afterEach(() => {
  for (const server of standing.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Got = { readonly method: string | undefined; readonly type: string | undefined; readonly body: string };

/** What stands where the run says Outport stands, and a run of one closed port. */
async function outport(answer: RequestListener): Promise<{ readonly run: CheckRun; readonly got: Got[] }> {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      got.push({ method: request.method, type: request.headers['content-type'], body });
      answer(request, response);
    });
  });
  standing.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const run = sampleRun([{ host: '127.0.0.1', port: 1, security: 'starttls' }]);
  return { run: { ...run, postAddress: `http://127.0.0.1:${port}/api/checks` }, got };
}

const keeps: RequestListener = (_request, response) => response.end('{"status":"kept"}');
const isThere = 'Outport has the result now';
const programs = [
  ['PHP', hasPhp, runCheckFile],
  ['the shell', true, runShellCheck],
] as const;

describe.each(programs)('%s hands its result to Outport', (_name, isHere, run) => {
  test.skipIf(!isHere)('by one post, which carries a result that is taken', async () => {
    const { run: own, got } = await outport(keeps);
    const said = await run(own);
    expect(said).toContain(isThere);
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ method: 'POST', type: 'application/json' });
    const { token } = JSON.parse(got[0]?.body ?? '{}') as { readonly token: string };
    expect(await readCheckResult(token, own)).toMatchObject({ status: 'taken' });
    expect(got[0]?.body).not.toContain(own.key);
    expect(got[0]?.body).not.toContain(own.secret);
    // By hand it can be carried all the same.
    expect(await readCheckResult(said, own)).toMatchObject({ status: 'taken' });
  });

  const others: readonly (readonly [string, RequestListener])[] = [
    ['a page of somebody else', (_request, response) => response.end('<html>kept</html>')],
    ['a refusal', (_request, response) => response.writeHead(429).end('{"status":"kept"}')],
    ['a way elsewhere', (_request, response) => response.writeHead(302, { Location: '/x' }).end()],
    ['too much', (_request, response) => response.end('{"status":"kept"}'.padEnd(1_000_000))],
    ['no HTTP', ({ socket }) => socket.end('220 mail.test\r\n')],
    ['a connection cut off', ({ socket }) => socket.destroy()],
  ];
  test.skipIf(!isHere).each(others)('and claims nothing after %s', async (_what, answer) => {
    const { run: own } = await outport(answer);
    const said = await run(own);
    expect(said).not.toContain(isThere);
    expect(await readCheckResult(said, own)).toMatchObject({ status: 'taken' });
  });

  test.skipIf(!isHere)('and goes on when nobody listens there', async () => {
    const own = { ...sampleRun([{ host: '127.0.0.1', port: 1, security: 'starttls' as const }]) };
    const said = await run({ ...own, postAddress: 'http://127.0.0.1:9/api/checks' });
    expect(said).not.toContain(isThere);
    expect(await readCheckResult(said, own)).toMatchObject({ status: 'taken' });
  });
});

test.skipIf(!hasPhp)(
  'the page says that Outport has it; a host that opens no addresses hands nothing over',
  async () => {
    const { run, got } = await outport(keeps);
    for (const [settings, times] of [
      [[], 1],
      [['allow_url_fopen=0'], 1],
    ] as const) {
      const web = await serveCheckFile(run, { settings });
      const page = await (await web.post({ key: run.key })).text();
      expect(page.includes(isThere)).toBe(settings.length === 0);
      expect(page).toContain('#check-result=');
      expect(web.log()).not.toMatch(/Warning|Notice|Deprecated|Fatal/);
      expect(got).toHaveLength(times);
      await web.stop();
    }
  },
);

test('a file of an Outport that cannot be reached has no code that hands anything over', () => {
  const { postAddress: _none, ...run } = sampleRun();
  expect(checkFile(run)).not.toMatch(/file_get_contents|curl_/);
  expect(checkFile({ ...run, postAddress: 'https://outport.example.com/api/checks' })).toContain(
    'and https://outport.example.com with the result.',
  );
});
