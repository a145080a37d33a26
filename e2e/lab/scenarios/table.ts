/** Every scenario of the lab, family by family. Those that wait longest stand first, so that the others fill the time. */
import type { Scenario, ScenarioEntry } from '../scenario';
import { certificateScenarios } from './certificates';
import { encryptionScenarios } from './encryption';
import { healthyScenarios } from './healthy';
import { hostileScenarios } from './hostile';
import { acceptedScenarios, loginScenarios } from './login';
import { messageScenarios, patientScenarios } from './messages';
import { httpScenarios } from './over-http';
import { nameScenarios } from './names';
import { providerScenarios } from './providers';
import { reachScenarios } from './reach';
import { serviceScenarios } from './services';

const families: readonly (readonly [string, readonly ScenarioEntry[]])[] = [
  ['Without an answer', patientScenarios],
  ['Names', nameScenarios],
  ['Reaching the server', reachScenarios],
  ['Behind the port', serviceScenarios],
  ['Starting encryption', encryptionScenarios],
  ['Certificates', certificateScenarios],
  ['Hostile servers', hostileScenarios],
  ['Logging in', loginScenarios],
  ['Messages that are refused', messageScenarios],
  ['Messages that are accepted', acceptedScenarios],
  ['Healthy servers', healthyScenarios],
  ['At providers’ own names', providerScenarios],
  ['Through the routes', httpScenarios],
];

export const allScenarios: readonly Scenario[] = families.flatMap(([family, entries]) =>
  entries.map((entry) => ({ family, ...entry })),
);
