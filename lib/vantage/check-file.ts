/** A run → the text of outport-check.php. */
import type { CheckRun } from './check-run';
import { failureSentences } from './failure-sentences';
import { hostProblemSentences } from './host-problem';
import { phpLiteral } from './php-literal';
import { certificatePhp } from './php/certificate.php';
import { checkPhp } from './php/check.php';
import { commandLinePhp } from './php/command-line.php';
import { connectPhp } from './php/connect.php';
import { doorPhp } from './php/door.php';
import { encryptionPhp } from './php/encryption.php';
import { handOverPhp } from './php/hand-over.php';
import { lookUpPhp } from './php/look-up.php';
import { pagePhp } from './php/page.php';
import { resultPhp } from './php/result.php';
import { schedulerPhp } from './php/scheduler.php';
import { sessionPhp } from './php/session.php';
import { wirePhp } from './php/wire.php';
import { wordsPhp } from './php/words.php';

/** What the file is called; a person finds it by this name. */
export const checkFileName = 'outport-check.php';

/** From what a reader wants to know first to how it is done. */
const pieces = [
  doorPhp,
  commandLinePhp,
  checkPhp,
  sessionPhp,
  connectPhp,
  lookUpPhp,
  wirePhp,
  encryptionPhp,
  certificatePhp,
  schedulerPhp,
  wordsPhp,
  resultPhp,
  pagePhp,
];

const utc = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', ' UTC').replace('T', ' ');

function head({ expiresAt, postAddress, version }: CheckRun): string {
  const others = postAddress === undefined ? '' : `, and ${new URL(postAddress).origin} with the result`;
  return String.raw`<?php
/*
 * Outport check, made by Outport ${version} for one run. Delete it when you have the result.
 *
 * What it does: it tries from this server whether the mail servers named below answer on the ports named below:
 * name, connection, greeting, EHLO, encryption, certificate.
 * What it does not do: it logs in nowhere, sends no mail, writes no file, and calls nobody but those
 * servers${others}.
 * Who may use it: whoever has the key below, until ${utc(expiresAt)}. After five wrong keys it answers 404.
 *
 * In a browser: open it, give the key, press the button. In a shell: php outport-check.php
 */
`;
}

function baked(run: CheckRun): string {
  const { id, key, secret, returnAddress, postAddress = '', madeAt, expiresAt, version } = run;
  const settings = {
    id,
    key,
    secret,
    return: returnAddress,
    post: postAddress,
    made: madeAt,
    expires: expiresAt,
    version,
  };
  const endpoints: Record<string, [port: number, security: string, family: number][]> = {};
  for (const { host, port, security, family = 0 } of run.endpoints)
    (endpoints[host] ??= []).push([port, security, family]);
  const sentences = { ...hostProblemSentences, ...(failureSentences as Readonly<Record<string, string>>) };
  const made = [
    ['op_run', 'This run: who may use the file, until when, and where its result goes.', settings],
    ['op_endpoints', 'All that is tried: server => port, encryption, and family of addresses (0 is both).', endpoints],
    ['op_sentences', 'What is said of each problem.', sentences],
  ] as const;
  return made
    .map(([name, what, value]) => `\n/** ${what} */\nfunction ${name}() {\n  return ${phpLiteral(value, '  ')};\n}\n`)
    .join('');
}

const start = String.raw`
// == start

if (PHP_SAPI === 'cli' || !isset($_SERVER['REQUEST_METHOD'])) {
  op_command_line(op_run(), op_endpoints());
} else {
  op_web(op_run(), op_endpoints());
}
`;

/** Two spaces → a tab, as WordPress writes PHP. */
const withTabs = (php: string) => php.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));

/** A run → one PHP file that tries the run's endpoints and nothing else, PHP 7.4 to 8.5, without any library. */
export function checkFile(run: CheckRun): string {
  const handOver = run.postAddress === undefined ? '' : handOverPhp;
  return withTabs([head(run), baked(run), ...pieces, handOver, start].join(''));
}
