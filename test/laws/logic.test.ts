/**
 * Laws of the language's logic: conditions that say the same are true, false and unknown of the same tuples, over
 * random scenes full of doubt. What is asked is compared: unknown asks nothing.
 */
import { describe, expect, it } from 'vitest';
import { askInDuckDb, planOf } from '../agreement/pipeline.js';
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE } from '../reference/scene-builder.js';

/** Of three things a, b and c: each line says one thing twice. */
const OF_SETS: Readonly<Record<string, readonly [one: string, other: string]>> = {
  any: ['any(x in {a, b, c} where x.depth > 3 m)', 'a.depth > 3 m or b.depth > 3 m or c.depth > 3 m'],
  all: ['all(x in {a, b, c}, x.depth > 3 m)', 'a.depth > 3 m and b.depth > 3 m and c.depth > 3 m'],
  de_morgan: ['not any(x in {a, b, c} where not x.depth > 3 m)', 'all(x in {a, b, c}, x.depth > 3 m)'],
  all_that: [
    'all(x in {a, b, c} where x.height < 90 cm, x.depth > 3 m)',
    'not any(x in {a, b, c} where x.height < 90 cm and not x.depth > 3 m)',
  ],
  some: ['count(x in {a, b, c} where x.depth > 3 m) > 0', 'any(x in {a, b, c} where x.depth > 3 m)'],
  no_other: ['count(x in {a, b, c} where x.depth > 3 m) = 3', 'all(x in {a, b, c}, x.depth > 3 m)'],
  least: [
    'known (the x in {a, b, c} with least x.depth)',
    '(known (a.depth < b.depth) and a.depth < b.depth and known (a.depth < c.depth) and a.depth < c.depth) or (known (b.depth < a.depth) and b.depth < a.depth and known (b.depth < c.depth) and b.depth < c.depth) or (known (c.depth < a.depth) and c.depth < a.depth and known (c.depth < b.depth) and c.depth < b.depth)',
  ],
  first: ['known (the x in {a, b, c} with rank 1 least x.depth)', 'known (the x in {a, b, c} with least x.depth)'],
  last: ['known (the x in {a, b, c} with rank 3 least x.depth)', 'known (the x in {a, b, c} with greatest x.depth)'],
};

const OF_PAIRS: Readonly<Record<string, readonly [one: string, other: string]>> = {
  and: ['not (a taller than b and a left of b)', 'not a taller than b or not a left of b'],
  or: ['not (a taller than b or a left of b)', 'not a taller than b and not a left of b'],
  converse: ['a.height < b.height', 'b.height > a.height'],
  contrary: ['not a.height < b.height', 'b.height < a.height'],
  known: ['known (a taller than b)', 'known (not a taller than b)'],
  between: ['a.depth in 2 m .. 4 m', 'a.depth > 2 m and a.depth < 4 m'],
  agreed: ['agree(a taller than b, a wider than b)', 'agree(a wider than b, a taller than b, a wider than b)'],
  agreement: [
    'known (agree(a taller than b, a wider than b))',
    'known (a taller than b) and known (a wider than b) and ((a taller than b and a wider than b) or (not a taller than b and not a wider than b))',
  ],
  chosen: [
    'if a taller than b then a wider than b else a left of b',
    'if not a taller than b then a left of b else a wider than b',
  ],
  left: ['a left of b', 'b right of a'],
  near: ['a nearer than b', 'b farther than a'],
  high: ['a above b', 'b below a'],
  front: ['a in front of b', 'b behind a'],
  mirrored: ['distance(a, b) > 1 m', 'distance(b, a) > 1 m'],
  touching: ['gap(a, b) < 1 m', 'gap(b, a) < 1 m'],
};

const OF_SCENES: Readonly<Record<string, readonly [one: string, other: string]>> = {
  some_in_scene: [
    'any(other object x where x called "chair" and x.depth > 3 m)',
    'count(other object x where x called "chair" and x.depth > 3 m) > 0',
  ],
  none_in_scene: [
    'not any(other object x where x called "chair" and x.depth > 3 m)',
    'count(other object x where x called "chair" and x.depth > 3 m) = 0',
  ],
  all_in_scene: [
    'all(other object x where x called "chair", x.depth > 3 m)',
    'not any(other object x where x called "chair" and not x.depth > 3 m)',
  ],
};

type Twice = Readonly<Record<string, readonly [one: string, other: string]>>;

/** The two of a law differ in their names alone, so that neither is drawn, named or balanced otherwise. */
function recipeOf(laws: Twice, binder: string, names: string): string {
  const tasks = Object.entries(laws).flatMap(([law, sides]) =>
    sides.map(
      (side, i) => `task ${law}_${i} { for ${binder} ask "${names}?" answer ${side} refer by box balance none }`,
    ),
  );
  return `source hand = rooms(1)\nseed 7\nlevel 2 "Laws" {\n${tasks.join('\n')}\n}\nemit jsonl("q.jsonl")`;
}

async function holds(laws: Twice, binder: string, names: string, least: number): Promise<void> {
  const questions = await askInDuckDb({
    plan: planOf(recipeOf(laws, binder, names)),
    scenes: randomScenes(120, 90_000),
    vocabulary: FURNITURE,
  });
  for (const law of Object.keys(laws)) {
    const [one = [], other = []] = [0, 1].map((i) =>
      questions
        .filter(({ task }) => task === `${law}_${i}`)
        .map(({ sceneId, objects, answer }) => `${sceneId} ${objects.join()} ${answer}`)
        .toSorted(),
    );
    expect([law, one.length >= least]).toEqual([law, true]);
    expect([law, other]).toEqual([law, one]);
    // Both answers occur, or little is shown.
    expect([law, ['Yes', 'No'].map((answer) => one.some((line) => line.endsWith(answer)))]).toEqual([
      law,
      [true, true],
    ]);
  }
}

describe('what says the same is asked of the same', () => {
  it('of sets', () => holds(OF_SETS, 'objects (a, b, c)', '{a}, {b}, {c}', 10));
  it('of pairs', () => holds(OF_PAIRS, 'objects (a, b)', '{a}, {b}', 10));
  it('of scenes', () => holds(OF_SCENES, 'object a', '{a}', 10));
});
