/**
 * A mail server with its name server, in the middle of a star: Exim, and the address of its name. Takes one word a line
 * and answers with one line of JSON; ends when standard input does. Started by middle-process.ts.
 */
import { createInterface } from 'node:readline';
import { startExim, type EximOptions } from './exim';
import { startNameServer, type NameAnswer } from './name-server';

const { names, exim: options } = JSON.parse(process.env['LAB_ORDER'] ?? '{}') as {
  readonly names: Readonly<Record<string, NameAnswer>>;
  readonly exim: EximOptions;
};
const nameServer = await startNameServer(names, 53, options.addresses?.[0]);
const exim = await startExim(options);
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'messages') say(await exim.messages());
  else say(exim.log());
}
await Promise.all([exim.stop(), nameServer.stop()]);
process.exit();
