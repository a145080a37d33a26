import { currentDeployment } from '@/lib/network/deployment';
import { keptAdmission, type KeptUse } from '@/lib/network/kept-admission';
import { clientKey } from '@/lib/network/request-admission';

/** A request for what is kept → the seconds it has to wait; 0 when it may go on, which in local mode it always may. */
export function waitForKept(request: Request, use: KeptUse): number {
  const deployment = currentDeployment();
  if (deployment.mode === 'local') return 0;
  const client = clientKey(request.headers.get('x-forwarded-for'), deployment.trustedProxies);
  return keptAdmission().wait(client, use, Date.now());
}
