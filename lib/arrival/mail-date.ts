import { withoutComments } from './field-syntax';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 5322 §4.3, in hours; a letter alone and any other word mean that nothing is known, as `-0000` does. */
const obsoleteZones: Readonly<Record<string, number>> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const form =
  /^(?:[a-z]{3,9}\s*,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})\s+(\d{1,2})\s*:\s*(\d{2})(?:\s*:\s*(\d{2})(?:\.\d+)?)?\s*(?:([+-])(\d{2}):?(\d{2})|([a-z]{1,5}))?\s*$/i;

const longest = 200;

/** RFC 5322 §4.3: two digits up to 49 are of this century, three are counted from 1900. */
function wholeYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return digits.length === 2 && year < 50 ? year + 2000 : year + 1900;
}

/** A date as RFC 5322 §3.3 and §4.3 write it, comments and old forms included → milliseconds since 1970, or undefined. */
export function parseMailDate(value: string): number | undefined {
  const match = form.exec(withoutComments(value.slice(0, longest)).text.trim());
  if (match === null) return undefined;
  const [, day = '', name = '', year = '', hour = '', minute = '', second = '0', sign, zoneHour, zoneMinute, zone] =
    match;
  const month = months.indexOf(name.toLowerCase());
  const [d, h, m, s] = [day, hour, minute, second].map(Number) as [number, number, number, number];
  const offset =
    sign === undefined
      ? (obsoleteZones[zone?.toLowerCase() ?? ''] ?? 0) * 60
      : (sign === '-' ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute));
  if (month < 0 || h > 23 || m > 59 || s > 60 || Math.abs(offset) >= 24 * 60) return undefined;
  const local = Date.UTC(wholeYear(year), month, d, h, m, s);
  // The thirtieth of February is no day.
  if (new Date(Date.UTC(wholeYear(year), month, d)).getUTCDate() !== d) return undefined;
  return local - offset * 60_000;
}
