/** Random scenes with several things of each kind, whole and mostly certain, so that names must tell them apart. */
import type { ObjectRow, SceneFacts, Vector3 } from '../../runtime/facts/rows.js';
import { randomFrom } from '../reference/random-numbers.js';
import { boxAround, covered, FURNITURE, scene, thing } from '../reference/scene-builder.js';

const labels = [
  'chair',
  'chair',
  'chair',
  'chair',
  'armchair',
  'lamp',
  'lamp',
  'lamp',
  'table',
  'sofa',
  'couch',
] as const;
const captions = [
  'a red one',
  'A Red One.',
  'the tall one',
  'green thing by the wall',
  'one with 3 legs',
  null,
] as const;

/** Scene number `seed`; the same number gives the same scene. */
export function kindsScene(seed: number): SceneFacts {
  const random = randomFrom(seed);
  const size = (): number => random.whole(2, 12) / 10;
  const objects = Array.from({ length: random.whole(4, 9) }, (_, i): ObjectRow => {
    // Within the picture, or ingestion doubts it.
    const forward = random.whole(10, 28) / 4;
    const centre: Vector3 = [Math.round(random.whole(-11, 11) * forward * 5) / 100, random.whole(0, 4) / 4, forward];
    return thing(`o${i}`, random.one(labels), centre, {
      size: [size(), size(), size()],
      box2d: random.chance(0.05) ? null : boxAround(centre, 12),
      presence: random.chance(0.04) ? 'possible' : 'certain',
      crowd: random.chance(0.02),
      caption: random.one(captions),
      verifiedBy: random.chance(0.7) ? 'somebody' : null,
    });
  });
  const uncovered = random.chance(0.2) ? random.one(labels) : undefined;
  const coverage = FURNITURE.filter(({ label }) => label !== uncovered).map(({ label }) => covered(label));
  return scene(`kinds ${seed}`, objects, { coverage });
}
