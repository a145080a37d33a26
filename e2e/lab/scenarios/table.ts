/** Every scenario of the lab, family by family. */
import type { Scenario, ScenarioEntry } from '../scenario';
import { certificateScenarios } from './certificates';
import { healthyScenarios } from './healthy';
import { encryptionScenarios } from './encryption';
import { acceptedScenarios, loginScenarios } from './login';
import { nameScenarios } from './names';
import { reachScenarios } from './reach';

const families: readonly (readonly [string, readonly ScenarioEntry[]])[] = [
  ['Names', nameScenarios],
  ['Reaching the server', reachScenarios],
  ['Certificates', certificateScenarios],
  ['Starting encryption', encryptionScenarios],
  ['Logging in', loginScenarios],
  ['Messages that are accepted', acceptedScenarios],
  ['Healthy servers', healthyScenarios],
];

export const allScenarios: readonly Scenario[] = families.flatMap(([family, entries]) =>
  entries.map((entry) => ({ family, ...entry })),
);
