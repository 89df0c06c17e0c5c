/**
 * The definition of docs/semantics.md section 6.1 by brute force: which name fits which thing of a scene. Relations and facts
 * are those of the reference evaluator; what is unique, first, or proven against whom is worked out here.
 */
import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { isCertain } from '../reference/candidates.js';
import { related, type Scope } from '../reference/interpret.js';
import type { Truth } from '../reference/kleene.js';
import { recipeOf, standardLibrary } from '../reference/recipe-text.js';
import { FURNITURE } from '../reference/scene-builder.js';
import { definitionsIn, sceneContext } from '../reference/scene-context.js';
import { settingsOf } from '../reference/settings.js';
import type { ObjectValue } from '../reference/value.js';
import { called, vocabularyOf } from '../reference/vocabulary.js';

const vocabulary = vocabularyOf(FURNITURE);
const recipe = recipeOf('seed 7');
/** `side` is a word of place. */
const unclean: ReadonlySet<string> = new Set(['side table', '*', 'vase']);

export interface Fitting {
  readonly row: ObjectRow;
  readonly name: string | undefined;
}

interface Of {
  readonly a: ObjectRow;
  readonly rivals: readonly ObjectRow[];
  readonly others: readonly ObjectRow[];
  readonly scope: Scope;
}

export type Way = (of: Of) => string | undefined;

/** The name that each certain thing gets by one strategy alone. */
export function fittingNames(facts: SceneFacts, way: Way): readonly Fitting[] {
  const context = sceneContext(facts, vocabulary, settingsOf(recipe), definitionsIn(recipe, standardLibrary()));
  const scope: Scope = { context, names: new Map(), bound: new Set() };
  return context.candidates.filter(isCertain).map((row) => {
    const others = context.candidates.filter((x) => x !== row);
    return { row, name: way({ a: row, others, rivals: rivalsOf(row, others), scope }) };
  });
}

const rivalsOf = (a: ObjectRow, others: readonly ObjectRow[]): readonly ObjectRow[] =>
  others.filter((x) => called(vocabulary, x.category, a.category) !== false);

const speakable = ({ a, scope }: Of): boolean => !unclean.has(a.category) && scope.context.covered.has(a.category);
const sureFellow = ({ a, rivals }: Of, x: ObjectRow): boolean =>
  rivals.includes(x) && isCertain(x) && called(vocabulary, x.category, a.category) === true;

const value = (row: ObjectRow): ObjectValue => ({ kind: 'object', row });
const holds = (scope: Scope, words: string, a: ObjectRow, b: ObjectRow): Truth =>
  related(scope, words, value(a), value(b));

export const bySize: Way = (of) => {
  const { a, rivals, scope } = of;
  if (!speakable(of) || !rivals.some((x) => sureFellow(of, x))) return undefined;
  const measures = [
    ['tallest', 'shortest', 'height', 1],
    ['widest', 'narrowest', 'width', 1],
    ['largest', 'smallest', 'volume', 3],
  ] as const;
  for (const [most, least, fact, factor] of measures) {
    const own = scope.context.factsOf(a)[fact];
    const beyond = (sign: 1 | -1): boolean =>
      rivals.every((x) => {
        const other = scope.context.factsOf(x)[fact];
        if (own === null || other === null) return false;
        // 10 cm or 10 % of the larger; volumes 30 %, and no absolute part.
        const relative = Math.floor((factor * 100_000 * Math.max(own, other) + 500_000) / 1_000_000);
        return sign * (own - other) > Math.max(factor === 1 ? 100_000 : 0, relative);
      });
    if (beyond(1)) return `the ${most} ${a.category}`;
    if (beyond(-1)) return `the ${least} ${a.category}`;
  }
  return undefined;
};

export const byPosition: Way = (of) => {
  const { a, rivals, scope } = of;
  if (!speakable(of) || !rivals.some((x) => sureFellow(of, x))) return undefined;
  const ends = [
    ['leftmost', 'left of'],
    ['rightmost', 'right of'],
    ['nearest', 'nearer than'],
    ['farthest', 'farther than'],
  ] as const;
  const end = ends.find(([, words]) => rivals.every((x) => holds(scope, words, a, x) === true));
  return end ? `the ${end[0]} ${a.category}` : byOrdinal(of);
};

const byOrdinal: Way = (of) => {
  const { a, rivals, scope } = of;
  const left = rivals.filter((x) => holds(scope, 'right of', a, x) === true);
  const right = rivals.filter((x) => holds(scope, 'left of', a, x) === true);
  const inRow = rivals.every((x) => sureFellow(of, x) && (left.includes(x) || right.includes(x)));
  if (!inRow || rivals.length < 2) return undefined;
  const [place, from] =
    left.length <= right.length ? ([left.length + 1, 'left'] as const) : ([right.length + 1, 'right'] as const);
  const word = ['second', 'third', 'fourth', 'fifth'][place - 2];
  return word && `the ${word} ${a.category} from the ${from}`;
};

const saying = {
  on: 'on',
  under: 'under',
  'next to': 'next to',
  'left of': 'to the left of',
  'right of': 'to the right of',
  above: 'above',
  below: 'below',
} as const;

export const byRelation: Way = (of) => {
  const { a, others, rivals, scope } = of;
  if (!speakable(of)) return undefined;
  const landmarks = others
    .filter((b) => isCertain(b) && !unclean.has(b.category) && scope.context.covered.has(b.category))
    .filter(
      (b) =>
        rivalsOf(
          b,
          scope.context.candidates.filter((x) => x !== b),
        ).length === 0,
    )
    .toSorted((b, c) => (b.category < c.category ? -1 : 1));
  for (const words of ['on', 'under', 'next to', 'left of', 'right of', 'above', 'below'] as const) {
    const found = landmarks.find(
      (b) => holds(scope, words, a, b) === true && rivals.every((x) => x === b || holds(scope, words, x, b) === false),
    );
    if (found) return `the ${a.category} ${saying[words]} the ${found.category}`;
  }
  return undefined;
};

/** Captions without words of place. `a red one` and `A Red One.` are the same; digits are no words. */
export const byCaption: Way = ({ a, others }) => {
  const said = saidOf(a);
  if (said === undefined || others.some((x) => saidOf(x) === said)) return undefined;
  return said.includes(' by ') ? undefined : `the ${said}`;
};

function saidOf({ caption, verifiedBy }: ObjectRow): string | undefined {
  if (caption === null || verifiedBy === null || /\d/.test(caption)) return undefined;
  return caption
    .toLowerCase()
    .replace(/^(a|the) /, '')
    .replace('.', '');
}
