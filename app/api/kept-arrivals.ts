import { keptStore, noteNotKept } from '@/app/api/kept-store';
import { reportUnexpected } from '@/app/api/report-unexpected';
import { currentDeployment } from '@/lib/network/deployment';
import type { ArrivalLink } from '@/lib/network/test-message';
import type { MessageEvent } from '@/lib/probe/events';
import { acceptArrival, arrivalLink, createArrival } from '@/lib/store/arrivals';

type Events = AsyncGenerator<MessageEvent, void, undefined>;

/** What proves the arrival of the messages of this Outport: a link for each, and when the mail server took it. */
type KeptArrivals = {
  readonly linkFor: ArrivalLink;
  /** The same events; an acceptance among them is noted before it is told. */
  readonly noting: (events: Events) => Events;
};

/**
 * Undefined in local mode, where nobody else could open a link. A store that fails or is full costs a message its link
 * and never the message.
 */
export async function keptArrivals(): Promise<KeptArrivals | undefined> {
  const deployment = currentDeployment();
  if (deployment.mode === 'local') return undefined;
  const store = await keptStore().catch((error: unknown) => {
    reportUnexpected(error);
    return undefined;
  });
  if (store === undefined) return undefined;
  const linkFor: ArrivalLink = async (messageId) => {
    try {
      return arrivalLink(deployment.origin, await createArrival(store, messageId, Date.now()));
    } catch (error) {
      noteNotKept(error);
      return undefined;
    }
  };
  async function* noting(events: Events): Events {
    for await (const event of events) {
      if (event.event === 'settled' && event.outcome.status === 'accepted' && store !== undefined)
        await acceptArrival(store, event.outcome.messageId, Date.now()).catch(reportUnexpected);
      yield event;
    }
  }
  return { linkFor, noting };
}
