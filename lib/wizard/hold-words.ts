/** When a held login may be tried again, in words. */
import { durationInWords } from '@/lib/probe/duration';

const minuteMs = 60_000;

/** Both in milliseconds since 1970 → "14:05", or "tomorrow at 09:10". Never before the moment itself. */
export function clockTime(until: number, now: number, timeZone?: string): string {
  const whole = Math.ceil(until / minuteMs) * minuteMs;
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', ...zone });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', ...zone }).format(whole);
  return day.format(whole) === day.format(now) ? time : `tomorrow at ${time}`;
}

/** "about 15 minutes", "less than a minute". */
export function roughly(until: number, now: number): string {
  const left = until - now;
  return left <= minuteMs ? 'less than a minute' : `about ${durationInWords(left / 1000)}`;
}

/** Milliseconds until these words are no longer true. */
export function untilNextWords(until: number, now: number): number {
  const left = until - now;
  return left % minuteMs === 0 ? minuteMs : left % minuteMs;
}
