/**
 * The law of what is certain: whatever the checker calls so is so in every scene. Random guards, claims and answers on both
 * sides of a margin, judged by the reference evaluator; and hand-made cases of what must be found, and what must not be.
 */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../compiler/analyse.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { library } from '../agreement/pipeline.js';
import type { ReferenceTuple } from '../reference/api.js';
import { type Random, randomFrom } from '../reference/random-numbers.js';
import { randomScenes } from '../reference/random-scenes.js';
import { evaluateTask } from '../reference/recipe-text.js';

const SCENES: readonly SceneFacts[] = randomScenes(16, 300);
const PROGRAMS = 400;

/** Values, and limits near what they are in scenes, so that guards and claims often meet. */
const quantities: readonly (readonly [value: string, ...limits: string[]])[] = [
  ['a.height', '0 m', '50 cm', '60 cm', '1 m', '110 cm', '120 cm', '2 m'],
  ['b.height', '50 cm', '60 cm', '1 m', '110 cm', '2 m'],
  ['distance(a, b)', '-10 cm', '1 m', '120 cm', '2 m', '3 m'],
  ['gap(a, b)', '0 m', '5 cm', '50 cm', '1 m'],
  ['a.depth + b.depth', '0 m', '4 m', '5 m', '6 m'],
  ['a.depth - b.depth', '-1 m', '0 m', '10 cm', '1 m'],
  ['abs(a.depth - b.depth)', '-1 m', '0 m', '5 cm', '1 m'],
  ['-a.depth', '-3 m', '-2 m', '0 m'],
  ['(a.position - b.position).right', '-1 m', '0 m', '1 m'],
  ['a.height / b.height', '50%', '100%', '110%', '200%'],
  ['2 * a.height', '1 m', '2 m', '220 cm'],
  ['a.height - a.height', '-1 m', '0 m', '1 m'],
  ['a.height / a.height', '90%', '100%', '120%'],
  ['0 * a.height', '-1 m', '0 m', '1 m'],
  ['a.volume', '0 m3', '0.1 m3', '0.2 m3', '1 m3'],
  ['overlap(footprint(a), footprint(b))', '0%', '50%', '100%', '120%'],
  ['angle(axis(a), axis(b))', '0 deg', '30 deg', '80 deg', '100 deg'],
  ['angle(a.position - b.position, b.position - a.position)', '90 deg', '170 deg', '200 deg'],
  ['if a.height > 1 m then a.depth else a.width', '1 m', '2 m', '3 m'],
];
const counts: readonly (readonly [value: string, ...limits: string[]])[] = [
  ['count(other object x where x called "chair")', '-1', '0', '1', '2', '1.5'],
  ['count(x in {a, b} where x.height > 1 m)', '0', '1', '2', '3'],
];
const relations = [
  'a taller than b',
  'b taller than a',
  'a shorter than b',
  'a left of b',
  'a right of b',
  'b left of a',
];
const words = ['side(b.position from a) = left', 'side(b.position from a) != left', 'side(b.position from a) = front'];
const categories = ['a.category = "chair"', 'a.category != "chair"', 'a.category = "table"', 'a.category = b.category'];

type Texts = readonly [string, ...string[]];
const oneOf = (random: Random, texts: readonly string[]): string => random.one(texts as Texts);

function comparison(random: Random): string {
  const counted = random.chance(0.15);
  const [value, ...limits] = random.one(
    (counted ? counts : quantities) as readonly [(typeof quantities)[number], ...(typeof quantities)[number][]],
  );
  const limit = (): string => oneOf(random, limits);
  if (counted) return `${value} ${random.one(['<', '>', '<=', '>=', '=', '!='])} ${limit()}`;
  if (random.chance(0.15)) return `${value} in ${limit()} .. ${limit()}`;
  if (random.chance(0.1)) return `${value} is about ${limit()}`;
  const by = random.chance(0.15) ? ` by ${random.one(['30%', '100%', '20%'])}` : '';
  const plain = `${value} ${random.one(['<', '>'])} ${limit()}`;
  return random.chance(0.2) ? `exactly ${plain}` : `${plain}${by}`;
}

function condition(random: Random, depth: number): string {
  const inner = (): string => condition(random, depth - 1);
  const kind = depth > 0 ? random.whole(0, 9) : random.whole(4, 9);
  if (kind === 0) return `not (${inner()})`;
  if (kind <= 2) return `(${inner()} and ${inner()})`;
  if (kind === 3) return `(${inner()} or ${inner()})`;
  if (kind === 4) return oneOf(random, relations);
  if (kind === 5) return oneOf(random, [...words, ...categories]);
  return comparison(random);
}

/** Half of the conditions are seen twice in a task, the same or turned round: what is known of one tells of the other. */
function lines(random: Random): string {
  const seen = [condition(random, 1), condition(random, 2)];
  const again = (): string => (random.chance(0.5) ? oneOf(random, seen) : condition(random, 1));
  const wheres = Array.from({ length: random.whole(0, 3) }, () => `    where   ${again()}`);
  const answer = random.one([
    `claim "{a} {b}" when ${again()}`,
    `ask "{a} {b}?" answer if ${again()} then "x" else if ${again()} then "y" else "z" choices "x", "y", "z"`,
    'ask "{a} {b}?" answer the x in {a, b} with greatest x.height choices a, b',
    'ask "{a} {b}?" answer count(x in {a, b} where x.height > 1 m)',
    'ask "{a} {b}?" answer side(b.position from a)',
  ]);
  return ['    for     objects (a, b)', '    balance none', ...wheres, `    ${answer}`].join('\n');
}

interface Told {
  readonly code: string;
  readonly message: string;
}

function toldOf(text: string): readonly Told[] {
  const recipe = `level 2 "Test" {\n  task t "Test" {\n${text}\n  }\n}`;
  return analyse({ file: 'law.spq', text: recipe }, library)
    .diagnostics.filter((d) => d.severity === 'error')
    .map(({ code, message }) => ({ code, message }));
}

/** What is told, tried on tuples that pass the guards. */
function counterexamples(told: Told, tuples: readonly ReferenceTuple[]): number {
  const passing = tuples.filter(({ where }) => where === true);
  switch (told.code) {
    case 'SPQ331':
      return passing.length;
    case 'SPQ332': {
      const never = told.message.includes('never false')
        ? [false]
        : told.message.includes('never true')
          ? [true]
          : [true, false];
      return passing.filter(({ claims: [truth] }) => never.some((n) => n === truth)).length;
    }
    case 'SPQ333': {
      const answers = passing.flatMap(({ answer }) => (answer === null ? [] : [answer]));
      // A winner is one by its name; everything else by its value.
      const place = told.message.includes('`a`') ? 0 : told.message.includes('`b`') ? 1 : undefined;
      if (place !== undefined)
        return passing.filter(({ answer, ids }) => answer !== null && answer !== ids[place]).length;
      return Math.max(0, new Set(answers.map((a) => JSON.stringify(a))).size - 1);
    }
    default:
      return 0;
  }
}

describe('what is called certain', () => {
  const made = Array.from({ length: PROGRAMS }, (_, seed) => lines(randomFrom(seed * 31 + 5)));
  const judged = made.map((text) => ({ text, told: toldOf(text) }));

  it('is so in every random scene', () => {
    let asked = 0;
    const found = judged.flatMap(({ text, told }) => {
      const certain = told.filter(({ code }) => /^SPQ33[1-3]$/.test(code));
      if (certain.length === 0 || certain.length < told.length) return [];
      const { tuples } = evaluateTask(text, SCENES);
      if (tuples.some(({ where }) => where === true)) asked++;
      return certain
        .filter((t) => counterexamples(t, tuples) > 0)
        .map(({ code, message }) => `${code} ${message}\n${text}`);
    });
    expect(found).toEqual([]);
    // Of those that are not contradictory, many are met by scenes: the law is not empty.
    expect(asked).toBeGreaterThan(10);
  });

  it('is found often, and not in most programs', () => {
    const share = (code: string): number =>
      judged.filter(({ told }) => told.some((t) => t.code === code)).length / PROGRAMS;
    expect(share('SPQ331')).toBeGreaterThan(0.05);
    expect(share('SPQ332')).toBeGreaterThan(0.02);
    expect(share('SPQ333')).toBeGreaterThan(0.01);
    expect(share('SPQ334')).toBeGreaterThan(0.01);
    expect(judged.filter(({ told }) => told.length === 0).length / PROGRAMS).toBeGreaterThan(0.4);
  });
});

describe('an answer that is always one number', () => {
  const told = (answer: string): readonly string[] => {
    const text = `source r = rooms(1)\nlevel 1 "T" { task t { for object a let d = ${answer} ask "{a}?" answer d } }\nemit jsonl("q")`;
    return analyse({ file: 'test.spq', text }, library).diagnostics.map(({ code }) => code);
  };

  it.each(['a.height - a.height', 'a.height / a.height', 'a.height * 0'])('%s', (answer) => {
    expect(told(answer)).toEqual(['SPQ333']);
  });

  it('is not one that differs from thing to thing', () => {
    expect(told('a.height - a.width')).toEqual([]);
  });
});
