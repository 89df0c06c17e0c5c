/** What each way of naming a thing reveals (docs/semantics.md section 6.3), closed under what it implies. */
import { type Aspect, impliedBy, type Level } from '../../std/aspects.js';
import { type LexiconGroup, lexiconGroups } from '../../std/lexicon.js';
import {
  type BoxForm,
  boxReveals,
  captionReveals,
  ordinalReveals,
  type SizeSuperlative,
  type Superlative,
  sizeSuperlativeNames,
  sizeSuperlatives,
  superlativeNames,
  superlatives,
} from '../../std/references.js';
import type * as typed from '../typed.js';
import { decides } from './told.js';
import { given, type Triples, triples } from './triples.js';

/** What is told of one thing. */
type Told = readonly { readonly aspect: Aspect; readonly level: Level }[];

/** What is implied is an order: a picture position tells who stands farther left, not where. */
function allTold(own: Told): Told {
  const levels = new Map<Aspect, Level>();
  const tell = (aspect: Aspect, level: Level): void => {
    const before = levels.get(aspect);
    if (!before || strongest.indexOf(level) < strongest.indexOf(before)) levels.set(aspect, level);
  };
  for (const { aspect, level } of own) tell(aspect, level);
  for (const { aspect } of own) {
    const { orders, guesses } = impliedBy(aspect);
    for (const order of orders) tell(order, 'order');
    for (const guess of guesses) tell(guess, 'guess');
  }
  return [...levels].map(([aspect, level]) => ({ aspect, level }));
}

const strongest: readonly Level[] = ['value', 'order', 'guess'];

const of = (thing: typed.Entity, told: Told): Triples => told.map(({ aspect, level }) => ({ thing, aspect, level }));

export function closed(all: Triples): Triples {
  const things = new Map<typed.Entity, Told[number][]>();
  for (const { thing, aspect, level } of all) {
    const own = things.get(thing);
    if (own) own.push({ aspect, level });
    else things.set(thing, [{ aspect, level }]);
  }
  return [...things].flatMap(([thing, own]) => of(thing, allTold(own)));
}

/** A name tells the same of every thing: tables, since recipes ask for them thousands of times. */
function tableOf<Name extends string>(names: readonly Name[], own: (name: Name) => Told): ReadonlyMap<Name, Told> {
  return new Map(names.map((name) => [name, allTold(own(name))]));
}

const bySuperlative = tableOf(superlativeNames, (name) => [{ aspect: superlatives[name].reveals, level: 'order' }]);
const bySize = tableOf(sizeSuperlativeNames, (name) => [{ aspect: sizeSuperlatives[name].fact, level: 'order' }]);
const byCaption = tableOf(lexiconGroups, (group) =>
  captionReveals[group].map((aspect) => ({ aspect, level: 'value' })),
);

export const superlativeReveals = (name: Superlative, thing: typed.Entity): Triples =>
  of(thing, bySuperlative.get(name) ?? []);

export const ordinalRevealsOf = (thing: typed.Entity): Triples => [
  ...triples([thing], ordinalReveals.order),
  ...triples([thing], ordinalReveals.guess, 'guess'),
];

export const sizeReveals = (name: SizeSuperlative, thing: typed.Entity): Triples => of(thing, bySize.get(name) ?? []);

const byRelation = new WeakMap<typed.Relation, Triples>();

/** Any other object of the question may be the landmark. */
export function relationReveals(
  relation: typed.Relation,
  thing: typed.Entity,
  objects: readonly typed.Entity[],
): Triples {
  const { left, right, body } = relation;
  const told = byRelation.get(relation) ?? closed(decides(body));
  byRelation.set(relation, told);
  const others = objects.filter((o) => o !== thing);
  return given(told, (side) => (side === left ? [thing] : side === right ? others : []));
}

/** A caption may speak of the things beside its own. */
export const captionRevealsOf = (group: LexiconGroup, objects: readonly typed.Entity[]): Triples =>
  objects.flatMap((thing) => of(thing, byCaption.get(group) ?? []));

/** The picture shows where a drawn box lies, and what follows from that, anyway. */
export function boxRevealsOf(form: BoxForm, thing: typed.Entity): Triples {
  const own = triples([thing], [boxReveals.aspect], boxReveals.level);
  return form === 'drawn' ? own : closed(own);
}
