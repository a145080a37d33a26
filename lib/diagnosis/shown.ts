/** A name of up to 253 characters → one that fits into a title; the evidence has it whole. */
export function shown(name: string): string {
  return name.length <= 36 ? name : `${name.slice(0, 20)}…${name.slice(-12)}`;
}

/** Milliseconds → whole seconds, as in "within 5 s". */
export function seconds(ms: number): string {
  return `${Math.max(1, Math.round(ms / 1000))} s`;
}
