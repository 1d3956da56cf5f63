import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Settings for every test: nothing from the machine, and secrets that need no data directory. */
const env = {
  TZ: 'UTC',
  LOG_LEVEL: 'silent',
  AUTH_SECRET: 'a secret of the tests that protects nothing',
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
}
/** No test is about how fast this machine is: a property that tries a thousand cases may take its time. */
const testTimeout = 30_000
const setupFiles = ['lib/testing/no-warnings.ts']
const exclude = ['node_modules', '.next*', 'e2e']

export default defineConfig({
  test: {
    // Two cores, shared with PostgreSQL: more workers would only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'components/**/*.test.ts'],
          exclude: [...exclude, '**/*.int.test.ts', '**/*.live.test.ts', '**/*.slow.test.ts'],
          env,
          setupFiles,
          testTimeout,
        },
      },
      {
        test: {
          name: 'int',
          environment: 'node',
          include: ['lib/**/*.int.test.ts', 'app/**/*.int.test.ts'],
          exclude,
          env,
          setupFiles,
          globalSetup: ['lib/testing/global-setup.ts'],
          testTimeout,
          hookTimeout: 60_000,
        },
      },
      {
        // Proofs that mostly wait: `vitest run --project slow`, not part of `npm test`.
        test: {
          name: 'slow',
          environment: 'node',
          include: ['lib/**/*.slow.test.ts'],
          exclude,
          env,
          setupFiles,
          globalSetup: ['lib/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Read-only calls to the real GoTo: `npm run test:live`, skipped without its settings.
        test: { name: 'live', environment: 'node', include: ['lib/**/*.live.test.ts'], exclude, testTimeout: 60_000 },
      },
      {
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['components/**/*.test.tsx', 'app/**/*.test.tsx'],
          setupFiles: [...setupFiles, 'lib/testing/patient-components.ts'],
          exclude,
          env,
          testTimeout,
        },
      },
    ],
  },
})
