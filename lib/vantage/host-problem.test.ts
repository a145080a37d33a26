import { describe, expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import { runCheckFile, serveCheckFile, type PhpOptions } from '@/e2e/lab/php-check';
import { freePorts } from '@/e2e/lab/free-ports';
import { makeAuthority } from '@/lib/network/testing/certificates';
import { startScriptedServer } from '@/lib/network/testing/scripted-server';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { readCheckResult } from './check-result';
import { hostProblems, hostProblemSentences, type HostProblem } from './host-problem';
import { sampleRun } from './testing/sample-run';

async function problemsOf(endpoints: readonly Endpoint[], options: PhpOptions = {}) {
  const run = sampleRun(endpoints);
  const said = await runCheckFile(run, options);
  const reading = await readCheckResult(said, run);
  if (reading.status === 'refused') throw new Error(reading.reason);
  for (const problem of reading.result.problems) expect(said).toContain(hostProblemSentences[problem]);
  return reading.result;
}

const closed: readonly Endpoint[] = [{ host: '127.0.0.1', port: 1, security: 'starttls' }];
const off = (...names: string[]): PhpOptions => ({ settings: [`disable_functions=${names.join(',')}`] });

describe.skipIf(!hasPhp)('what keeps a host from being asked has a sentence of its own', () => {
  test.each<[HostProblem, string[]]>([
    ['no-connections-at-all', ['stream_socket_client', 'fsockopen']],
    ['no-stream-socket-client', ['stream_socket_client']],
    ['no-stream-select', ['stream_select']],
    ['no-openssl', ['openssl_x509_parse']],
    ['no-name-look-up', ['dns_get_record', 'gethostbynamel']],
  ])('%s: %j switched off', async (problem, names) => {
    const result = await problemsOf(closed, off(...names));
    expect([result.problems, result.events]).toEqual([[problem], []]);
  });

  test.each([['fsockopen'], ['putenv'], ['set_time_limit'], ['gethostbynamel'], ['dns_get_record'], ['gzdeflate']])(
    'and a host without %s can be asked all the same',
    async (name) => {
      const result = await problemsOf(closed, off(name));
      expect([result.problems, result.events.at(-1)?.event]).toEqual([[], 'finished']);
    },
  );

  test('open_basedir alone is no obstacle', async () =>
    expect((await problemsOf(closed, { settings: ['open_basedir=/tmp'] })).problems).toEqual([]));

  test('names-unanswered: the only name cannot be looked up', async () => {
    const endpoints: Endpoint[] = [{ host: 'mail.test.invalid', port: 25, security: 'starttls' }];
    expect((await problemsOf(endpoints, off('dns_get_record'))).problems).toEqual(['names-unanswered']);
  });

  test('every sentence is short, and no two are alike', () => {
    const sentences = hostProblems.map((problem) => hostProblemSentences[problem]);
    expect(new Set(sentences).size).toBe(hostProblems.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^]{20,200}\.$/);
  });
});

describe.skipIf(!hasPhp)('a refused certificate where PHP finds no authorities', () => {
  const nowhere = { SSL_CERT_FILE: '', SSL_CERT_DIR: '' };
  test.each<[HostProblem, readonly `${string}=${string}`[]]>([
    ['no-authorities', ['openssl.cafile=/nonexistent/ca.pem', 'openssl.capath=/nonexistent']],
    [
      'open-basedir-hides-authorities',
      ['openssl.cafile=/etc/ssl/certs/ca-certificates.crt', 'openssl.capath=/nonexistent', 'open_basedir=/tmp'],
    ],
  ])('is told as %s', async (problem, settings) => {
    const tls = await (await makeAuthority()).issue();
    const server = await startScriptedServer({ dialogue: [], implicitTls: true, tls });
    const endpoints: Endpoint[] = [{ host: 'localhost', port: server.port, security: 'implicit-tls' }];
    expect((await problemsOf(endpoints, { settings, env: nowhere })).problems).toEqual([problem]);
    await server.stop();
  });
});

test.skipIf(!hasPhp)('on the web, too, it is said in a sentence', async () => {
  const [port = 0] = await freePorts(1);
  const run = sampleRun([{ host: '127.0.0.1', port, security: 'starttls' }]);
  const web = await serveCheckFile(run, off('stream_select'));
  const page = await (await web.post({ key: run.key })).text();
  expect(page).toContain('role="alert">Switched off here: stream_select');
  await web.stop();
});
