/**
 * Which references a body may use (S8): a name that reveals what decides the answer is refused.
 * What is left is tried in the recipe's order, scene by scene.
 */
import { type LexiconGroup, lexiconGroups } from '../std/lexicon.js';
import { landmarkRelations, type StrategyName, sizeSuperlativeNames, superlativeNames } from '../std/references.js';
import type { Context } from './context.js';
import { mayBe } from './dependencies.js';
import { calledIn } from './distinct.js';
import { leakingReference } from './errors.js';
import { type Deciding, decidingOf, namedObjects, type UnnamedBody } from './leaks/deciding.js';
import {
  boxRevealsOf,
  captionRevealsOf,
  ordinalRevealsOf,
  relationReveals,
  sizeReveals,
  superlativeReveals,
} from './leaks/revealed.js';
import { meeting, type Triples } from './leaks/triples.js';
import { refuseWritten } from './leaks/written.js';
import { checkAlike } from './named-alike.js';
import type * as typed from './typed.js';

export interface Refer {
  readonly all: readonly StrategyName[];
  readonly of: ReadonlyMap<string, readonly StrategyName[]>;
}

export function naming(
  body: UnnamedBody,
  task: { readonly binders: readonly typed.Binder[]; readonly nameSpan: typed.Expression['span'] },
  refer: Refer,
  context: Context,
): readonly typed.Naming[] {
  const objects = namedObjects(body, task.binders);
  const deciding = decidingOf(body, objects);
  refuseWritten(body, deciding, context);
  const groups = grouping(body, objects, task.binders);
  const landmarks = landmarksOf(context);
  const captions = captionsOf(deciding, objects);
  const told = new Set<string>();
  const named = objects.map((entity, i) => {
    const wanted = refer.of.get(entity.name) ?? refer.all;
    const analysis: Analysis = { entity, objects, deciding, landmarks, captions };
    const judged = wanted.map((name) => judge(name, analysis));
    const strategies = judged.flatMap((j) => j.allowed);
    const refused = judged.flatMap((j) => j.refused);
    // One clause is one mistake, however many things it leaves without a name. Ways that are none have been told.
    if (strategies.length === 0 && wanted.length > 0 && !told.has(wanted.join())) {
      told.add(wanted.join());
      const also = [{ at: task.nameSpan, note: 'asked here' }];
      context.report(
        leakingReference({ entity: calledIn(entity), wanted, because: because(refused) }, entity.span, also),
      );
    }
    const nameless = deciding.nameless.has(entity);
    return { entity, group: groups.get(entity) ?? i, wanted, strategies, refused, counted: deciding.counted, nameless };
  });
  checkAlike(named, context.report);
  return named;
}

/** Why nothing is left, in one sentence per reason: `position (nearest, farthest)`, or the whole of a strategy. */
function because(refused: readonly typed.Refusal[]): string {
  const of = (all: readonly typed.Refusal[], strategy: StrategyName): readonly string[] =>
    all.flatMap((r) => (r.strategy === strategy ? [r.name] : []));
  const why = [...new Set(refused.map((r) => r.because))].map((reason) => {
    const alike = refused.filter((r) => r.because === reason);
    const names = [...new Set(alike.map((r) => r.strategy))].map((strategy) => {
      const own = of(alike, strategy);
      const whole = own.length === of(refused, strategy).length;
      return whole ? `\`${strategy}\`` : `\`${strategy}\` (${own.join(', ')})`;
    });
    return `${names.join(', ')}: ${reason}`;
  });
  return why.join(' ').replaceAll(/#\d+/g, '');
}

/** Relations by which things are told apart, as far as the library has them: the same for all bodies. */
function landmarksOf({ relations }: Context): readonly typed.Relation[] {
  const before = knownLandmarks.get(relations);
  if (before) return before;
  const found = landmarkRelations.flatMap((name) => standard(name, relations));
  knownLandmarks.set(relations, found);
  return found;
}

const knownLandmarks = new WeakMap<Context['relations'], readonly typed.Relation[]>();

/** Those that say `{a} is … {b}`, with nothing before or after. */
function standard(name: string, relations: Context['relations']): readonly typed.Relation[] {
  const found = [...relations.values()].find((r) => r.name === name);
  const [first, between, last, more] = found?.says ?? [];
  const says = first === 'left' && last === 'right' && more === undefined && typeof between === 'object';
  return found && says && between.text.startsWith(' is ') ? [found] : [];
}

interface Analysis {
  readonly entity: typed.Entity;
  readonly objects: readonly typed.Entity[];
  readonly deciding: Deciding;
  readonly landmarks: readonly typed.Relation[];
  /** The parts of a caption. */
  readonly captions: () => Sifted<LexiconGroup>;
}

interface Judged {
  readonly allowed: readonly typed.Strategy[];
  readonly refused: readonly typed.Refusal[];
}

function judge(name: StrategyName, analysis: Analysis): Judged {
  const { entity, deciding, objects, landmarks, captions } = analysis;
  const refuse = (because: string): Judged => ({ allowed: [], refused: [{ strategy: name, name, because }] });
  if (name !== 'box' && deciding.nameless.has(entity))
    return refuse(`The answer tells what \`${entity.name}\` is, and ${phrases[name]} says so.`);
  switch (name) {
    case 'category':
      return { allowed: [{ kind: 'category' }], refused: [] };
    case 'position': {
      const ends = sift(superlativeNames, name, deciding, (s) => superlativeReveals(s, entity));
      const ordinals = sift(['ordinal'], name, deciding, () => ordinalRevealsOf(entity));
      const left = ends.kept.length > 0 || ordinals.kept.length > 0;
      return {
        allowed: left ? [{ kind: name, superlatives: ends.kept, ordinal: ordinals.kept.length > 0 }] : [],
        refused: [...ends.refused, ...ordinals.refused],
      };
    }
    case 'size': {
      const { kept, refused } = sift(sizeSuperlativeNames, name, deciding, (s) => sizeReveals(s, entity));
      return { allowed: kept.length > 0 ? [{ kind: name, superlatives: kept }] : [], refused };
    }
    case 'relation': {
      const other = speaksOfOthers(deciding);
      if (other) return refuse(other);
      const names = landmarks.map((r) => r.name);
      const of = (n: string): Triples =>
        landmarks.filter((r) => r.name === n).flatMap((r) => relationReveals(r, entity, objects));
      const { kept, refused } = sift(names, name, deciding, of);
      const relations = landmarks.filter((r) => kept.includes(r.name));
      return { allowed: relations.length > 0 ? [{ kind: name, relations }] : [], refused };
    }
    case 'caption': {
      const other = speaksOfOthers(deciding);
      if (other) return refuse(other);
      if (deciding.triples.some(({ aspect }) => aspect === 'own'))
        return refuse('The answer depends on a column, and nobody knows whether a caption speaks of that.');
      const { kept, refused } = captions();
      return { allowed: [{ kind: name, without: lexiconGroups.filter((g) => !kept.includes(g)) }], refused };
    }
    case 'box': {
      const { kept, refused } = sift(['box'], name, deciding, () => boxRevealsOf('drawn', entity));
      return { allowed: kept.length > 0 ? [{ kind: name }] : [], refused };
    }
  }
}

/** What was refused, by the reason why. */
export function reasons(
  refused: readonly typed.Refusal[],
): readonly { readonly names: readonly string[]; readonly because: string }[] {
  const found = new Map<string, string[]>();
  for (const { strategy, name, because } of refused)
    found.set(because, [...(found.get(because) ?? []), strategy === name ? name : `${strategy} ${name}`]);
  return [...found].map(([because, names]) => ({ names, because }));
}

/** Landmarks and captions name more than the thing itself. */
function speaksOfOthers({ counted, nameless }: Deciding): string | undefined {
  if (counted.length > 0) return 'Things are counted, and it speaks of other things.';
  const [told] = nameless;
  return told && `The answer tells what \`${told.name}\` is, and it may speak of that.`;
}

const phrases: Readonly<Record<StrategyName, string>> = {
  category: 'its noun',
  position: 'its noun',
  size: 'its noun',
  relation: 'its noun',
  caption: 'its caption',
  box: 'its box',
};

/** Names that reveal nothing by which the answer is decided, and why the others do. */
function sift<Name extends string>(
  names: readonly Name[],
  strategy: StrategyName,
  { levels }: Deciding,
  reveals: (name: Name) => Triples,
): Sifted<Name> {
  const found = names.map((name) => ({ name, met: meeting(reveals(name), levels) }));
  return {
    kept: found.flatMap(({ name, met }) => (met ? [] : [name])),
    refused: found.flatMap(({ name, met }) => {
      if (!met) return [];
      const because = `tells of \`${met.thing.name}.${met.aspect}\`, by which the answer is decided.`;
      return [{ strategy, name, because }];
    }),
  };
}

interface Sifted<Name extends string> {
  readonly kept: readonly Name[];
  readonly refused: readonly typed.Refusal[];
}

/** A caption may speak of every object, whichever it names: once for all of them. */
function captionsOf(deciding: Deciding, objects: readonly typed.Entity[]): () => Sifted<LexiconGroup> {
  let found: Sifted<LexiconGroup> | undefined;
  return () => {
    found ??= sift(lexiconGroups, 'caption', deciding, (group) => captionRevealsOf(group, objects));
    return found;
  };
}

/**
 * All options of a question are named alike, and so are the members of a set, between which a claim decides: else the
 * boxed one would be the middle one. They form groups, numbered by their first entities.
 */
function grouping(
  { choices, answer }: UnnamedBody,
  objects: readonly typed.Entity[],
  binders: readonly typed.Binder[],
): ReadonlyMap<typed.Entity, number> {
  const options = [
    ...(choices?.kind === 'entities' ? choices.entities : []),
    ...(choices?.kind === 'orders' ? choices.members : []),
    ...(choices?.kind === 'statements' ? choices.statements.flatMap((s) => s.says.parts.flatMap(printedBy)) : []),
    ...(answer ? mayBe(answer.value) : []),
  ];
  const sets = binders.flatMap((b) => (b.order === 'set' || b.order === 'drawn' ? [b.entities] : []));
  let groups = new Map(objects.map((o, i) => [o, i]));
  for (const together of [options, ...sets]) {
    const joined = new Set(together.flatMap((o) => groups.get(o) ?? []));
    const first = Math.min(...joined);
    groups = new Map([...groups].map(([o, group]) => [o, joined.has(group) ? first : group]));
  }
  return groups;
}

const printedBy = (part: typed.TemplatePart): readonly typed.Entity[] =>
  part.kind === 'hole' ? mayBe(part.value) : [];
