/** Provider and host → the endpoints to try, in the order they are shown. */
import type { ProviderVariant } from '@/lib/providers/provider';
import { mailPorts, usualPorts, usualSecurity, type Endpoint, type Security } from '@/lib/smtp/endpoint';

export type PlannedPort = {
  readonly endpoint: Endpoint;
  /** False for a port that is not in the provider's table; always true for a server we know nothing about. */
  readonly offered: boolean;
  /** The well-known port that this one is, or that it stands for on a practice server. */
  readonly role: number;
};

export type ProbeTarget = {
  readonly host: string;
  readonly variant?: ProviderVariant | undefined;
  /** Where Outport serves many, it tries mail ports alone. */
  readonly isHosted?: boolean;
  /** Ports beside the provider's own and the usual four, or another kind of encryption for one of them. */
  readonly ports: readonly {
    readonly port: number;
    readonly security: Security;
    readonly plays?: number | undefined;
  }[];
};

function displayRank(port: number): number {
  const usual = (usualPorts as readonly number[]).indexOf(port);
  if (port === 25) return 1000;
  return usual === -1 ? 100 : usual;
}

/**
 * The provider's ports, the usual four and the ports asked for, each once: 465, 587, 2525, then others, 25 last.
 * What the person said about a port's encryption wins over the provider's table, and that over the port's usual kind.
 * A server whose ports stand for others has those alone: the well-known numbers on its host are somebody else's.
 */
export function planPorts({ host, variant, ports, isHosted = false }: ProbeTarget): PlannedPort[] {
  const played = ports.flatMap(({ port, security, plays }) =>
    plays === undefined ? [] : [{ endpoint: { host, port, security }, offered: true, role: plays }],
  );
  if (played.length > 0) return played.sort((a, b) => displayRank(a.role) - displayRank(b.role) || a.role - b.role);
  const kinds = new Map<number, Security>(usualPorts.map((port) => [port, usualSecurity(port)]));
  for (const { port, security } of variant?.ports ?? []) kinds.set(port, security);
  for (const { port, security } of ports) kinds.set(port, security);
  const offered = new Set((variant?.ports ?? []).map(({ port }) => port));
  return [...kinds]
    .filter(([port]) => !isHosted || mailPorts.has(port))
    .sort(([a], [b]) => displayRank(a) - displayRank(b) || a - b)
    .slice(0, 16)
    .map(([port, security]) => ({
      endpoint: { host, port, security },
      offered: variant === undefined || offered.has(port),
      role: port,
    }));
}
