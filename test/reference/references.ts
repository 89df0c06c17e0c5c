/** How the things of one tuple are named: the first strategy that is allowed and available, the same for all that are named alike. */
import type { ObjectRow } from '../../runtime/facts/rows.js';
import { permutation, pick } from './draws.js';
import type { NamingPlan } from './naming-plan.js';
import { type BoundObject, COLOUR_HOLE, type Naming, type Phrase, phraseBy } from './reference-words.js';
import type { BoundEntity, Tuple } from './tuples.js';

/** How one object is named: its strategy of `refer by`, and the words. */
export interface Reference extends Phrase {
  readonly id: string;
  /** Of the `for` line or of a `let`; members of a drawn set share theirs. */
  readonly name: string;
  readonly strategy: string;
}

export interface ReferenceInput extends Naming {
  readonly tuple: Tuple;
  /** Everything that may be named, in the order in which boxes are coloured. */
  readonly bound: readonly BoundEntity[];
}

/** The reference of every object of the tuple that has one. */
export function referencesOf(input: ReferenceInput): readonly Reference[] {
  const objects = input.bound.flatMap((each) =>
    each.value.kind === 'object' && each.value.row !== null && input.plan.named.has(each.name)
      ? [{ ...each, row: each.value.row }]
      : [],
  );
  const phrases = objects.map((each) => ({ each, by: phrasesOf(input, each) }));
  const chosen = phrases.flatMap(({ each, by }) => {
    const group = input.plan.alike.find((names) => names.has(each.name));
    const peers = phrases.filter((other) => other.by === by || group?.has(other.each.name));
    const strategy = [...(peers[0]?.by.keys() ?? [])].find((found) => peers.every((peer) => peer.by.has(found)));
    const phrase = strategy === undefined ? undefined : by.get(strategy);
    return strategy === undefined || phrase === undefined
      ? []
      : [{ id: each.id, name: each.name, strategy, ...phrase }];
  });
  return coloured(chosen, input.tuple);
}

const COLOURS = ['red', 'green', 'blue', 'yellow', 'purple'] as const;

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

/** The same thing has the same name and plan in many tuples of its scene. */
const known = new WeakMap<NamingPlan, WeakMap<ObjectRow, Map<string, Phrases>>>();

type Phrases = ReadonlyMap<string, Phrase>;

function phrasesOf(input: ReferenceInput, each: BoundObject): Phrases {
  const ofPlan = known.get(input.plan) ?? new WeakMap<ObjectRow, Map<string, Phrases>>();
  known.set(input.plan, ofPlan);
  const ofRow = ofPlan.get(each.row) ?? new Map<string, Phrases>();
  ofPlan.set(each.row, ofRow);
  const key = JSON.stringify([each.name, input.counted]);
  const found = ofRow.get(key) ?? phrasesIn(input, each);
  ofRow.set(key, found);
  return found;
}

/** The words of every strategy that is allowed and available, in the order of `refer by`. */
function phrasesIn(input: ReferenceInput, each: BoundObject): Phrases {
  const phrases = new Map<string, Phrase>();
  for (const strategy of input.plan.strategies.get(each.name) ?? []) {
    const phrase = phraseBy(strategy, input, each);
    if (phrase !== undefined) phrases.set(strategy, phrase);
  }
  return phrases;
}
