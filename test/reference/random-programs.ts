/**
 * Random recipes, well formed and mostly well typed: settings, definitions and a task of every form over random binders.
 * What the checker refuses is for the caller to leave out.
 */
import { type Random, randomFrom } from './random-numbers.js';
import { randomTask } from './random-tasks.js';
import { pickFrom } from './random-values.js';

/** Program number `seed`, with one task; the same number gives the same text. */
export function randomProgram(seed: number): string {
  const random = randomFrom(seed * 7919 + 1);
  const maybe = (share: number, texts: readonly string[]) =>
    random.chance(share) ? [pickFrom({ random }, texts)] : [];
  return [
    'source rooms = rooms(3)',
    `seed ${random.whole(0, 9)}`,
    ...maybe(0.5, ['margin length 8 cm or 12%, angle 10 deg', 'margin length 5 cm', 'margin length 20%']),
    ...maybe(0.3, ['units metric, imperial 40%', 'units imperial']),
    ...maybe(0.4, ['refer by box', 'refer by category, box', 'refer by category, position, box']),
    ...maybe(0.3, ['formats open 40%, choice 40%, claim 20%', 'formats choice 30%, claim 70%']),
    ...maybe(0.2, ['mix level 2 80%', 'mix level 2 100% total 12']),
    ...maybe(0.2, ['split train 70%, validation 30%']),
    ...definitions(random),
    'level 2 "Random" {',
    `  ${randomTask(random, `t${seed}`, DEFINED)}`,
    '}',
    'emit parquet("questions")',
  ].join('\n');
}

/** What the definitions of every program add. */
const DEFINED = { measures: ['reach', 'bulk'], relations: ['far beyond', 'akin to', 'beyond'] };

function definitions(random: Random): readonly string[] {
  const one = (texts: readonly [string, ...string[]]) => random.one(texts);
  const reach = one(['o.depth + o.height', 'o.distance * 2', 'if o.height > 50 cm then o.depth else o.distance']);
  const bulk = one(['o.height + o.width', 'o.reach / 2', 'abs(o.base)']);
  const beyond = one([
    'agree(x.reach > y.reach, x.depth > y.depth)',
    'x.depth > y.depth by 50 cm',
    '(x.position - y.position).forward > 40 cm and x.bearing > y.bearing',
  ]);
  const akin = one(['x.category = y.category', 'x.bulk is about y.bulk', 'not (x taller than y)']);
  return [
    `fact reach (o: object) says "far", "farther", "farthest" / "near", "nearer", "nearest" = ${reach}`,
    `fact bulk (o: object) says "bulky", "bulkier", "bulkiest" = ${bulk}`,
    `relation (x: object) beyond (y: object) says "{x} is beyond {y}" = ${beyond}`,
    `relation (x: object) far beyond (y: object) says "{x} is far beyond {y}" = x beyond y and distance(x, y) > 1 m`,
    `relation (x: object) akin to (y: object) says "{x} is akin to {y}" = ${akin}`,
  ];
}
