/** Runs the whole table, many scenarios at a time, and judges each. */
import { endpointsOf, jobOf, nameAnswerOf } from './ask';
import type { Internet } from './internet';
import { judge, type Verdict } from './judge';
import type { JobResult } from './job';
import type { NearProcess } from './near-process';
import type { Scenario } from './scenario';

const atOnce = 40;

/** Why a scenario cannot be shown without namespaces; undefined when loopback is enough. */
export function whyNotOnLoopback({
  servers,
  network,
  redirected,
  addresses,
  through,
  host,
}: Scenario): string | undefined {
  if (network !== undefined || redirected !== undefined) return 'needs a network of its own';
  if (typeof servers === 'string') return 'needs a real mail server';
  if (typeof addresses === 'object' && !Array.isArray(addresses)) return 'needs a name server';
  if (through === 'http') return 'needs a running Outport inside the lab';
  return host === undefined ? undefined : 'needs a name server';
}

async function missingRecords(
  scenario: Scenario,
  result: JobResult,
  internet: Internet,
  packets: ReadonlyMap<string, number>,
): Promise<string[]> {
  const missing: string[] = [];
  const counts = scenario.network?.some(({ at }) => at !== 'near-route') === true || scenario.redirected !== undefined;
  if (counts && (packets.get(scenario.id) ?? 0) === 0) missing.push('the firewall counted no packet');
  const { record } = scenario;
  if (record === undefined) return missing;
  const heard = internet.heardBy(scenario.id).flat();
  for (const wanted of record.heard ?? [])
    if (!heard.some((line) => wanted.test(line))) missing.push(`the server did not hear ${String(wanted)}`);
  for (const unwanted of record.neverHeard ?? [])
    if (heard.some((line) => unwanted.test(line))) missing.push(`the server heard ${String(unwanted)}`);
  const server = internet.serverOf(scenario);
  if (record.logged !== undefined && !record.logged.test(server?.log() ?? ''))
    missing.push(`the server did not log ${String(record.logged)}`);
  if (record.delivered === true) {
    const outcome = result.settled[0]?.outcome;
    const id = outcome?.status === 'accepted' ? outcome.messageId : undefined;
    if (id === undefined || !(await isDelivered(server, id))) missing.push('the message is not in the maildir');
  }
  return missing;
}

/** Acceptance comes before delivery: the message may take a moment to lie in the maildir. */
async function isDelivered(server: ReturnType<Internet['serverOf']>, messageId: string): Promise<boolean> {
  for (let tries = 0; tries < 50; tries += 1) {
    const messages = (await server?.messages()) ?? [];
    if (messages.some((message) => message.includes(messageId))) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function runOne(scenario: Scenario, internet: Internet, near: NearProcess): Promise<JobResult> {
  const answer = nameAnswerOf(scenario, internet.addressesOf(scenario));
  const addresses = internet.onLoopback && !('A' in answer) ? answer : undefined;
  return near.run(jobOf(scenario, addresses));
}

/** The scenarios → their verdicts, in the same order. They are started in that order too, many at a time. */
export async function runTable(
  scenarios: readonly Scenario[],
  internet: Internet,
  near: NearProcess,
): Promise<Verdict[]> {
  const results = new Map<Scenario, JobResult>();
  const queue = [...scenarios];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results.set(next, await runOne(next, internet, near));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // Counted once, when all is over: asking the firewall while others are being measured would disturb them.
  const packets = await internet.packets();
  return Promise.all(
    scenarios.map(async (scenario) => {
      const result = results.get(scenario);
      if (result === undefined) throw new Error(`${scenario.id} was not run`);
      return judge(scenario, endpointsOf(scenario), result, await missingRecords(scenario, result, internet, packets));
    }),
  );
}
