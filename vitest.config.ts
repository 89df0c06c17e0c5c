/**
 * Two projects: `fast` belongs to `npm run check`, `slow` holds what runs whole programs or large data.
 * Fast files share their worker's modules: loading parser and database anew for each took a quarter of the time.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A core each: what waits for the database is little.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/slow/**'],
          // Against hanging, not against slowness: a loaded machine takes many times as long.
          testTimeout: 120_000,
          isolate: false,
        },
      },
      { test: { name: 'slow', include: ['test/slow/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
