import 'server-only';
import { pause } from './pause';

const stepMs = 1_000;

/** Refused addresses and names that do not exist are told at whole seconds, so that the time tells nobody which it was. */
export function untilWholeSecond(now: number, signal: AbortSignal): Promise<void> {
  return pause(stepMs - (now % stepMs), signal);
}
