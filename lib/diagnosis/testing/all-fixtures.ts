import { certificateFixtures } from './certificate-fixtures';
import { conversationFixtures } from './conversation-fixtures';
import { deliveryFixtures, envelopeFixtures } from './envelope-fixtures';
import { derivedFixtures } from './derived-fixtures';
import type { Fixture } from './evidence';
import { interruptionFixtures } from './interruption-fixtures';
import { loginFixtures } from './login-fixtures';
import { mailboxReplyFixtures } from './mailbox-reply-fixtures';
import { networkFixtures } from './network-fixtures';
import { providerFixtures } from './provider-fixtures';
import { sendingServiceFixtures } from './sending-service-fixtures';

/** Every fixture: at least one for each rule and each known reply of a provider. */
export const fixtures: readonly Fixture[] = [
  ...networkFixtures,
  ...interruptionFixtures,
  ...conversationFixtures,
  ...certificateFixtures,
  ...loginFixtures,
  ...envelopeFixtures,
  ...deliveryFixtures,
  ...providerFixtures,
  ...sendingServiceFixtures,
  ...mailboxReplyFixtures,
  ...derivedFixtures,
];
