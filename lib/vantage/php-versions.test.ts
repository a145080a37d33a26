import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseReply } from '@/lib/smtp/reply';
import { checkFile } from './check-file';
import { readCheckResult } from './check-result';
import { phpLiteral } from './php-literal';
import { sampleRun } from './testing/sample-run';

/**
 * The oldest and the newest PHP the file is made for, as WebAssembly (node scripts/php-wasm.mjs gets them). They have no
 * sockets, so what they say of a port means nothing; what is seen is that every line is understood and nothing is
 * deprecated, that replies are read alike, and that the result is signed.
 */
const versions = ['7-4', '8-5'].filter((version) =>
  existsSync(`.outport/php-wasm/node_modules/@php-wasm/node-${version}/index.js`),
);
const run = sampleRun([
  { host: '127.0.0.1', port: 1, security: 'starttls' },
  { host: '::1', port: 1, security: 'cleartext', family: 6 },
]);

/** The file with every complaint shown, and then some more code. `$_SERVER` is that of a command line. */
function runIn(version: string, more = ''): string {
  const file = checkFile(run).replace('<?php', '');
  const input = `<?php error_reporting(-1); ini_set('display_errors', '1'); unset($_SERVER['REQUEST_METHOD']); ${file} ${more}`;
  return execFileSync(process.execPath, ['e2e/lab/run-php-wasm.mjs', version], { input, encoding: 'utf8' });
}

const replies = [
  '220 ready\r\n',
  '250-a\r\n250-b c\n250 d\r\nrest',
  '250 2.1.0 ok\r\n',
  '250\r\n',
  '25',
  '',
  'SSH-2.0-x',
  '220-a\r\n250 b\r\n',
  '* OK IMAP',
  '250-a\r\nnonsense',
  `220 ${'x'.repeat(4100)}`,
  '250-x\r\n'.repeat(101),
];

function expected(text: string): unknown {
  const parsed = parseReply(new TextEncoder().encode(text));
  if (parsed.kind === 'incomplete') return null;
  if (parsed.kind === 'violation') return { cause: parsed.cause };
  return { reply: parsed.reply, rest: new TextDecoder().decode(parsed.rest) };
}

describe.skipIf(versions.length === 0)('PHP', () => {
  test.each(versions)('%s runs the file without a complaint, and its result is taken', async (version) => {
    const said = runIn(version);
    expect(said).not.toMatch(/Deprecated|Warning|Notice|Fatal|Parse/);
    const reading = await readCheckResult(said, run);
    expect(reading).toMatchObject({ status: 'taken', result: { by: 'php-command-line', problems: [] } });
    expect(reading.status === 'taken' && reading.result.php?.startsWith(version.replace('-', '.'))).toBe(true);
  });

  test.each(versions)('%s reads replies as Outport does', (version) => {
    const said = runIn(version, `echo "\\nREAD", json_encode(array_map('op_parse', ${phpLiteral(replies)}));`);
    const read = JSON.parse(said.slice(said.lastIndexOf('READ') + 4)) as (Record<string, unknown> | null)[];
    expect(read.map(withoutSample)).toEqual(replies.map(expected));
  });
});

/** The sample of what could not be read is cut elsewhere. */
function withoutSample(read: Record<string, unknown> | null): unknown {
  if (read === null) return null;
  const { sample: _sample, ...rest } = read;
  return rest;
}
