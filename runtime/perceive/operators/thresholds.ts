/** `score: 30% .. 50%`: below the first share a thing is absent, from the second on certain, between them possible. */
import type { PlannedArgument } from '../../../compiler/plan/plan.js';
import type { ScoreThresholds } from '../decode/detection.js';

export function thresholdsOf(score: PlannedArgument | undefined, otherwise: ScoreThresholds): ScoreThresholds {
  if (!Array.isArray(score)) return otherwise;
  const [possible = otherwise.possible, certain = otherwise.certain] = score.map(Number);
  return { possible, certain };
}
