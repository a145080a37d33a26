/** Hosted Outports behind one address, each asked by itself. */
import { rawRequest } from '../raw-http';
import { makeLabCertificates } from './certificates';
import { freePorts } from './free-ports';
import { startOutport, type Outport } from './outport';

const host = 'outport.example.com';

export type HostedOutport = Outport & {
  /** Asks as a client of its own; without a body by GET. */
  ask(path: string, body?: string): ReturnType<typeof rawRequest>;
};

let clients = 0;

/** As many as are wanted, all with the same `environment`. Needs a build. */
export async function startHosted(
  count: number,
  environment: Readonly<Record<string, string>>,
): Promise<readonly HostedOutport[]> {
  const [{ authority }, ports] = await Promise.all([makeLabCertificates(), freePorts(count)]);
  // The test is run by Vite, which sets NODE_ENV for itself.
  const more = { ...environment, NODE_ENV: 'production', OUTPORT_ORIGIN: `https://${host}` };
  return Promise.all(
    ports.map(async (port): Promise<HostedOutport> => {
      const outport = await startOutport(port, authority, 'hosted', more);
      const ask: HostedOutport['ask'] = (path, body) => {
        clients += 1;
        const client = `192.0.${clients >> 8}.${clients & 255}`;
        const headers = { Host: host, 'Content-Type': 'application/json', 'X-Forwarded-For': client };
        return rawRequest(port, path, headers, body);
      };
      return { ...outport, ask };
    }),
  );
}
