/**
 * Whether all things of a label were found: a detector alone never says so. It is said where a second look agrees with the first:
 * another detector that finds the same things, or a model that counts as many.
 */
import { normaliseLabel } from '../../facts/rows.js';
import { intersectionOverUnion } from '../../geometry/projection.js';
import type { Detection } from '../decode/detection.js';
import type { Covered } from '../operators/findings.js';

/** Boxes of two detectors that overlap by so much are of one thing: the threshold at which benchmarks count a hit. */
const SAME_THING = 0.5;

/** @param labels that the second detector looks for */
export function agreedByBoxes(
  first: readonly Detection[],
  second: readonly Detection[],
  labels: readonly string[],
): readonly Covered[] {
  return labels.map((label) => {
    const [ours, theirs] = [of(first, label), of(second, label)];
    const same = ours.length === theirs.length && allPaired(ours, theirs);
    return coveredAs(label, [...ours, ...theirs], same);
  });
}

/** @param counts how many things of each label the second look sees */
export function agreedByCounts(first: readonly Detection[], counts: ReadonlyMap<string, number>): readonly Covered[] {
  return [...counts].map(([label, count]) => {
    const ours = of(first, label);
    return coveredAs(label, ours, ours.length === count);
  });
}

/** Where either look has a doubt (a thing that is possible), nothing is said. */
function coveredAs(label: string, things: readonly Detection[], same: boolean): Covered {
  const category = normaliseLabel(label);
  if (!same || things.some(({ presence }) => presence === 'possible')) return { category, status: 'unknown' };
  return { category, status: things.length === 0 ? 'verified_absent' : 'exhaustive' };
}

function of(things: readonly Detection[], label: string): readonly Detection[] {
  const category = normaliseLabel(label);
  return things.filter((thing) => normaliseLabel(thing.label) === category);
}

/** The best pair first; each thing is in one. Both lists are equally long. */
function allPaired(ours: readonly Detection[], theirs: readonly Detection[]): boolean {
  const pairs = ours
    .flatMap((a) => theirs.map((b) => ({ a, b, overlap: intersectionOverUnion(a.box, b.box) })))
    .filter(({ overlap }) => overlap >= SAME_THING)
    .toSorted((x, y) => y.overlap - x.overlap);
  const taken = new Set<Detection>();
  let count = 0;
  for (const { a, b } of pairs) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    count += 1;
  }
  return count === ours.length;
}
