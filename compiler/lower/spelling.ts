/**
 * Typed expressions in the language again, with the names of the task: what stands for a parameter, a member of a set or a
 * finite value is put in. Only for people; comparisons stand as they were written, `a > b` is not turned round.
 */
import type * as typed from '../check/typed.js';
import type { Put } from '../ir/evidence.js';
import { wholePerUnit } from '../types/unit.js';
import { wordsOf } from './finite-words.js';

/** What an entity is called here: a side of a relation by what stands on it. */
export type NameOf = (entity: typed.Entity) => string;

/** Whether an expression is made of others by signs alone: then numbers are put in for its parts, not for itself. */
export type Composed = Extract<
  typed.Expression,
  {
    kind:
      | ('arithmetic' | 'abs' | 'negative' | 'less' | 'about' | 'exact' | 'if' | 'tuple')
      | ('and' | 'or' | 'not' | 'known' | 'agree');
  }
>;

const composed: ReadonlySet<string> = new Set<Composed['kind']>([
  ...(['arithmetic', 'abs', 'negative', 'less', 'about', 'exact', 'if', 'tuple'] as const),
  ...(['and', 'or', 'not', 'known', 'agree'] as const),
]);

export const isComposed = (e: typed.Expression): e is Composed => composed.has(e.kind);

/** The text of a composed expression around its parts. */
export function around(e: Composed, part: (e: typed.Expression) => Put): Put {
  switch (e.kind) {
    case 'arithmetic':
      return [
        ...operand(e.left, e.operator, false, part),
        ` ${e.operator} `,
        ...operand(e.right, e.operator, true, part),
      ];
    case 'abs':
      return ['abs(', ...part(e.of), ')'];
    case 'negative':
      return ['-', ...part(e.of)];
    case 'less':
      return compared(e, '<', '>', part);
    case 'about':
      return compared(e, 'is about', 'is about', part);
    case 'exact':
      return compared(e, e.operator, turned[e.operator], part);
    case 'and':
    case 'or':
      return [...part(e.left), ` ${e.kind} `, ...part(e.right)];
    case 'not':
    case 'known':
      return [`${e.kind} `, ...part(e.of)];
    case 'agree':
      return ['agree(', ...listed(e.conditions, part), ')'];
    case 'tuple':
      return ['(', ...listed(e.items, part), ')'];
    case 'if':
      return ['if ', ...part(e.condition), ' then ', ...part(e.consequent), ' else ', ...part(e.otherwise)];
  }
}

const turned = { '<': '>', '<=': '>=', '=': '=', '!=': '!=' } as const;

/** The checker turns `a > b` into `b < a`: what stood first tells which was written. */
function compared(
  { left, right }: { readonly left: typed.Expression; readonly right: typed.Expression },
  sign: string,
  signTurned: string,
  part: (e: typed.Expression) => Put,
): Put {
  const wasTurned = left.span.file === right.span.file && right.span.start < left.span.start;
  return wasTurned ? [...part(right), ` ${signTurned} `, ...part(left)] : [...part(left), ` ${sign} `, ...part(right)];
}

function operand(e: typed.Expression, beside: string, second: boolean, part: (e: typed.Expression) => Put): Put {
  if (e.kind !== 'arithmetic') return part(e);
  const sums = (operator: string): boolean => operator === '+' || operator === '-';
  const loose = sums(e.operator) && !sums(beside);
  const same = second && sums(e.operator) === sums(beside) && (beside === '-' || beside === '/');
  return loose || same ? ['(', ...part(e), ')'] : part(e);
}

const listed = (all: readonly typed.Expression[], part: (e: typed.Expression) => Put): Put =>
  all.flatMap((e, i) => (i === 0 ? part(e) : [', ', ...part(e)]));

export function spell(e: typed.Expression, name: NameOf): string {
  const again = (x: typed.Expression): string => spell(x, name);
  return isComposed(e) ? around(e, (x) => [again(x)]).join('') : spellSingle(e, name, again);
}

function spellSingle(
  e: Exclude<typed.Expression, Composed>,
  name: NameOf,
  again: (e: typed.Expression) => string,
): string {
  switch (e.kind) {
    case 'number':
      return amount(e);
    case 'text':
      return `"${e.value}"`;
    case 'boolean':
      return String(e.value);
    case 'enumeration':
      return e.value;
    case 'entity':
      return name(e.entity);
    case 'let':
      return e.let.name;
    case 'unknown':
      return 'unknown';
    case 'option':
      return 'option';
    case 'words':
      return wordsOf(e.words, 'plain');
    case 'list':
      return setOf(e.members, name);
    case 'fact':
    case 'user fact':
      return `${name(e.entity)}.${e.fact.name}`;
    case 'component':
      return e.of.kind === 'view' || e.of.kind === 'arithmetic'
        ? `(${again(e.of)}).${e.component}`
        : `${again(e.of)}.${e.component}`;
    case 'extents':
      return `span(${name(e.entity)})`;
    case 'extent':
      return `span(${name(e.entity)}).${e.component}`;
    case 'distance':
      return `distance(${place(e.from, name)}, ${place(e.to, name)})`;
    case 'gap':
      return `gap(${name(e.from)}, ${name(e.to)})`;
    case 'footprint':
      return `footprint(${name(e.entity)})`;
    case 'overlap':
      return `overlap(footprint(${name(e.of)}), footprint(${name(e.over)}))`;
    case 'blocks':
      return `${name(e.blocker)} blocks ${name(e.hidden)} from ${place(e.eye, name)}`;
    case 'angle':
      return `angle(${again(e.left)}, ${again(e.right)})`;
    case 'axis':
      return `axis(${name(e.entity)})`;
    case 'unit':
    case 'length':
      return `${e.kind}(${again(e.of)})`;
    case 'path':
      return `length(${[...(e.from ? [place(e.from, name)] : []), setOf(e.members, name)].join(', ')})`;
    case 'direction words':
      return `words(${again(e.of)})`;
    case 'sector':
      return `${e.sector}(${again(e.of)})`;
    case 'view':
      return `${again(e.of)} from ${viewer(e.viewer, name)}`;
    case 'called':
      return `${name(e.thing)} called ${again(e.category)}`;
    case 'relation':
      return `${name(e.left)} ${e.relation.name} ${name(e.right)}`;
    case 'pick':
      return `the x in ${setOf(e.members, name)} with ${e.rank > 1 ? `rank ${e.rank} ` : ''}${e.most} ${measure(e, name)}`;
    case 'pick order':
      return `the o in orders of ${setOf(e.members, name)} with ${e.most} ${measure(e, name)}`;
    case 'sort':
      return `sort x in ${setOf(e.members, name)} by ${e.most} ${measure(e, name)}`;
    case 'tally':
      return `count(${e.conditions.map(again).join(', ')})`;
    case 'count':
      return `count(${range(e, name)})`;
    case 'exists':
      // `all` is that none has the first and not the second.
      return `${e.negated ? 'no' : 'any'}(${range(e.count, name)})`;
    case 'error':
      return '…';
  }
}

const place = (at: typed.Place, name: NameOf): string => (at === 'camera' ? at : name(at));
const setOf = (members: readonly typed.Entity[], name: NameOf): string => `{${members.map(name).join(', ')}}`;

/** What members, or their orders, are compared by: the first one's, with the variable for it. */
function measure(
  { kind, members, by }: Extract<typed.Expression, { kind: 'pick' | 'pick order' | 'sort' }>,
  name: NameOf,
): string {
  const [first] = by;
  if (!first) return '…';
  if (kind === 'pick order') return spell(first, name).replaceAll(setOf(members, name), 'o');
  return spell(first, (e) => (e === members[0] ? 'x' : name(e)));
}

const range = ({ other, variable, where }: typed.Counting, name: NameOf): string =>
  `${other ? 'other ' : ''}object ${variable.name} where ${spell(where, name)}`;

function viewer(seen: typed.Viewer, name: NameOf): string {
  if (seen.kind !== 'entity') return seen.kind;
  const toward = seen.toward ? ` toward ${place(seen.toward, name)}` : '';
  return `${place(seen.at, name)}${toward}${seen.turned ? ` turned ${seen.turned}` : ''}`;
}

const unitNames = {
  length: ' m',
  area: ' m2',
  volume: ' m3',
  angle: ' deg',
  ratio: '%',
  count: '',
  picture: ' px',
} as const;

function amount({ whole, type }: Extract<typed.Expression, { kind: 'number' }>): string {
  if (type.kind !== 'quantity') return String(whole);
  const { dimension } = type;
  const inUnits = whole / wholePerUnit[dimension];
  return `${dimension === 'ratio' ? inUnits * 100 : inUnits}${unitNames[dimension]}`;
}
