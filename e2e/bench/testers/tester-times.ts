/** What every tester is measured by, in milliseconds from its first SYN. */
export type TesterTimes = {
  /** A port was found usable. */
  readonly firstMs: number;
  /** Every port was tried. */
  readonly fullMs: number;
  /** A message was accepted on the first port that works; undefined where the tester sends none. */
  readonly acceptedMs?: number;
};
