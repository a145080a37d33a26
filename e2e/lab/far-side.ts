/**
 * Builds the lab and runs the table of verdicts, or leaves it standing to be played with. Started by scripts/lab.mjs in
 * the far namespace, with LAB_NEAR naming the near one; without LAB_NEAR everything happens on loopback.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckProgram } from './check-file-probe';
import { buildInternet } from './internet';
import { startNearSide } from './near-process';
import { startOutport } from './outport-process';
import { playSheet } from './play-sheet';
import { runTable, whyNotOnLoopback } from './run-table';
import type { Scenario } from './scenario';
import { allScenarios } from './scenarios/table';
import { asCheckSees } from './unseen-by-check';
import { countsOf, linesOf, summaryOf, tableOf } from './verdicts';

type Order = {
  readonly near?: string;
  readonly scratch: string;
  readonly verdicts: boolean;
  /** Only scenarios whose id contains this. */
  readonly only?: string;
  /** One of the web server's checks is asked instead of Outport, wherever it can be. */
  readonly vantage?: CheckProgram;
  /** Why some kinds of scenario cannot run here: kind → reason. */
  readonly lacking: Readonly<Record<string, string>>;
  readonly write?: string;
  /** Where the bare numbers go, as JSON. */
  readonly counts?: string;
};
const order = JSON.parse(process.env['LAB_ORDER'] ?? '{}') as Order;
const { near } = order;
const print = (text: string) => process.stdout.write(`${text}\n`);

function whySkipped(scenario: Scenario): string | undefined {
  const onLoopback = near === undefined ? whyNotOnLoopback(scenario) : undefined;
  const kinds = [scenario.servers, scenario.redirected?.to, scenario.through].filter(
    (kind) => typeof kind === 'string',
  );
  return onLoopback ?? kinds.map((kind) => order.lacking[kind]).find((reason) => reason !== undefined);
}

/** A check sends no messages and has no route. */
const isForCheck = ({ ask, through }: Scenario) => 'probe' in ask && through === undefined;

const wanted = allScenarios
  .filter((scenario) => order.vantage === undefined || isForCheck(scenario))
  .filter(({ id }) => id.includes(order.only ?? ''))
  .map((scenario) => (order.vantage === undefined ? scenario : asCheckSees(scenario, order.vantage)));
const skipped = wanted.flatMap((scenario) => {
  const reason = whySkipped(scenario);
  return reason === undefined ? [] : [{ scenario, reason }];
});
const scenarios = wanted.filter((scenario) => !skipped.some((one) => one.scenario === scenario));
const internet = await buildInternet(scenarios, near);
const authorityFile = join(order.scratch, 'authority.pem');
writeFileSync(authorityFile, internet.authority);
const inside = near === undefined ? [] : ['ip', 'netns', 'exec', near];
const nodeCommand = [...inside, process.execPath, 'e2e/bench/run-typescript.mjs'];
const env = {
  NODE_EXTRA_CA_CERTS: authorityFile,
  ...(order.vantage === undefined ? {} : { LAB_VANTAGE: order.vantage }),
  ...(near === undefined ? { LAB_PLACES: JSON.stringify(internet.places) } : {}),
};

if (!order.verdicts) {
  print(playSheet(scenarios, internet, { near, authorityFile }));
  await new Promise<void>((resolve) => process.stdin.resume().once('end', resolve));
} else {
  const nearSide = await startNearSide(nodeCommand, env);
  const outport = scenarios.some(({ through }) => through === 'http') ? await startOutport(inside, env) : undefined;
  const verdicts = await runTable(scenarios, internet, nearSide);
  for (const verdict of verdicts) print(linesOf(verdict));
  await Promise.all([nearSide.stop(), outport?.stop()]);
  print(summaryOf(verdicts, skipped));
  if (order.write !== undefined) writeFileSync(order.write, tableOf(verdicts, skipped, order.vantage));
  const counts = countsOf(verdicts, skipped);
  if (order.counts !== undefined) writeFileSync(order.counts, JSON.stringify(counts));
  process.exitCode = counts.failed === 0 ? 0 : 1;
}
await internet.stop();
process.exit();
