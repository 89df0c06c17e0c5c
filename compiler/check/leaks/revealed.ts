/** What each way of naming a thing reveals (docs/semantics.md section 6.3), closed under what it implies. */
import { impliedBy } from '../../std/aspects.js';
import type { LexiconGroup } from '../../std/lexicon.js';
import {
  type BoxForm,
  boxReveals,
  captionReveals,
  ordinalReveals,
  type SizeSuperlative,
  type Superlative,
  sizeSuperlatives,
  superlatives,
} from '../../std/references.js';
import type * as typed from '../typed.js';
import { decides } from './told.js';
import { distinct, given, type Triples, triples } from './triples.js';

/** What is implied is an order: a picture position tells who stands farther left, not where. */
export function closed(all: Triples): Triples {
  const implied = all.flatMap(({ thing, aspect }) => {
    const { orders, guesses } = impliedBy(aspect);
    return [...triples([thing], orders), ...triples([thing], guesses, 'guess')];
  });
  return distinct([...all, ...implied], ['value', 'order', 'guess']);
}

export const superlativeReveals = (name: Superlative, thing: typed.Entity): Triples =>
  closed(triples([thing], [superlatives[name].reveals]));

export const ordinalRevealsOf = (thing: typed.Entity): Triples => [
  ...triples([thing], ordinalReveals.order),
  ...triples([thing], ordinalReveals.guess, 'guess'),
];

export const sizeReveals = (name: SizeSuperlative, thing: typed.Entity): Triples =>
  closed(triples([thing], [sizeSuperlatives[name].fact]));

/** Any other object of the question may be the landmark. */
export function relationReveals(
  { left, right, body }: typed.Relation,
  thing: typed.Entity,
  objects: readonly typed.Entity[],
): Triples {
  const others = objects.filter((o) => o !== thing);
  return closed(given(decides(body), (side) => (side === left ? [thing] : side === right ? others : [])));
}

/** A caption may speak of the things beside its own. */
export const captionRevealsOf = (group: LexiconGroup, objects: readonly typed.Entity[]): Triples =>
  closed(triples(objects, captionReveals[group], 'value'));

/** The picture shows where a drawn box lies, and what follows from that, anyway. */
export function boxRevealsOf(form: BoxForm, thing: typed.Entity): Triples {
  const own = triples([thing], [boxReveals.aspect], boxReveals.level);
  return form === 'drawn' ? own : closed(own);
}
