/**
 * Two projects: `fast` belongs to `npm run check`, `slow` holds what runs whole programs or large data.
 * Files share their worker's modules: loading parser and database anew for each took a quarter of the time.
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files of `slow` first: a long one that begins last is waited for by a core that has nothing else to do. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ project }: TestSpecification): boolean => project.name === 'slow';
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig({
  test: {
    // A core each: what waits for the database is little.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
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
      {
        test: { name: 'slow', include: ['test/slow/**/*.test.ts'], testTimeout: 300_000, isolate: false },
      },
    ],
  },
});
