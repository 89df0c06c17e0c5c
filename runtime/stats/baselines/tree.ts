/**
 * A small decision tree over numbers: each split is the one that leaves the least spread of what is to be told, be it
 * a number or which of several classes. Grown by counts in bins, so that many rows cost little.
 */

export interface Target {
  /** For each row: its class, or 0 where a number is to be told. */
  readonly kind: Int32Array;
  /** For each row: 1, or the number. */
  readonly amount: Float64Array;
  /** Classes; 1 for a number. */
  readonly width: number;
}

export type Tree =
  /** Share of each class, or the mean. */
  | { readonly leaf: true; readonly told: readonly number[] }
  | { readonly leaf: false; readonly feature: number; readonly at: number; readonly below: Tree; readonly above: Tree };

const depth = 8;
const fewest = 20;
const bins = 32;
/** A leaf says what its parent says, too, as if that had been seen so often. */
const steadiness = 4;

export function growTree(rows: readonly Float64Array[], target: Target): Tree {
  const borders = bordersOf(rows);
  const binned = rows.map((row) => Uint8Array.from(row, (x, f) => binOf(borders[f] ?? [], x)));
  const all = rows.map((_, i) => i);
  return grow({ binned, borders, target }, all, depth, new Array<number>(target.width).fill(0));
}

/** Share of each class, or the mean. */
export function tell(tree: Tree, row: Float64Array): readonly number[] {
  let node = tree;
  while (!node.leaf) node = (row[node.feature] ?? 0) < node.at ? node.below : node.above;
  return node.told;
}

interface Growing {
  readonly binned: readonly Uint8Array[];
  readonly borders: readonly (readonly number[])[];
  readonly target: Target;
}

function grow(growing: Growing, members: readonly number[], left: number, parent: readonly number[]): Tree {
  const told = toldBy(growing.target, members, parent);
  const split = left > 0 && members.length >= 2 * fewest ? bestSplit(growing, members) : undefined;
  if (!split) return { leaf: true, told };
  const { feature, bin } = split;
  const isBelow = (i: number): boolean => (growing.binned[i]?.[feature] ?? 0) <= bin;
  return {
    leaf: false,
    feature,
    at: growing.borders[feature]?.[bin] ?? 0,
    below: grow(growing, members.filter(isBelow), left - 1, told),
    above: grow(
      growing,
      members.filter((i) => !isBelow(i)),
      left - 1,
      told,
    ),
  };
}

function toldBy(
  { kind, amount, width }: Target,
  members: readonly number[],
  parent: readonly number[],
): readonly number[] {
  const sums = parent.map((p) => p * steadiness);
  const root = parent.every((p) => p === 0);
  for (const i of members) sums[kind[i] ?? 0] = (sums[kind[i] ?? 0] ?? 0) + (amount[i] ?? 0);
  return Array.from({ length: width }, (_, k) => (sums[k] ?? 0) / (members.length + (root ? 0 : steadiness)));
}

/** Undefined where no split tells more than none. */
function bestSplit(
  { binned, borders, target }: Growing,
  members: readonly number[],
): { readonly feature: number; readonly bin: number } | undefined {
  const { kind, amount, width } = target;
  let found: { readonly feature: number; readonly bin: number } | undefined;
  let most = 1e-9;
  for (const [feature, own] of borders.entries()) {
    if (own.length === 0) continue;
    const counts = new Float64Array(bins);
    const sums = new Float64Array(bins * width);
    for (const i of members) {
      const bin = binned[i]?.[feature] ?? 0;
      counts[bin] = (counts[bin] ?? 0) + 1;
      const at = bin * width + (kind[i] ?? 0);
      sums[at] = (sums[at] ?? 0) + (amount[i] ?? 0);
    }
    const { bin, gain } = bestBorder(counts, sums, width, members.length);
    if (gain > most) [found, most] = [{ feature, bin }, gain];
  }
  return found;
}

/** The bin after which to split: the gain is the spread that goes, sum of squares over count. */
function bestBorder(
  counts: Float64Array,
  sums: Float64Array,
  width: number,
  all: number,
): { readonly bin: number; readonly gain: number } {
  const total = new Float64Array(width);
  for (let i = 0; i < sums.length; i++) total[i % width] = (total[i % width] ?? 0) + (sums[i] ?? 0);
  const low = new Float64Array(width);
  let n = 0;
  let found = { bin: 0, gain: 0 };
  const whole = total.reduce((sum, t) => sum + t * t, 0) / all;
  for (let bin = 0; bin < bins - 1; bin++) {
    n += counts[bin] ?? 0;
    let [below, above] = [0, 0];
    for (let k = 0; k < width; k++) {
      low[k] = (low[k] ?? 0) + (sums[bin * width + k] ?? 0);
      below += (low[k] ?? 0) ** 2;
      above += ((total[k] ?? 0) - (low[k] ?? 0)) ** 2;
    }
    if (n < fewest || all - n < fewest) continue;
    const gain = below / n + above / (all - n) - whole;
    if (gain > found.gain) found = { bin, gain };
  }
  return found;
}

/** Up to 31 borders per feature, at equal shares of its values; a row lies in bin b if b borders are not above it. */
function bordersOf(rows: readonly Float64Array[]): readonly (readonly number[])[] {
  const features = rows[0]?.length ?? 0;
  return Array.from({ length: features }, (_, f) => {
    const values = Float64Array.from(rows, (row) => row[f] ?? 0).toSorted();
    const chosen = Array.from(
      { length: bins - 1 },
      (_, i) => values[Math.floor(((i + 1) * values.length) / bins)] ?? 0,
    );
    return [...new Set(chosen)].filter((border) => border > (values[0] ?? 0));
  });
}

function binOf(borders: readonly number[], x: number): number {
  let bin = 0;
  for (const border of borders) if (border <= x) bin++;
  return bin;
}
