/** What a task lets its things be called, found once from the recipe: strategies that tell nothing of the answer. */
import type * as ast from '../../compiler/syntax/ast.js';
import { decidingOf, taskScope } from './deciding.js';
import type { LexiconGroup } from './noun-lexicon.js';
import { type Definitions, wordsOf } from './scene-context.js';
import type { Counted } from './task-counts.js';
import { groupsNamedAlike, namedObjects, printedNames } from './task-names.js';
import { decided } from './told-by-decision.js';
import { withMeaning } from './told-scope.js';
import { closed, guesses, isMet, orders, type Triple, values } from './triples.js';

export interface NamingPlan {
  /** Strategies in order, per name. */
  readonly strategies: ReadonlyMap<string, readonly string[]>;
  /** Names that must have a reference. */
  readonly named: ReadonlySet<string>;
  /** Disjoint groups of names that share one strategy; a name of no group has its own. */
  readonly alike: readonly ReadonlySet<string>[];
  /** Names whose label is told by the answer: boxes alone, without a noun. */
  readonly nameless: ReadonlySet<string>;
  readonly counts: readonly Counted[];
  /** Whether a name of this kind tells nothing: `leftmost`, `second`, `tallest`, `on`, `box`. */
  readonly isAllowed: (name: string, kind: string) => boolean;
  /** Groups of the lexicon that no caption of a thing may speak of. */
  readonly refusedGroups: (name: string) => readonly LexiconGroup[];
}

const REVEALED: Readonly<Record<string, string>> = {
  ...{ leftmost: 'right', rightmost: 'right', nearest: 'depth', farthest: 'depth' },
  ...{
    tallest: 'height',
    shortest: 'height',
    widest: 'width',
    narrowest: 'width',
    largest: 'volume',
    smallest: 'volume',
  },
};

/** Names that speak of no other thing, beside those by an aspect. */
const OWN = ['category', 'ordinal', 'box'];

const GROUPS: readonly (readonly [LexiconGroup, readonly string[]])[] = [
  ['place', ['right', 'up', 'forward', 'depth', 'place']],
  ['size', ['height', 'width', 'depth_extent', 'volume', 'footprint']],
  ['facing', ['facing']],
];

export function namingPlan(task: ast.Task, definitions: Definitions, refer: readonly string[]): NamingPlan {
  const names = namedObjects(task);
  const { triples, counts } = decidingOf(task, definitions);
  const nameless = new Set(triples.filter(({ aspect }) => aspect === 'category').map(({ thing }) => thing));
  const isCounting = counts.length > 0 || nameless.size > 0;
  const setting = (name: string) =>
    task.refers.find(({ entity }) => entity?.text === name) ?? task.refers.find(({ entity }) => entity === undefined);
  const reveals = (name: string, kind: string): readonly Triple[] => {
    const aspect = REVEALED[kind];
    if (kind === 'box') return values(name, 'box2d');
    if (kind === 'ordinal')
      return [...orders(name, 'right', 'bearing'), ...guesses(name, 'depth', 'distance', 'nearest', 'spread')];
    return closed(aspect === undefined ? relationReveals(task, definitions, name, kind) : orders(name, aspect));
  };
  return {
    strategies: new Map(names.map((name) => [name, setting(name)?.strategies.map(({ text }) => text) ?? refer])),
    named: new Set(names.filter((name) => printedNames(task).has(name))),
    alike: groupsNamedAlike(task),
    nameless,
    counts,
    isAllowed: remembered((name, kind) => {
      if (kind !== 'box' && nameless.has(name)) return false;
      const isByOthers = kind === 'caption' || ![...OWN, ...Object.keys(REVEALED)].includes(kind);
      if (isByOthers && isCounting) return false;
      if (kind === 'caption' && triples.some(({ aspect }) => aspect === 'own')) return false;
      return kind === 'category' || kind === 'caption' || !isMet(reveals(name, kind), triples);
    }),
    refusedGroups: remembered(() =>
      GROUPS.filter(([, aspects]) => isMet(closed(names.flatMap((name) => values(name, ...aspects))), triples)).map(
        ([group]) => group,
      ),
    ),
  };
}

/** Asked anew for every tuple, and always the same. */
function remembered<Found>(find: (name: string, kind: string) => Found): (name: string, kind?: string) => Found {
  const known = new Map<string, { readonly found: Found }>();
  return (name, kind = '') => {
    const key = `${name} ${kind}`;
    const { found } = known.get(key) ?? { found: find(name, kind) };
    known.set(key, { found });
    return found;
  };
}

/** Of the thing what the relation means for its left side; of every other object what it means for the landmark. */
function relationReveals(task: ast.Task, definitions: Definitions, name: string, words: string): readonly Triple[] {
  const declared = [...definitions.relations.values()].find((each) => wordsOf(each.words) === words);
  if (declared === undefined) throw new Error(`no relation ${words}`);
  const outer = { ...taskScope(task, definitions), meanings: new Map() };
  const side = (text: string) => ({ kind: 'things', names: [text], isRanged: false }) as const;
  const scope = withMeaning(withMeaning(outer, declared.left.text, side('left')), declared.right.text, side('right'));
  // Members of a drawn set share their name.
  const isDrawn = task.binders.some((b) => b.kind === 'entities' && b.order === 'drawn' && b.names[0]?.text === name);
  const others = namedObjects(task).filter((other) => other !== name || isDrawn);
  return decided(scope, declared.body).flatMap((triple) =>
    (triple.thing === 'left' ? [name] : others).map((thing) => ({ ...triple, thing })),
  );
}
