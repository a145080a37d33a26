/**
 * What we know of web hosts, clouds and internet providers that close mail ports: data only. A note explains what a
 * test has shown and never replaces the test. How sure it is stands with it: `documented` was read on the owner's own
 * page, `usual` rests on weaker sources and is shown as "usually".
 */

/** The ports notes speak about. */
export const notedPorts = [25, 465, 587, 2525] as const;
export type NotedPort = (typeof notedPorts)[number];

/**
 * `open`: no filter known. `blocked`: for good. `on-request`: support can lift it. `self-service`: the customer can.
 * `plan`: depends on the plan. `redirected`: another mail server answers. `varies`: by server or account. Left out: unknown.
 */
export type PortPolicy = 'open' | 'blocked' | 'on-request' | 'self-service' | 'plan' | 'redirected' | 'varies';

type HostKind = 'cloud' | 'vps' | 'platform' | 'shared-hosting' | 'internet-provider';

export type HostNote = {
  readonly id: string;
  readonly name: string;
  readonly kind: HostKind;
  readonly ports: Readonly<Partial<Record<NotedPort, PortPolicy>>>;
  /** The way to have the ports opened, or what to do instead. */
  readonly unblock: string;
  readonly source: string;
  readonly confidence: 'documented' | 'usual';
  readonly checked: string;
};
