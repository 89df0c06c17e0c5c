/**
 * The guard against slower versions. It holds ratios to the floor, of figures that were measured in one process, and never
 * seconds: a slow or busy machine slows both. Less is better in every one.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const shape = z.object({
  /** By so much of itself a ratio may be worse, 0.3 for 30 %. */
  tolerance: z.number().positive(),
  /** File of test/bench, figure, ratio. */
  ratios: z.record(z.string(), z.record(z.string(), z.number().positive())),
});

export type Guard = z.infer<typeof shape>;

export function readGuard(): Guard {
  return shape.parse(JSON.parse(readFileSync(new URL('../guard.json', import.meta.url), 'utf8')));
}

/** One line per ratio that is worse than it may be, or that was not measured. */
export function worsened(
  { tolerance, ratios }: Guard,
  medians: Readonly<Record<string, Readonly<Record<string, number>>>>,
): readonly string[] {
  return Object.entries(ratios).flatMap(([file, figures]) =>
    Object.entries(figures).flatMap(([name, known]) => {
      const now = medians[file]?.[name];
      if (now === undefined) return [`${file}: ${name}: not measured`];
      const most = known * (1 + tolerance);
      return now <= most ? [] : [`${file}: ${name}: ${now}, and may be ${Number(most.toPrecision(4))} at most`];
    }),
  );
}
