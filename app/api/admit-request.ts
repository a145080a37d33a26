import { admitPorts } from '@/lib/network/admission';
import { currentDeployment, type Mode } from '@/lib/network/deployment';
import { clientKey, requestAdmission } from '@/lib/network/request-admission';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { notAdmitted } from './read-request';

/** A request that may run, and what has to be told when it is over. */
export type AdmittedRequest = { readonly mode: Mode; readonly leave: () => void };

/** A request for these endpoints → how it runs, or the response that says why it does not. */
export function admitRequest(
  request: Request,
  endpoints: readonly Pick<Endpoint, 'host' | 'port'>[],
): AdmittedRequest | { readonly response: Response } {
  const ports = admitPorts(endpoints, currentDeployment().mode);
  if (!ports.admitted) return { response: notAdmitted(ports.reason) };
  return admitHosts(
    request,
    endpoints.map(({ host }) => host),
  );
}

/** A request about these names → how it runs, or the response that says that it has to wait. */
export function admitHosts(
  request: Request,
  names: readonly string[],
): AdmittedRequest | { readonly response: Response } {
  const deployment = currentDeployment();
  const { mode } = deployment;
  if (deployment.mode === 'local') return { mode, leave: () => undefined };
  const client = clientKey(request.headers.get('x-forwarded-for'), deployment.trustedProxies);
  const admitted = requestAdmission().admit(client, [...new Set(names)], Date.now());
  if (!admitted.admitted) return { response: notAdmitted('rate', admitted.retryAfterSeconds) };
  return { mode, leave: admitted.leave };
}
