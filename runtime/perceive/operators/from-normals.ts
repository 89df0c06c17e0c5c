/** `from_normals`: which way is up, by what is level in the point map. No model. */
import { levelOf } from '../lift/level.js';
import type { Given, Up } from './findings.js';
import { type OpenOperator, oneByOne } from './operator.js';

/** Another number where the same points give another direction. */
const VERSION = 1;

export const openFromNormals: OpenOperator = async () => ({
  role: 'gravity',
  key: `from_normals/${VERSION}`,
  batch: 1,
  calls: 1,
  labels: [],
  perceive: oneByOne(async (given) => upOf(given)),
  close: async () => {},
});

function upOf({ points }: Given['gravity']): Up {
  if (points.kind === 'unknown') return { kind: 'unknown', cause: 'there are no points' };
  const { up, gravityConfidence } = levelOf(points.map, { up: null, floorHeight: null });
  if (up === null) return { kind: 'unknown', cause: 'few level surfaces, or they disagree' };
  return { kind: 'found', up, confidence: gravityConfidence ?? 0 };
}
