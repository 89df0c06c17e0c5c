/** Permutations in SQL are those of the lexicographic order, there and back; sorts and orders are read by their number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { int, permuted } from '../../compiler/ir/build.js';
import { askInDuckDb, planOf } from '../agreement/pipeline.js';
import { ofRows } from '../lower/computed.js';
import { FURNITURE, scene, thing } from '../reference/scene-builder.js';

/** All orders of 0..n-1, the first places slowest: each is greater than the one before it. */
function permutations(n: number): readonly (readonly number[])[] {
  const orders = (left: readonly number[]): readonly (readonly number[])[] =>
    left.length === 0 ? [[]] : left.flatMap((x) => orders(left.filter((y) => y !== x)).map((rest) => [x, ...rest]));
  return orders(Array.from({ length: n }, (_, i) => i));
}
/** The number of an order: how many stand before it. */
function rankOf(order: readonly number[]): number {
  return order.reduce((rank, x, i) => {
    const smaller = order.slice(i + 1).filter((y) => y < x).length;
    return rank * (order.length - i) + smaller;
  }, 0);
}

describe('permutation number k', () => {
  it.each([1, 2, 3, 4, 5, 6])('of %i is the k-th in lexicographic order, and its rank is k', async (n) => {
    const all = permutations(n);
    const places = Array.from({ length: n }, (_, i) => i);
    const found = await ofRows(
      [{ name: 'k', type: 'int' }],
      all.map((_, k) => [k]),
      (of) => Object.fromEntries(places.map((i) => [`p${i}`, permuted(of('k'), n, int(i))])),
    );
    const orders = found.map((row) => places.map((i) => Number(row[`p${i}`])));
    expect(orders).toEqual(all);
    expect(orders.map(rankOf)).toEqual(all.map((_, k) => k));
  });
});

const KINDS = ['chair', 'lamp', 'sofa', 'table'] as const;
/** Depths in cm: some clear of each other by the margin, some not. */
const depths = fc.array(fc.constantFrom(200, 205, 240, 300, 310, 400, 480, 600, 640, 900), {
  minLength: KINDS.length,
  maxLength: KINDS.length,
});
const scenes: readonly (readonly number[])[] = fc.sample(depths, { numRuns: 150, seed: 9 });
const margin = (x: number, y: number): number => Math.max(10, Math.max(x, y) / 10);
const isBefore = (x: number, y: number): boolean => y - x > margin(x, y);

const RECIPE = `source hand = rooms(1)
seed 7
margin length 10 cm or 10%
refer by category
level 2 "Orders" {
  task sorted { for objects {a, b, c, d} ask "{a}, {b}, {c}, {d}?" answer sort x in {a, b, c, d} by least x.depth }
  task ranked { for objects {a, b, c, d}, count k in 1..4
    let w = the x in {a, b, c, d} with rank k greatest x.depth ask "{a}, {b}, {c}, {d}, {k}?" answer w as "{k} {w}" }
  task shortest { for objects {a, b, c, d} ask "{a}, {b}, {c}, {d}?"
    answer the o in orders of {a, b, c, d} with least length(camera, o) }
}
emit jsonl("q.jsonl")`;

const nounsOf = (answer: string): readonly string[] => answer.match(/chair|lamp|sofa|table/g) ?? [];

describe('orders of things', async () => {
  const asked = await askInDuckDb({
    plan: planOf(RECIPE),
    vocabulary: FURNITURE,
    scenes: scenes.map((cm, i) =>
      scene(
        `${i}`,
        cm.map((z, j) => thing(`o${j}`, KINDS[j] ?? '', [0, 0, z / 100])),
      ),
    ),
  });
  const answersOf = (task: string, i: number): readonly (readonly string[])[] =>
    asked.flatMap((q) => (q.task === task && q.sceneId === `${i}` ? [nounsOf(q.answer)] : []));
  const byDepth = (cm: readonly number[]): readonly (readonly [kind: string, depth: number])[] =>
    KINDS.map((kind, j) => [kind, cm[j] ?? 0] as const).toSorted(([, x], [, y]) => x - y);

  it('are those of a sort where every two are apart, and unknown elsewhere', () => {
    let known = 0;
    for (const [i, cm] of scenes.entries()) {
      const order = byDepth(cm);
      const apart = order.every(([, x], k) => order.slice(k + 1).every(([, y]) => isBefore(x, y)));
      expect([cm, answersOf('sorted', i)]).toEqual([cm, apart ? [order.map(([kind]) => kind)] : []]);
      if (apart) known += 1;
    }
    expect(known).toBeGreaterThan(10);
    expect(known).toBeLessThan(scenes.length - 10);
  });

  it('have as many known ranks as there are things with all others clearly on one side', () => {
    for (const [i, cm] of scenes.entries()) {
      const order = byDepth(cm).toReversed();
      const ranked = order.flatMap(([kind, z], k) => {
        const clear = order.every(([, other], at) => at === k || (at < k ? isBefore(z, other) : isBefore(other, z)));
        return clear ? [`${k + 1} ${kind}`] : [];
      });
      const found = asked.flatMap((q) => (q.task === 'ranked' && q.sceneId === `${i}` ? [q.answer] : []));
      expect([cm, found.map((answer) => answer.replace('the ', '')).toSorted()]).toEqual([cm, ranked]);
    }
  });

  it('are walked in the shortest way, the same as by trying all', () => {
    let known = 0;
    for (const [i, cm] of scenes.entries()) {
      const walks = permutations(4).map((order) => {
        const stops = order.map((j) => cm[j] ?? 0);
        return { order, length: stops.reduce((sum, z, k) => sum + Math.abs(z - (stops[k - 1] ?? 0)), 0) };
      });
      const best = walks.filter((w) => walks.every((other) => other === w || isBefore(w.length, other.length)));
      const expected = best.map(({ order }) => order.map((j) => KINDS[j] ?? ''));
      expect([cm, answersOf('shortest', i)]).toEqual([cm, expected]);
      known += expected.length;
    }
    expect(known).toBeGreaterThan(5);
  });
});
