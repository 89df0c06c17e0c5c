/**
 * A conditional logistic regression, written small: each candidate has a set of features, its score is the sum of their
 * weights, and the softmax of the scores is the chance that it is right. Learned by AdaGrad in a drawn order that
 * depends on the seed alone.
 */
import { seededNumbers } from './seeded-numbers.js';

/** Features of a candidate: places in the table of weights. */
export type Features = Uint32Array;

export interface Example {
  readonly candidates: readonly Features[];
  readonly right: number;
}

/** A power of two: features are hashed into so many places. */
export const places = 2 ** 18;

const passes = 3;
const rate = 0.15;
/** Draws weights towards 0: what is said by few examples is doubted. */
const decay = 2e-4;
/** A feature that fewer examples have is left out. */
const fewest = 3;

export interface ChoiceModel {
  readonly score: (features: Features) => number;
}

export function learnChoices(examples: readonly Example[], seed: number): ChoiceModel {
  const weights = new Float64Array(places);
  const slopes = new Float64Array(places).fill(1e-6);
  const known = knownFeatures(examples);
  const order = Uint32Array.from(examples.keys());
  const random = seededNumbers(seed);
  const score = (features: Features): number => {
    let sum = 0;
    for (let i = 0; i < features.length; i++) sum += weights[features[i] ?? 0] ?? 0;
    return sum;
  };
  const learn = (features: Features, error: number): void => {
    for (let i = 0; i < features.length; i++) {
      const f = features[i] ?? 0;
      if (known[f] === 0) continue;
      const weight = weights[f] ?? 0;
      const slope = error + decay * weight;
      const seen = (slopes[f] ?? 0) + slope * slope;
      slopes[f] = seen;
      weights[f] = weight - (rate * slope) / Math.sqrt(seen);
    }
  };
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      if (example === undefined || example.right < 0) continue;
      const chances = softmax(example.candidates.map(score));
      for (const [j, features] of example.candidates.entries())
        learn(features, (chances[j] ?? 0) - (j === example.right ? 1 : 0));
    }
  }
  return { score };
}

/** 1 where at least so many examples have the feature. */
function knownFeatures(examples: readonly Example[]): Uint8Array {
  const counts = new Uint8Array(places);
  const last = new Int32Array(places).fill(-1);
  for (const [number, { candidates }] of examples.entries()) {
    for (const features of candidates) {
      for (let i = 0; i < features.length; i++) {
        const f = features[i] ?? 0;
        if (last[f] === number) continue;
        last[f] = number;
        counts[f] = Math.min(fewest, (counts[f] ?? 0) + 1);
      }
    }
  }
  return counts.map((count) => (count < fewest ? 0 : 1));
}

function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

/** Fisher and Yates. */
function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}
