import { defineConfig } from 'vitest/config';

/** Tests that start `onrecord` as a process of its own: what is built of the sources. */
const ofProcesses = ['tests/{cli,crash}/**/*.test.ts'];
const tests = ['tests/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // One a processor: the usual number leaves one of them to whoever watches.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'modules', include: tests, exclude: ofProcesses } },
      {
        extends: true,
        test: { name: 'processes', include: ofProcesses, globalSetup: 'tests/support/build.ts' },
      },
    ],
  },
});
