import { afterEach, beforeEach, expect, vi } from 'vitest';

// A warning of Node's (too many listeners, a deprecated call) is a fault; thrown here, it fails the run.
process.on('warning', (warning) => {
  throw warning;
});

// So is whatever the program writes to its error output without a test expecting it.
beforeEach(() => {
  vi.spyOn(globalThis.console, 'error');
});
afterEach(() => {
  expect(globalThis.console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
