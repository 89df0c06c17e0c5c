/** Random numbers of a scene: the same seed, scene and purpose give the same ones, whatever else was drawn. */
import { hashed } from '../reference/draws.js';
import { randomFrom } from '../reference/random-numbers.js';

export interface Drawing {
  readonly seed: number;
  readonly sceneId: string;
}

export interface Noise {
  /** From 0 up to, not including, 1. */
  readonly unit: () => number;
  /** Normal, mean 0 and standard deviation 1. */
  readonly normal: () => number;
  readonly chance: (share: number) => boolean;
}

/** @param purpose one decision, or one thing: `scale`, `box chair-1` */
export function noiseOf({ seed, sceneId }: Drawing, purpose: string): Noise {
  const { unit, chance } = randomFrom(hashed([String(seed), sceneId, purpose]) % 2 ** 32);
  // Box and Muller's way; the logarithm of 0 is none.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return { unit, normal, chance };
}
