import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node and the test runner choose different files of this package, and each takes no types that the other has made.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    // Only what can never hold a test: vitest's own list would leave out any folder named `dist` or `cypress` unsaid.
    exclude: ['node_modules/**'],
    setupFiles: ['test/setup.ts'],
    // Real servers take their time on a busy machine; a test that hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Many tests start servers of their own, each a process or more beside the worker.
    maxWorkers: 3,
  },
});
