import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  // Lets tests import files that carry `server-only`, as the server build does.
  ssr: { resolve: { conditions: ['react-server', ...defaultServerConditions] } },
  test: {
    include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts', '*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    // Certificates are judged by what a test trusts, not by what this machine was told to trust.
    env: { NODE_EXTRA_CA_CERTS: '' },
  },
});
