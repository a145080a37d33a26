import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '@/e2e/lab/free-ports';
import { hasPhp } from '@/e2e/lab/has-php';
import { runCheckFile, runShellCheck } from '@/e2e/lab/php-check';
import { makeAuthority, makeSelfSigned, type Authority } from '@/lib/network/testing/certificates';
import { ehlo, greeting, openEhlo, probe, quit, tlsEhlo, upgrade } from '@/lib/network/testing/probe-scripted';
import { startScriptedServer, type Line } from '@/lib/network/testing/scripted-server';
import type { Security } from '@/lib/smtp/endpoint';
import type { ProbeOutcome } from '@/lib/smtp/outcome';
import { readCheckResult, type CheckReading } from './check-result';
import { sampleRun } from './testing/sample-run';

/** PHP and Outport's own probe, one after the other, at the same server. The lab does this with every scenario it has. */
const folder = mkdtempSync(join(tmpdir(), 'outport-dialogue-'));
const authorityFile = join(folder, 'authority.pem');
let authority: Authority;
beforeAll(async () => {
  authority = await makeAuthority();
  writeFileSync(authorityFile, authority.pem);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The two programs that check. */
const programs = ['php', 'shell'] as const;
type Program = (typeof programs)[number];

async function check(program: Program, port: number, security: Security): Promise<CheckReading> {
  const run = sampleRun([{ host: 'localhost', port, security }]);
  const said =
    program === 'php'
      ? await runCheckFile(run, { settings: [`openssl.cafile=${authorityFile}`] })
      : await runShellCheck(run, { SSL_CERT_FILE: authorityFile });
  return readCheckResult(said, run);
}

function outcomeOf(reading: CheckReading): ProbeOutcome | undefined {
  if (reading.status === 'refused') throw new Error(reading.reason);
  return reading.report.endpoints[0]?.outcome;
}

/** What is compared: kind, stage and cause; not how long it took, nor the words of a library. */
function verdict(outcome: ProbeOutcome | undefined): unknown {
  if (outcome?.status === 'usable')
    return [outcome.capabilities, outcome.tls?.version, outcome.tls?.cipher, outcome.tls?.certificate];
  return outcome?.status === 'failed' ? outcome.failure : outcome;
}

type Case = readonly [name: string, security: Security, dialogue: readonly Line[]];
const say = (text: string): Line => ({ say: text });

const cases: readonly Case[] = [
  ['a server in the clear', 'cleartext', [greeting, ehlo, tlsEhlo, quit]],
  ['a greeting that says no', 'starttls', [say('554-no\r\n554 5.7.1 go away\r\n'), quit]],
  ['a greeting that says 421', 'starttls', [say('421 4.3.2 busy\r\n')]],
  ['a server that hangs up', 'starttls', [{ close: 'end' }]],
  ['a server that resets', 'starttls', [greeting, ehlo, { close: 'reset' }]],
  ['SSH', 'starttls', [say('SSH-2.0-x')]],
  ['a reply of two codes', 'starttls', [say('220-a\r\n250 b\r\n')]],
  ['a reply without end', 'starttls', [{ say: `220 ${'x'.repeat(5000)}` }]],
  ['an answer nobody asked for', 'starttls', [say('220 hello\r\n250 what\r\n')]],
  ['no STARTTLS', 'starttls', [greeting, ehlo, tlsEhlo, quit]],
  ['STARTTLS overwritten', 'starttls', [greeting, ehlo, say('250-x\r\n250 XXXXXXXA\r\n'), quit]],
  ['a word before TLS', 'starttls', [greeting, ehlo, openEhlo, { expect: /^STARTTLS$/ }, say('220 go\r\n250 x\r\n')]],
  ['TLS expected where there is none', 'implicit-tls', [greeting]],
  ['control characters', 'starttls', [say('220 a\u001b[31mb\u202e\r\n'), ehlo, say('500 \u0007no\r\n'), quit]],
];

describe.skipIf(!hasPhp).each(programs)('%s says what Outport says of', (program) => {
  test.each(cases)('%s', async (_name, security, dialogue) => {
    const server = await startScriptedServer({ dialogue });
    const own = (await probe([{ host: 'localhost', port: server.port, security }])).endpoints[0];
    const reading = await check(program, server.port, security);
    expect(verdict(outcomeOf(reading))).toEqual(verdict(own?.outcome));
    const [first, second] = server.sessions;
    expect(second?.map((line) => line.replace(/ .*/, ''))).toEqual(first?.map((line) => line.replace(/ .*/, '')));
    await server.stop();
  });

  test('a port where nobody listens', async () => {
    const [port = 0] = await freePorts(1);
    const own = (await probe([{ host: 'localhost', port, security: 'starttls' }])).endpoints[0];
    expect(verdict(outcomeOf(await check(program, port, 'starttls')))).toEqual(verdict(own?.outcome));
  });

  test('a certificate signed by itself', async () => {
    const dialogue = [greeting, ehlo, openEhlo, ...upgrade];
    const server = await startScriptedServer({ dialogue, tls: await makeSelfSigned() });
    const own = (await probe([{ host: 'localhost', port: server.port, security: 'starttls' }])).endpoints[0];
    const theirs = verdict(outcomeOf(await check(program, server.port, 'starttls')));
    expect(theirs).toEqual(verdict(own?.outcome));
    expect(theirs).toMatchObject({ kind: 'certificate-rejected', reason: 'self-signed' });
    await server.stop();
  });
});

describe.skipIf(!hasPhp).each(programs)('%s, over verified TLS', (program) => {
  test.each<[Security, readonly Line[]]>([
    ['implicit-tls', [greeting, ehlo, tlsEhlo, quit]],
    ['starttls', [greeting, ehlo, openEhlo, ...upgrade, ehlo, tlsEhlo, quit]],
  ])('%s is usable, and its stages are told in their order', async (security, dialogue) => {
    const isImplicit = security === 'implicit-tls';
    const server = await startScriptedServer({ dialogue, implicitTls: isImplicit, tls: await authority.issue() });
    const reading = await check(program, server.port, security);
    expect(outcomeOf(reading)).toMatchObject({
      status: 'usable',
      capabilities: [
        { keyword: 'SIZE', params: ['1000'] },
        { keyword: 'AUTH', params: ['PLAIN', 'LOGIN'] },
      ],
      tls: { version: 'TLSv1.3', trusted: true, certificate: { subject: 'localhost' } },
    });
    const stages = reading.status === 'taken' ? reading.report.endpoints[0]?.stages : [];
    expect(stages?.map(({ stage, secured }) => `${stage}${secured ? '+' : ''}`)).toEqual(
      isImplicit
        ? ['resolve', 'connect', 'tls', 'greeting+', 'ehlo+']
        : ['resolve', 'connect', 'greeting', 'ehlo', 'starttls', 'tls', 'ehlo+'],
    );
    expect(stages?.every(({ tookMs }) => tookMs !== undefined)).toBe(true);
    expect(server.heard.filter((line) => /^(?:AUTH|MAIL)/i.test(line))).toEqual([]);
    await server.stop();
  });

  test.each([
    ['certificate-rejected', 'name-mismatch', { names: ['other.test'], addresses: [] }],
    ['certificate-rejected', 'expired', { validTo: new Date(Date.now() - 1000) }],
  ])('it is %s for %s before a word of ours', async (kind, reason, leaf) => {
    const server = await startScriptedServer({ dialogue: [], implicitTls: true, tls: await authority.issue(leaf) });
    expect(outcomeOf(await check(program, server.port, 'implicit-tls'))).toMatchObject({
      status: 'failed',
      failure: { stage: 'tls', kind, reason, reasons: [reason], chainLength: 1 },
    });
    expect(server.heard).toEqual([]);
    await server.stop();
  });
});
