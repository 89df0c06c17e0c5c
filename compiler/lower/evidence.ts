/**
 * A typed expression as evidence: its value, what it is made of with the numbers put in, and the definitions of relations
 * and facts that it uses. Everything is read from columns that the expression itself was lowered to.
 */
import type * as typed from '../check/typed.js';
import type { Candidates, Choice, Compared, Evidence, Put, Reading, Sector } from '../ir/evidence.js';
import { sectors } from '../std/functions.js';
import { lower } from './expression.js';
import { type Hold, readingOf } from './reading.js';
import { renamed, type Scope } from './scope.js';
import { around, isComposed, type NameOf, spell } from './spelling.js';

/** Where an expression stands: how its entities are reached and called, and which query holds its columns. */
export interface Looking {
  readonly scope: Scope;
  readonly name: NameOf;
  readonly hold: Hold;
  /** What a range over the scene looks at. */
  readonly candidates: (counting: Ranging, looking: Looking) => Candidates;
}

export type Ranging = Pick<typed.Counting, 'other' | 'variable' | 'where' | 'categories'> &
  Partial<Pick<typed.ScenePick, 'by' | 'most' | 'margin'>>;

export function evidenceOf(e: typed.Expression, looking: Looking): Evidence {
  const { name } = looking;
  return {
    at: e.span,
    written: spell(e, name),
    value: read(e, looking),
    put: isConnective(e) || !isComposed(e) ? undefined : around(e, (part) => put(part, looking)),
    compared: comparedIn(e, looking),
    choice: choiceIn(e, name),
    sector: e.kind === 'sector' ? sectorIn(e, looking) : undefined,
    candidates:
      e.kind === 'count'
        ? looking.candidates(e, looking)
        : e.kind === 'exists'
          ? looking.candidates(e.count, looking)
          : undefined,
    parts: partsIn(e, looking),
  };
}

const read = (e: typed.Expression, { scope, name, hold }: Looking): Reading =>
  readingOf(lower(e, scope), e, name, hold);

/** Whose operands each get a line. */
type Connective = Extract<typed.Expression, { kind: 'and' | 'or' | 'not' | 'known' | 'agree' }>;

const isConnective = (e: typed.Expression): e is Connective => ['and', 'or', 'not', 'known', 'agree'].includes(e.kind);

function put(e: typed.Expression, looking: Looking): Put {
  if (isConnective(e)) return [read(e, looking)];
  if (isComposed(e)) return around(e, (part) => put(part, looking));
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'unknown':
    case 'words':
      return [spell(e, looking.name)];
    case 'entity':
      return e.entity.kind === 'category' ? [read(e, looking)] : [looking.name(e.entity)];
    case 'option':
    case 'footprint':
    case 'extents':
    case 'error':
      return [spell(e, looking.name)];
    case 'let':
    case 'list':
    case 'fact':
    case 'user fact':
    case 'component':
    case 'extent':
    case 'distance':
    case 'gap':
    case 'overlap':
    case 'blocks':
    case 'angle':
    case 'axis':
    case 'unit':
    case 'path':
    case 'length':
    case 'direction words':
    case 'sector':
    case 'view':
    case 'called':
    case 'relation':
    case 'pick':
    case 'pick order':
    case 'sort':
    case 'tally':
    case 'count':
    case 'exists':
      return [read(e, looking)];
  }
}

function comparedIn(e: typed.Expression, looking: Looking): Compared | undefined {
  if (e.kind !== 'less' && e.kind !== 'about' && e.kind !== 'exact') return undefined;
  if (e.kind === 'exact' && e.left.type.kind !== 'quantity') return undefined;
  return {
    left: read(e.left, looking),
    right: read(e.right, looking),
    margin: e.kind === 'exact' ? undefined : e.margin,
    about: e.kind === 'about',
  };
}

function choiceIn(e: typed.Expression, name: NameOf): Choice | undefined {
  if (e.kind !== 'pick' && e.kind !== 'sort' && e.kind !== 'pick order') return undefined;
  const members = e.kind === 'pick order' ? e.by.map((by) => spell(by, name)) : e.members.map(name);
  return {
    members,
    most: e.most,
    rank: e.kind === 'pick' ? e.rank : e.kind === 'sort' ? undefined : 1,
    margin: e.margin,
  };
}

function sectorIn(e: Extract<typed.Expression, { kind: 'sector' }>, looking: Looking): Sector {
  const { angleDegrees, lengthUm } = looking.scope.settings.margin;
  const values = sectors[e.sector];
  const around = e.sector === 'axis4' ? 180 : 360;
  return {
    values,
    of: read(e.of, looking),
    aroundDegrees: around,
    marginUm: e.of.type.kind === 'direction' || e.of.type.kind === 'axis' ? undefined : lengthUm,
    bandDegrees: Math.min(angleDegrees, around / values.length / 4),
  };
}

/** What is worth a line of its own below an expression. */
function partsIn(e: typed.Expression, looking: Looking): readonly Evidence[] {
  const all = (parts: readonly typed.Expression[]): readonly Evidence[] => parts.map((p) => evidenceOf(p, looking));
  switch (e.kind) {
    case 'and':
    case 'or':
      return all(operandsOf(e.kind, e));
    case 'not':
    case 'known':
      return all([e.of]);
    case 'agree':
      return all(e.conditions);
    case 'if':
      return [evidenceOf(e.condition, looking), ...definitions([e.consequent, e.otherwise], looking)];
    case 'arithmetic':
    case 'less':
    case 'about':
    case 'exact':
    case 'angle':
      return definitions([e.left, e.right], looking);
    case 'abs':
    case 'negative':
    case 'component':
      return definitions([e.of], looking);
    case 'tuple':
      return definitions(e.items, looking);
    case 'relation':
      return defining(
        e.relation.body,
        inside(looking, [
          [e.relation.left, e.left],
          [e.relation.right, e.right],
        ]),
      );
    case 'user fact':
      return defining(e.fact.body, inside(looking, [[e.fact.parameter, e.entity]]));
    case 'sector':
    case 'direction words':
    case 'unit':
    case 'length':
      return e.of.kind === 'let' ? [] : all([e.of]);
    case 'pick':
    case 'pick order':
    case 'sort':
      return all(e.by);
    case 'tally':
      return all(e.conditions);
    case 'count':
    case 'exists':
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'let':
    case 'unknown':
    case 'option':
    case 'words':
    case 'list':
    case 'fact':
    case 'extents':
    case 'extent':
    case 'distance':
    case 'gap':
    case 'footprint':
    case 'overlap':
    case 'blocks':
    case 'axis':
    case 'path':
    case 'view':
    case 'called':
    case 'error':
      return [];
  }
}

/** `p and q and r` is three lines, not a tree. */
function operandsOf(kind: 'and' | 'or', e: typed.Expression): readonly typed.Expression[] {
  return e.kind === kind ? [...operandsOf(kind, e.left), ...operandsOf(kind, e.right)] : [e];
}

/** The lines of a definition: each condition of `agree` by itself. */
function defining(body: typed.Expression, looking: Looking): readonly Evidence[] {
  return isConnective(body) && body.kind !== 'not' && body.kind !== 'known'
    ? partsIn(body, looking)
    : [evidenceOf(body, looking)];
}

function inside(looking: Looking, sides: readonly (readonly [typed.Entity, typed.Entity])[]): Looking {
  const given = new Map(sides);
  const { scope, name } = looking;
  return { ...looking, scope: renamed(scope, given), name: (e) => name(given.get(e) ?? e) };
}

/** What stands within and is defined elsewhere, each once. */
function definitions(all: readonly typed.Expression[], looking: Looking): readonly Evidence[] {
  const found = new Map<string, typed.Expression>();
  const visit = (e: typed.Expression): void => {
    if (isConnective(e) || explains(e)) found.set(spell(e, looking.name), e);
    else for (const part of openParts(e)) visit(part);
  };
  for (const e of all) visit(e);
  return [...found.values()].map((e) => evidenceOf(e, looking));
}

function explains(e: typed.Expression): boolean {
  return ['user fact', 'relation', 'sector', 'direction words', 'pick', 'count', 'exists', 'tally'].includes(e.kind);
}

function openParts(e: typed.Expression): readonly typed.Expression[] {
  switch (e.kind) {
    case 'arithmetic':
    case 'less':
    case 'about':
    case 'exact':
      return [e.left, e.right];
    case 'abs':
    case 'negative':
    case 'component':
      return [e.of];
    case 'tuple':
      return e.items;
    case 'if':
      return [e.condition, e.consequent, e.otherwise];
  }
  return [];
}
