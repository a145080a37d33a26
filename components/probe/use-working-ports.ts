'use client';
import { useDraft } from '@/components/wizard/draft-context';
import { useKnownServer } from '@/components/wizard/use-known-server';
import { recommend, workingEndpoints } from '@/lib/diagnosis/recommend';
import { planPorts } from '@/lib/probe/plan';
import { portRows, underRole } from '@/lib/wizard/port-rows';
import type { PortChoice } from '@/lib/wizard/draft';

/** The ports that this tab's run found working, best first; undefined when no run was made since the page was loaded. */
export function useWorkingPorts(): readonly PortChoice[] | undefined {
  const { draft, report } = useDraft();
  const { provider, variant } = useKnownServer();
  const { account } = draft;
  if (account === undefined || report === undefined) return undefined;
  const { host, ports, login: credentials } = account;
  const rows = portRows(planPorts({ host, ports, variant }), report, { ...(provider && { provider }) }, false);
  const working = workingEndpoints(recommend(rows.map(underRole), { provider, credentials }));
  return working.flatMap(({ id }) => {
    const endpoint = rows.find((row) => row.id === id)?.planned.endpoint;
    return endpoint === undefined ? [] : [{ port: endpoint.port, security: endpoint.security }];
  });
}
