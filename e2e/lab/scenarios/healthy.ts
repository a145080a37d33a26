/** Servers that work, each in its own way: all of them must come out as usable, or the message as accepted. */
import { ehlo, goodbye, loggedIn, say, secured, takesMessage } from '../dialogue';
import { credentials } from '../job';
import type { Line } from '@/lib/network/testing/scripted-server';
import type { ScenarioEntry, Witness } from '../scenario';

const usable465 = (
  id: string,
  what: string,
  says: readonly Line[],
  announces: readonly string[] = [],
): ScenarioEntry => ({
  id,
  what,
  servers: { 465: { says: [...says, ...goodbye], implicitTls: true } },
  ask: { probe: [{ port: 465, security: 'implicit-tls' }] },
  truth: [{ status: 'usable', announces }],
  witness: { sees: ['certificate: trusted', /^< 220/i, /^< 250 /] },
});

const accepted587 = (
  id: string,
  what: string,
  says: readonly Line[],
  witness: Partial<Witness> = {},
): ScenarioEntry => ({
  id,
  what,
  servers: { 587: { says } },
  ask: { message: { port: 587, security: 'starttls', ...credentials } },
  truth: [{ status: 'accepted' }],
  witness: { sees: [/^< 235/, '> [message]', /^< 250/], ...witness },
});

const message = takesMessage();

export const healthyScenarios: readonly ScenarioEntry[] = [
  usable465('greeting-plain', 'the shortest greeting', [say('220 mail.lab.test\r\n'), ...ehlo()], ['AUTH PLAIN LOGIN']),
  usable465('greeting-multiline', 'a greeting of four lines', [
    say(
      '220-mail.lab.test ESMTP\r\n220-We do not authorize the use of this system\r\n220-to transport unsolicited bulk email.\r\n220 \r\n',
    ),
    ...ehlo(),
  ]),
  accepted587('message-starttls', 'STARTTLS, PLAIN, a message', [...secured(), ...loggedIn, ...message, ...goodbye]),
];
