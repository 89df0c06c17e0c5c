/**
 * Referring expressions that single a thing out under margins and coverage, and tell nothing of the answer:
 * a unique category, a place in the order of its kind, or a coloured box.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ObjectRow } from '../../runtime/facts/rows.js';
import { isCertain } from './candidates.js';
import { permutation, pick } from './draws.js';
import { namesIn, setOf } from './expression-parts.js';
import type { Order } from './fact-orders.js';
import { related, type Scope } from './interpret.js';
import type { Truth } from './kleene.js';
import { labelsTold } from './labels-told.js';
import { decisiveOrders } from './leaks.js';
import type { Definitions, SceneContext } from './scene-context.js';
import { namedObjects } from './task-names.js';
import type { BoundEntity, Tuple } from './tuples.js';
import type { ObjectValue } from './value.js';
import { called } from './vocabulary.js';

/** How one object is named: its strategy of `refer by`, and the words. */
export interface Reference {
  readonly id: string;
  /** Of the `for` line or of a `let`; members of a drawn set share theirs. */
  readonly name: string;
  readonly strategy: string;
  readonly text: string;
}

/** What a task says of references, found once from the recipe. */
export interface ReferencePlan {
  /** Strategies in order, per name of the `for` line. */
  readonly strategies: ReadonlyMap<string, readonly string[]>;
  readonly decisive: ReadonlyMap<string, ReadonlySet<Order>>;
  /** Names that share one strategy: options of one choice. */
  readonly together: ReadonlySet<string>;
  /** Names whose label is told by the answer: boxes alone, without a noun. */
  readonly nameless: ReadonlySet<string>;
}

export function referencePlan(task: ast.Task, definitions: Definitions, refer: readonly string[]): ReferencePlan {
  const names = namedObjects(task);
  const setting = (name: string) =>
    task.refers.find(({ entity }) => entity?.text === name) ?? task.refers.find(({ entity }) => entity === undefined);
  return {
    strategies: new Map(names.map((name) => [name, setting(name)?.strategies.map(({ text }) => text) ?? refer])),
    decisive: decisiveOrders(task, definitions),
    nameless: labelsTold(task, definitions),
    together: new Set([...listedNames(task), ...pickedNames(task)].filter((name) => names.includes(name))),
  };
}

function listedNames(task: ast.Task): readonly string[] {
  if (task.choices?.kind !== 'listed') return [];
  return task.choices.options.flatMap((option) => (option.kind === 'name' ? [option.name.text] : []));
}

/** The members of a pick that is the answer, directly or by a `let`. */
function pickedNames(task: ast.Task): readonly string[] {
  let answer = task.answer?.value;
  while (answer?.kind === 'name') {
    const { text } = answer.name;
    answer = task.lets.find(({ name }) => name.text === text)?.value;
  }
  const set = answer?.kind === 'pick' ? setOf(answer.range) : undefined;
  return set === undefined ? [] : namesIn(set);
}

/** What a tuple's references depend on beside the plan. */
export interface ReferenceInput {
  readonly context: SceneContext;
  readonly plan: ReferencePlan;
  readonly tuple: Tuple;
  /** Everything that may be named, in the order in which boxes are coloured. */
  readonly bound: readonly BoundEntity[];
  /** Categories that the task counts, for this tuple. */
  readonly counted: readonly (string | null)[];
  readonly lexicon: ReadonlySet<string>;
}

/** The reference of every object of the tuple that has one. */
export function referencesOf(input: ReferenceInput): readonly Reference[] {
  const objects = input.bound.flatMap((each) =>
    each.value.kind === 'object' && each.value.row !== null ? [{ ...each, row: each.value.row }] : [],
  );
  const phrases = objects.map((each) => ({ each, by: phrasesOf(input, each) }));
  const common = phrases.filter(({ each }) => input.plan.together.has(each.name));
  const [leader] = common;
  const shared = leader && [...leader.by.keys()].find((strategy) => common.every(({ by }) => by.has(strategy)));
  const chosen = phrases.flatMap(({ each, by }) => {
    const strategy = input.plan.together.has(each.name) ? shared : [...by.keys()][0];
    const text = strategy === undefined ? undefined : by.get(strategy);
    return strategy === undefined || text === undefined ? [] : [{ id: each.id, name: each.name, strategy, text }];
  });
  return coloured(chosen, input.tuple);
}

const COLOURS = ['red', 'green', 'blue', 'yellow', 'purple'] as const;
const COLOUR_HOLE = '#colour#';

/** Boxes take drawn colours in the order of the `for` line; a sixth box has none, and so no reference. */
function coloured(references: readonly Reference[], tuple: Tuple): readonly Reference[] {
  if (!references.some(({ strategy }) => strategy === 'box')) return references;
  const colours = permutation(COLOURS, pick(tuple.key, 'colour', 120));
  let next = 0;
  return references.flatMap((reference) => {
    if (reference.strategy !== 'box') return [reference];
    const colour = colours[next];
    next += 1;
    return colour === undefined ? [] : [{ ...reference, text: reference.text.replace(COLOUR_HOLE, colour) }];
  });
}

type BoundObject = BoundEntity & { readonly row: ObjectRow };

/** The words of every strategy that is allowed and available, in the order of `refer by`. */
function phrasesOf(input: ReferenceInput, each: BoundObject): ReadonlyMap<string, string> {
  const phrases = new Map<string, string>();
  for (const strategy of input.plan.strategies.get(each.name) ?? []) {
    const text = phraseBy(strategy, input, each);
    if (text !== undefined) phrases.set(strategy, text);
  }
  return phrases;
}

function phraseBy(strategy: string, input: ReferenceInput, each: BoundObject): string | undefined {
  const noun = nounOf(input, each.row);
  const isTold = input.plan.nameless.has(each.name);
  if (isTold && strategy !== 'box') return undefined;
  const leaks =
    isTold || input.counted.some((category) => category === null || callsIt(input, each.row, category) !== false);
  switch (strategy) {
    case 'category':
      return noun.clean && noun.covered && !leaks && isOnlyOne(input, each.row) ? `the ${noun.word}` : undefined;
    case 'position': {
      const word = noun.clean && noun.covered && !leaks ? superlative(input, each) : undefined;
      return word === undefined ? undefined : `the ${word} ${noun.word}`;
    }
    case 'box':
      if (!isClearBox(input, each.row)) return undefined;
      return `the ${noun.clean && !leaks ? noun.word : 'object'} in the ${COLOUR_HOLE} box`;
  }
  return undefined;
}

const callsIt = (input: ReferenceInput, row: ObjectRow, category: string): Truth =>
  called(input.context.vocabulary, row.category, category);

function nounOf(
  { context, lexicon }: ReferenceInput,
  row: ObjectRow,
): { readonly word: string; readonly clean: boolean; readonly covered: boolean } {
  const listed = context.vocabulary.get(row.category);
  return {
    word: listed?.singular ?? row.category,
    clean: listed?.countable === true && !row.category.split(' ').some((word) => lexicon.has(word)),
    covered: context.covered.has(row.category),
  };
}

const othersOf = (input: ReferenceInput, row: ObjectRow): readonly ObjectRow[] =>
  input.context.candidates.filter((other) => other !== row);

function isOnlyOne(input: ReferenceInput, row: ObjectRow): boolean {
  return othersOf(input, row).every((other) => callsIt(input, other, row.category) === false);
}

const SUPERLATIVES = [
  { word: 'leftmost', relation: 'left of', reveals: 'across' },
  { word: 'rightmost', relation: 'right of', reveals: 'across' },
  { word: 'nearest', relation: 'nearer than', reveals: 'away' },
  { word: 'farthest', relation: 'farther than', reveals: 'away' },
] as const;

/** The first end of an order, among those that tell nothing, at which the object clearly stands alone. */
function superlative(input: ReferenceInput, { name, row }: BoundObject): string | undefined {
  const rivals = othersOf(input, row).filter((other) => callsIt(input, other, row.category) !== false);
  const hasFellow = rivals.some((other) => isCertain(other) && callsIt(input, other, row.category) === true);
  if (!hasFellow) return undefined;
  const scope: Scope = { context: input.context, names: new Map(), bound: new Set() };
  const thing = (each: ObjectRow): ObjectValue => ({ kind: 'object', row: each });
  return SUPERLATIVES.find(
    ({ relation, reveals }) =>
      input.plan.decisive.get(name)?.has(reveals) !== true &&
      rivals.every((rival) => related(scope, relation, thing(row), thing(rival)) === true),
  )?.word;
}

type Box = readonly [number, number, number, number];

/** Large enough to see, and no other box could be meant, even when drawn a little larger. */
function isClearBox(input: ReferenceInput, row: ObjectRow): boolean {
  const box = row.box2d;
  if (box === null) return false;
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (width < 8 || height < 8) return false;
  const larger: Box = [box[0] - width / 10, box[1] - height / 10, box[2] + width / 10, box[3] + height / 10];
  return othersOf(input, row).every(
    ({ box2d }) => box2d === null || (overlap(box2d, box) < 0.5 && overlap(box2d, larger) < 0.5),
  );
}

/** Intersection over union. */
function overlap(a: Box, b: Box): number {
  const across = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
  const along = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const shared = across * along;
  const area = (box: Box) => (box[2] - box[0]) * (box[3] - box[1]);
  return shared / (area(a) + area(b) - shared);
}
