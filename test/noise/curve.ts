/** Precision and coverage of every task of the shipped recipes, over multiples of their margins. */
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { judged, throughNoise } from './judged-scenes.js';
import type { NoiseModel } from './noise-model.js';
import { planned } from './planned.js';
import { type Tally, talliesOf } from './tally.js';

export const RECIPES = ['recipes/hispatial.spq', 'recipes/beyond.spq'] as const;
export const FACTORS = [0, 0.5, 1, 2, 4] as const;

export interface CurvePoint {
  /** Of the margins that the recipes state. */
  readonly factor: number;
  readonly tallies: ReadonlyMap<string, Tally>;
}

export interface CurveOf {
  readonly rooms: number;
  readonly seed: number;
  readonly model: NoiseModel;
  readonly factors: readonly number[];
  readonly recipes?: readonly string[];
  /** Of tasks asked; all of them if left out. */
  readonly tasks?: ReadonlySet<string>;
  readonly say?: (line: string) => void;
}

/** The rooms, their noise and the questions follow from the seed. */
export async function curveOf(options: CurveOf): Promise<readonly CurvePoint[]> {
  const { rooms: count, seed, model, factors, recipes = RECIPES, tasks, say = () => {} } = options;
  const truth = Array.from({ length: count }, (_, i) => roomFacts(seed, i, { pixels: true }));
  const rooms = throughNoise(truth, roomsVocabulary, model, seed);
  const points: CurvePoint[] = [];
  for (const factor of factors) {
    const plans = recipes.map((file) => {
      const { plan, margins } = planned(file, factor);
      const kept = tasks === undefined ? plan.tasks : plan.tasks.filter(({ name }) => tasks.has(name));
      return { plan: { ...plan, tasks: kept }, margins };
    });
    const verdicts = await judged(rooms, plans);
    points.push({ factor, tallies: talliesOf(verdicts.flat()) });
    say(`margins x ${factor}: ${verdicts.flat().length} questions`);
  }
  return points;
}
