import 'server-only';
import { acceptArrival, createArrival } from '../arrivals';
import { openStore, storePlace } from '../open-store';

/** What sending leaves behind for the message of `MESSAGE_ID`; says the token of its link. */
const messageId = process.env['MESSAGE_ID'] ?? '';
const store = await openStore(storePlace(process.env));
const token = await createArrival(store, messageId, Date.now());
await acceptArrival(store, messageId, Date.now());
await store.destroy();
process.stdout.write(token);
