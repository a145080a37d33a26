import { expect, it } from 'vitest';
import { KeptAdmission, keptLimits } from './kept-admission';

it('one client has twenty kept in an hour, and others are not held up by it', () => {
  const admission = new KeptAdmission();
  for (let time = 0; time < keptLimits.create.most; time += 1) expect(admission.wait('a', 'create', 1000)).toBe(0);
  expect(admission.wait('a', 'create', 1500)).toBe(3600);
  expect(admission.wait('b', 'create', 1500)).toBe(0);
  expect(admission.wait('a', 'ask', 1500)).toBe(0);
  expect(admission.wait('a', 'create', 1000 + keptLimits.create.windowMs)).toBe(0);
});
