/** Every scenario of the lab, family by family. Those that wait longest stand first, so that the others fill the time. */
import type { Scenario, ScenarioEntry } from '../scenario';
import { acceptedScenarios } from './accepted';
import { certificateScenarios } from './certificates';
import { encryptionScenarios } from './encryption';
import { healthyScenarios } from './healthy';
import { hostileScenarios } from './hostile';
import { loginScenarios } from './login';
import { realLoginScenarios } from './login-at-real-servers';
import { messageScenarios } from './messages';
import { realMessageScenarios } from './messages-at-real-servers';
import { nameScenarios } from './names';
import { oddByteScenarios } from './odd-bytes';
import { patientScenarios, unknownScenarios } from './outcome-unknown';
import { httpScenarios } from './over-http';
import { providerScenarios } from './providers';
import { reachScenarios } from './reach';
import { serviceScenarios } from './services';
import { starttlsScenarios } from './starttls';
import { tamperingScenarios } from './tampering';

const families: readonly (readonly [string, readonly ScenarioEntry[]])[] = [
  ['Unknown outcomes', [...patientScenarios, ...unknownScenarios]],
  ['Logging in', [...loginScenarios, ...realLoginScenarios]],
  ['Names', nameScenarios],
  ['Reaching the server', reachScenarios],
  ['Behind the port', serviceScenarios],
  ['Starting encryption', [...encryptionScenarios, ...starttlsScenarios]],
  ['Certificates', certificateScenarios],
  ['Hostile servers', [...hostileScenarios, ...oddByteScenarios]],
  ['Messages that are refused', [...messageScenarios, ...realMessageScenarios]],
  ['Messages that are accepted', acceptedScenarios],
  ['Healthy servers', healthyScenarios],
  ['At providers’ own names', [...providerScenarios, ...tamperingScenarios]],
  ['Through the routes', httpScenarios],
];

export const allScenarios: readonly Scenario[] = families.flatMap(([family, entries]) =>
  entries.map((entry) => ({ family, ...entry })),
);
