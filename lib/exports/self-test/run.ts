/** One self test of a WordPress site: what the browser makes for it, and what the exported file carries of it. */
export type SelfTestRun = {
  /** 128 bits as hex: whoever has it may start the test, once. */
  readonly key: string;
  /** 128 bits as hex: names the run in its result, so that the key itself never comes back. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly madeAt: number;
  readonly to: string;
  /** The page of Outport that reads the result. */
  readonly returnAddress: string;
};

/** How long a run may be started, and by how much two clocks may differ; in seconds. */
export const selfTestLife = { validFor: 3600, clockTolerance: 600 } as const;
