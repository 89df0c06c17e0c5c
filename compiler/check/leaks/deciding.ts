/**
 * What the answers of a body depend on: triples of its objects, the categories it counts, and things whose category is told.
 * Guards select tuples and decide nothing; reasons follow the answer.
 */
import type { Aspect } from '../../std/aspects.js';
import { mayBe, thingsOf } from '../dependencies.js';
import { partsOf } from '../parts.js';
import { madeOf } from '../posed.js';
import type * as typed from '../typed.js';
import { answers, decides, tells } from './told.js';
import { decidingLevels, distinct, type Levels, levelsOf, type Triples, triples } from './triples.js';

export type UnnamedBody = Omit<typed.Body, 'naming'>;

export interface Deciding {
  readonly triples: Triples;
  /** The same, for looking up. */
  readonly levels: Levels;
  readonly counted: readonly typed.Expression[];
  readonly nameless: ReadonlySet<typed.Entity>;
}

export function decidingOf(body: UnnamedBody, objects: readonly typed.Entity[]): Deciding {
  const answered = body.answer ? [body.answer.value, ...holesOf(body.answer.as)] : [];
  const conditions = [
    ...body.claims.flatMap((c) => c.when ?? []),
    ...(body.choices?.kind === 'statements' ? body.choices.statements.map((s) => s.relation) : []),
  ];
  const spoken = new Set(objects);
  for (const thing of [...answered, ...conditions].flatMap(thingsOf)) speak(spoken, thing);
  const found = [
    ...answered.flatMap(answers),
    ...conditions.flatMap(decides),
    ...picksAmong(spoken, body.lets).flatMap(({ by, where }) => [...tells(by), ...decides(where)]),
  ];
  const deciding = distinct(
    found.flatMap(ofPose).flatMap((t) => (t.thing.role === 'member' ? ofMember(t, objects) : [t])),
    decidingLevels,
  );
  return {
    triples: deciding,
    levels: levelsOf(deciding),
    counted: countedIn([...answered, ...conditions]),
    nameless: new Set(deciding.flatMap((t) => (t.aspect === 'category' ? [t.thing] : []))),
  };
}

const sizes: readonly Aspect[] = ['height', 'width', 'depth_extent', 'volume', 'footprint', 'category'];

/** What stands elsewhere is as large as the thing, and is where it is put; the higher the thing, the higher its centre. */
function ofPose(triple: Triples[number]): Triples {
  const { thing, aspect, level } = triple;
  const { pose } = thing;
  if (!pose) return [triple];
  const of = (things: readonly (typed.Place | undefined)[], told: readonly Aspect[]): Triples =>
    triples(
      things.flatMap((t) => (t && t !== 'camera' ? [t] : [])),
      told,
      level,
    );
  const made = (): Triples => {
    if (sizes.includes(aspect)) return of([pose.thing], [aspect]);
    if (aspect === 'facing')
      return pose.toward ? of([pose.at, pose.toward], ['right', 'forward']) : of([pose.thing], [aspect]);
    return [...of([pose.at], [aspect]), ...(aspect === 'up' ? of([pose.thing], ['height']) : [])];
  };
  return made().flatMap(ofPose);
}

/** A member of a range over the scene may be any of the things, and stands in the order that a name tells of. */
function ofMember(triple: Triples[number], objects: readonly typed.Entity[]): Triples {
  return triple.aspect === 'category' ? [] : objects.map((thing) => ({ ...triple, thing }));
}

/** With what a thing that stands elsewhere is made of. */
function speak(spoken: Set<typed.Entity>, thing: typed.Entity): void {
  spoken.add(thing);
  for (const part of madeOf(thing)) speak(spoken, part);
}

/** Picks from the scene of the things that are spoken of, and of those that these picks speak of. */
function picksAmong(spoken: Set<typed.Entity>, lets: readonly typed.Let[]): readonly typed.ScenePick[] {
  const found: typed.ScenePick[] = [];
  for (const declared of lets.toReversed()) {
    if (declared.kind !== 'entity' || !spoken.has(declared.entity)) continue;
    found.push(declared.pick);
    for (const e of [declared.pick.by, declared.pick.where]) for (const thing of thingsOf(e)) speak(spoken, thing);
  }
  return found;
}

/** Categories of every count within: a name must not say how many there are. */
function countedIn(expressions: readonly typed.Expression[]): readonly typed.Expression[] {
  const found = new Set<typed.Expression>();
  const seen = new Set<typed.Expression>();
  const visit = (e: typed.Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    const counting = e.kind === 'count' ? e : e.kind === 'exists' ? e.count : undefined;
    for (const category of counting?.categories ?? []) found.add(category);
    for (const part of partsOf(e)) visit(part);
  };
  for (const e of expressions) visit(e);
  return [...found];
}

/** Values that a text prints; the names of things are none, but what a thing is called is one. */
function holesOf(template: typed.Template | undefined): readonly typed.Expression[] {
  return holeValues(template).filter(
    ({ type }) => type.kind !== 'list' && (type.kind !== 'entity' || type.entity === 'category'),
  );
}

const holeValues = (template: typed.Template | undefined): readonly typed.Expression[] =>
  template?.parts.flatMap((part) => (part.kind === 'hole' ? [part.value] : [])) ?? [];

/**
 * The objects that a body must name: those it binds, and what it picked from the scene where a text prints it
 * or the answer is it. Of a drawn set only the first are in this body.
 */
export function namedObjects(body: UnnamedBody, binders: readonly typed.Binder[]): readonly typed.Entity[] {
  const bound = binders.flatMap((b, i) => b.entities.slice(0, body.sizes.get(i) ?? b.entities.length));
  const texts = [
    ...body.asks,
    ...body.claims.flatMap((c) => c.phrasings.map((p) => p.template)),
    ...(body.choices?.kind === 'statements' ? body.choices.statements.map((s) => s.says) : []),
    ...body.reasons.map((r) => r.say),
    ...(body.answer?.as ? [body.answer.as] : []),
  ];
  const printed = new Set([
    ...texts.flatMap(holeValues).flatMap(mayBe),
    ...(body.answer ? mayBe(body.answer.value) : []),
  ]);
  const picked = body.lets.flatMap((l) => (l.kind === 'entity' && printed.has(l.entity) ? [l.entity] : []));
  return [...bound, ...picked].filter((e) => e.kind === 'object');
}
