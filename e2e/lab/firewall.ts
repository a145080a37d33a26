/** What the network does to a scenario's addresses, as nftables rules and routing rules. Pure: conditions in, text out. */
import type { Pair } from './address-plan';
import type { Condition, Refusal } from './scenario';

export type Conditioned = { readonly id: string; readonly pair: Pair; readonly conditions: readonly Condition[] };
export type Redirection = {
  readonly id: string;
  readonly from: Pair;
  readonly port: number;
  readonly to: Pair;
  readonly toPort: number;
};

const refusals: Readonly<Record<Refusal, string>> = {
  'tcp-reset': 'reject with tcp reset',
  'admin-prohibited': 'reject with icmpx admin-prohibited',
  'host-unreachable': 'reject with icmpx host-unreachable',
  'port-unreachable': 'reject with icmpx port-unreachable',
  'no-route': 'reject with icmpx no-route',
};

type Family = 4 | 6;
type Way = 'to' | 'from';

function verdictOf({ does }: Condition): string | undefined {
  if (does === 'drop') return 'drop';
  return does in refusals ? refusals[does as Refusal] : undefined;
}

/** One rule on its own line, counted, with the scenario's id as its comment. */
function rule(condition: Condition, id: string, pair: Pair, family: Family, way: Way): string[] {
  const verdict = verdictOf(condition);
  if (verdict === undefined) return [];
  const address =
    family === 4
      ? `ip ${way === 'to' ? 'daddr' : 'saddr'} ${pair.ipv4}`
      : `ip6 ${way === 'to' ? 'daddr' : 'saddr'} ${pair.ipv6}`;
  const { port, withData, longerThan, percent } = condition;
  const parts = [
    address,
    port === undefined ? 'meta l4proto tcp' : `tcp ${way === 'to' ? 'dport' : 'sport'} ${port}`,
    ...(withData === undefined ? [] : ['tcp flags & psh == psh']),
    ...(longerThan === undefined ? [] : [`meta length > ${longerThan}`]),
    ...(percent === undefined ? [] : [`numgen random mod 100 < ${percent}`]),
    `counter ${verdict} comment "${id}"`,
  ];
  return [parts.join(' ')];
}

function rules(
  scenarios: readonly Conditioned[],
  at: Condition['at'],
  way: Way,
  wanted: (condition: Condition) => boolean,
): string[] {
  return scenarios.flatMap(({ id, pair, conditions }) =>
    conditions
      .filter((condition) => condition.at === at && wanted(condition))
      .flatMap((condition) =>
        ([4, 6] as const)
          .filter((family) => condition.family === undefined || condition.family === family)
          .flatMap((family) => rule(condition, id, pair, family, way)),
      ),
  );
}

const chain = (name: string, type: string, lines: readonly string[]) =>
  [`chain ${name} {`, `type ${type};`, ...lines, '}'].join('\n');

const fromServer = ({ longerThan, percent }: Condition) => longerThan !== undefined || percent !== undefined;
const toServer = ({ longerThan }: Condition) => longerThan === undefined;

/** The far side's firewall, and who is led to somebody else's server there. */
export function farRuleset(scenarios: readonly Conditioned[], redirections: readonly Redirection[]): string {
  const led = redirections.flatMap(({ id, from, port, to, toPort }) => [
    `ip daddr ${from.ipv4} tcp dport ${port} counter dnat ip to ${to.ipv4}:${toPort} comment "${id}"`,
    `ip6 daddr ${from.ipv6} tcp dport ${port} counter dnat ip6 to [${to.ipv6}]:${toPort} comment "${id}"`,
  ]);
  return [
    'table inet lab {',
    chain('lead', 'nat hook prerouting priority -100', led),
    chain('enter', 'filter hook input priority 0', rules(scenarios, 'far', 'to', toServer)),
    chain('leave', 'filter hook output priority 0', rules(scenarios, 'far', 'from', fromServer)),
    '}\n',
  ].join('\n');
}

/** The near side's own firewall. */
export function nearRuleset(scenarios: readonly Conditioned[]): string {
  return [
    'table inet lab {',
    chain(
      'leave',
      'filter hook output priority 0',
      rules(scenarios, 'near', 'to', () => true),
    ),
    '}\n',
  ].join('\n');
}

/** The near side's routing rules, each as the words of an `ip` command. */
export function nearRoutingRules(scenarios: readonly Conditioned[]): string[][] {
  return scenarios.flatMap(({ pair, conditions }) =>
    conditions
      .filter(({ at }) => at === 'near-route')
      .flatMap(({ does, port, family }) =>
        ([4, 6] as const)
          .filter((one) => family === undefined || family === one)
          .map((one) => [
            `-${one}`,
            'rule',
            'add',
            'to',
            one === 4 ? pair.ipv4 : pair.ipv6,
            ...(port === undefined ? [] : ['ipproto', 'tcp', 'dport', String(port)]),
            does,
          ]),
      ),
  );
}

type Listed = {
  readonly nftables: readonly {
    readonly rule?: {
      readonly comment?: string;
      readonly expr: readonly { readonly counter?: { readonly packets: number } }[];
    };
  }[];
};

/** What `nft -j list ruleset` printed → packets counted for each comment. */
export function packetsCounted(listing: string): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { rule: one } of (JSON.parse(listing) as Listed).nftables) {
    if (one?.comment === undefined) continue;
    const packets = one.expr.reduce((sum, { counter }) => sum + (counter?.packets ?? 0), 0);
    counted.set(one.comment, (counted.get(one.comment) ?? 0) + packets);
  }
  return counted;
}
