import 'server-only';
import { isIPv4, isIPv6 } from '@/lib/smtp/host';

/**
 * How this Outport was started. Local: on this computer, for its owner, who could dial anything anyway. Hosted: for
 * strangers, so admission narrows what it will reach. Read once; what is not understood is refused, never guessed.
 */
export type Deployment =
  | { readonly mode: 'local'; readonly port: string; readonly ehloName: string | undefined }
  | {
      readonly mode: 'hosted';
      readonly origin: string;
      readonly trustedProxies: number;
      readonly ehloName: string | undefined;
    };
export type Mode = Deployment['mode'];
type Environment = Readonly<Record<string, string | undefined>>;
export type Reading = { readonly deployment: Deployment } | { readonly problem: string };

const hostName = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** RFC 5321 §4.1.1.1: a fully qualified name, or the literal of an address (§4.1.3). */
function isEhloName(name: string): boolean {
  const literal = /^\[(?:(IPv6:)(.+)|(.+))\]$/i.exec(name);
  if (literal === null) return hostName.test(name);
  return literal[1] === undefined ? isIPv4(literal[3] ?? '') : isIPv6(literal[2] ?? '');
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Environment variables → the deployment, or one sentence about what is wrong with them. */
export function readDeployment(environment: Environment): Reading {
  const of = (name: string) => environment[name] ?? '';
  const mode = of('OUTPORT_MODE');
  const ehloName = of('OUTPORT_EHLO_NAME') === '' ? undefined : of('OUTPORT_EHLO_NAME');
  if (ehloName !== undefined && !isEhloName(ehloName))
    return {
      problem:
        'OUTPORT_EHLO_NAME must be a full host name, like mail.example.com, or an address in brackets, like [192.0.2.1].',
    };
  if (mode === '' || mode === 'local')
    return { deployment: { mode: 'local', port: of('PORT') === '' ? '3000' : of('PORT'), ehloName } };
  if (mode !== 'hosted') return { problem: 'OUTPORT_MODE must be local or hosted, or not be set.' };
  const origin = of('OUTPORT_ORIGIN');
  if (!isOrigin(origin))
    return { problem: 'Hosted mode needs OUTPORT_ORIGIN, the address people open, like https://outport.example.com.' };
  if (!/^[1-9]\d?$/.test(of('OUTPORT_TRUSTED_PROXIES')))
    return {
      problem: 'Hosted mode needs OUTPORT_TRUSTED_PROXIES, the number of proxies in front of Outport, 1 or more.',
    };
  return { deployment: { mode: 'hosted', origin, trustedProxies: Number(of('OUTPORT_TRUSTED_PROXIES')), ehloName } };
}

// Next gives proxy, instrumentation and routes a copy of this module each; the deployment is one per process.
const key = Symbol.for('outport.deployment');
const registry = globalThis as { [key]?: Deployment };

/** This process's deployment. Throws the sentence when there is none; nothing is served then. */
export function currentDeployment(): Deployment {
  const known = registry[key];
  if (known !== undefined) return known;
  const reading = readDeployment(process.env);
  if ('problem' in reading) throw new Error(reading.problem);
  registry[key] = reading.deployment;
  return reading.deployment;
}
