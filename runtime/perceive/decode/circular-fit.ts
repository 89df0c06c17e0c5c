/**
 * How many equal fronts a distribution over azimuth has: it is compared with exp(k · cos(n · (x − mean))) / 2π, for n = 1, 2, 4.
 *
 * The mean is that of the n-th harmonic, so only k is looked for; the official code of Orient Anything V2 fits both at once,
 * which is the same for distributions that are even about their mean.
 */

/** Numbers of equal fronts that are told apart. */
export const SYMMETRIES = [1, 2, 4] as const;
export type Symmetry = (typeof SYMMETRIES)[number];

export interface CircularFit {
  readonly symmetry: Symmetry;
  /** Concentration k: 0 is flat. */
  readonly concentration: number;
  /** Share of the variance that the fit explains; negative where it is worse than a constant. */
  readonly explained: number;
}

/** Above it a fit is taken without looking at higher symmetries, as in the official code. */
const GOOD_FIT = 0.8;
/** Narrower peaks than this are fitted as this. */
const MOST_CONCENTRATED = 20;
const STEPS = 200;
/** Halvings of the step around the best one: to 1e-5. */
const REFINEMENTS = 14;

/**
 * @param weights one for each of equal steps around the circle, not negative; their sum does not matter
 * @returns of the symmetries the one that explains most; null where there is no weight at all
 */
export function circularFit(weights: readonly number[]): CircularFit | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return null;
  const step = (2 * Math.PI) / weights.length;
  const density = weights.map((weight) => weight / (total * step));
  const fits: CircularFit[] = [];
  for (const symmetry of SYMMETRIES) {
    const fit = fitOf(density, symmetry);
    fits.push(fit);
    if (fit.explained > GOOD_FIT) break;
  }
  return fits.reduce((best, fit) => (fit.explained > best.explained ? fit : best));
}

function fitOf(density: readonly number[], symmetry: Symmetry): CircularFit {
  const step = (2 * Math.PI) / density.length;
  const [sine, cosine] = density.reduce(
    ([s, c], value, i) => [s + value * Math.sin(symmetry * i * step), c + value * Math.cos(symmetry * i * step)],
    [0, 0],
  );
  const mean = Math.atan2(sine, cosine);
  const cosines = density.map((_, i) => Math.cos(symmetry * i * step - mean));
  const errorAt = (k: number): number =>
    density.reduce((sum, value, i) => sum + (value - Math.exp(k * (cosines[i] ?? 0)) / (2 * Math.PI)) ** 2, 0);
  const concentration = leastOf(errorAt);
  const average = 1 / (2 * Math.PI);
  const spread = density.reduce((sum, value) => sum + (value - average) ** 2, 0);
  // A flat distribution has no variance to explain.
  const explained = spread > 1e-12 ? 1 - errorAt(concentration) / spread : 0;
  return { symmetry, concentration, explained };
}

/** Where a function is least, from 0 to `MOST_CONCENTRATED`: on a grid, and then between its lines. */
function leastOf(of: (k: number) => number): number {
  let step = MOST_CONCENTRATED / STEPS;
  let [best, least] = [0, of(0)];
  const look = (k: number): void => {
    const value = of(k);
    if (k >= 0 && value < least) [best, least] = [k, value];
  };
  for (let i = 1; i <= STEPS; i++) look(i * step);
  for (let i = 0; i < REFINEMENTS; i++) {
    step /= 2;
    const from = best;
    look(from - step);
    look(from + step);
  }
  return best;
}

/** Standard deviation of the weights as a share of their mean: 0 is flat. */
export function unevenness(weights: readonly number[]): number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const variance = weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / weights.length;
  return Math.sqrt(variance) / mean;
}
