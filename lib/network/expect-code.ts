import 'server-only';
import type { Reply } from '@/lib/smtp/reply';
import { ConversationFailed } from './failure-thrown';
import type { Place } from './socket-failure';

/**
 * A reply and the codes that mean yes here → the reply. A 4xx or 5xx throws `negative-reply`; any other code is the
 * answer to another question, so it throws `out-of-step`. `command` is the command without its arguments.
 */
export function expectCode(reply: Reply, codes: readonly number[], place: Place, command: string): Reply {
  if (codes.includes(reply.code)) return reply;
  if (reply.code >= 400) throw new ConversationFailed({ ...place, kind: 'negative-reply', reply, command });
  const sample = `${reply.code} ${reply.text[0] ?? ''}`.slice(0, 200);
  throw new ConversationFailed({ ...place, kind: 'protocol-violation', cause: 'out-of-step', sample });
}
