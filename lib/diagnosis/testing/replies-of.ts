/** What a host was seen or documented to reply, one row a reply → fixtures. */
import type { Stage } from '@/lib/smtp/outcome';
import type { Evidence } from '../finding';
import { at, refused, refusedAfterLogin, type Fixture, type Seen } from './evidence';

export type ReplyRow = readonly [rule: string, kind: Seen, stage: Stage, lines: string];

/** Rows of one server → fixtures; services with one user name for everybody were given it. */
export function repliesOf(server: string | Partial<Evidence>, rows: readonly ReplyRow[]): readonly Fixture[] {
  const known = typeof server === 'string' ? at(server) : server;
  const rule = known.provider?.username;
  const login = rule?.kind === 'fixed' ? { username: rule.value } : {};
  const from = `${known.provider?.name ?? ''}’s own words`;
  return rows.map(([id, kind, stage, lines]) => {
    const evidence = /-no-login(-|$)/.test(id)
      ? refused(stage, lines, known)
      : refusedAfterLogin(stage, lines, { ...known, ...login });
    return { rule: id, seen: kind, from, evidence };
  });
}
