/** Every scenario of the lab, family by family. */
import type { Scenario, ScenarioEntry } from '../scenario';
import { certificateScenarios } from './certificates';
import { healthyScenarios } from './healthy';
import { loginScenarios } from './login';
import { nameScenarios } from './names';
import { reachScenarios } from './reach';

const families: readonly (readonly [string, readonly ScenarioEntry[]])[] = [
  ['Names', nameScenarios],
  ['Reaching the server', reachScenarios],
  ['Certificates', certificateScenarios],
  ['Logging in', loginScenarios],
  ['Healthy servers', healthyScenarios],
];

export const allScenarios: readonly Scenario[] = families.flatMap(([family, entries]) =>
  entries.map((entry) => ({ family, ...entry })),
);
