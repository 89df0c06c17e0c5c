/**
 * A normal form of conditions and values, as text: lets, relations and facts seen through, comparisons turned one way,
 * negations pushed to the comparisons. Equal text means equal meaning; undefined where a form is lacking.
 */
import { partsOf } from './parts.js';
import { poseForm } from './posed.js';
import type * as typed from './typed.js';

interface View {
  readonly rename: ReadonlyMap<string, string>;
  /** Take the negation. */
  readonly negated: boolean;
}

/** @param rename names that stand for others, as in a swap */
export function normalForm(
  e: typed.Expression,
  rename: ReadonlyMap<string, string>,
  negated: boolean,
): string | undefined {
  return form(e, { rename, negated });
}

/** A condition. What has no contrary of its own is negated as a whole. */
function form(e: typed.Expression, view: View): string | undefined {
  if (e.kind === 'not') return form(e.of, { ...view, negated: !view.negated });
  if (e.kind === 'less') return less(e, view);
  if (e.kind === 'let') return once(e.let, view, () => form(e.let.value, view));
  if (e.kind === 'agree')
    return sorted(
      'agree',
      e.conditions.map((c) => form(c, view)),
    );
  if (e.kind === 'relation')
    return form(e.relation.body, {
      ...view,
      rename: new Map([
        [e.relation.left.name, renamed(e.left, view)],
        [e.relation.right.name, renamed(e.right, view)],
      ]),
    });
  if (e.kind === 'and' || e.kind === 'or') {
    const kind = view.negated ? (e.kind === 'and' ? 'or' : 'and') : e.kind;
    return sorted(
      kind,
      joined(e, e.kind).map((part) => form(part, view)),
    );
  }
  if (e.kind === 'exact') return exact(e, view);
  if (e.kind === 'boolean') return `${e.value !== view.negated}`;
  const plain: View = { ...view, negated: false };
  if (e.kind === 'if') return wrap('if', [form(e.condition, plain), form(e.consequent, view), form(e.otherwise, view)]);
  const whole = value(e, plain);
  return view.negated ? wrap('not', [whole]) : whole;
}

/** `p and q and r`, however it is bracketed. */
export function joined(e: typed.Expression, kind: 'and' | 'or'): readonly typed.Expression[] {
  return e.kind === kind ? [...joined(e.left, kind), ...joined(e.right, kind)] : [e];
}

/** Of exact numbers one of `x < y` and `y <= x` is true, and of words one of `x = y` and `x != y`. */
function exact(
  { operator, left, right }: Extract<typed.Expression, { kind: 'exact' }>,
  view: View,
): string | undefined {
  const plain: View = { ...view, negated: false };
  const sides = [value(left, plain), value(right, plain)];
  if (operator === '=' || operator === '!=')
    return sorted(`exact ${(operator === '=') === view.negated ? '!=' : '='}`, sides);
  const contrary = operator === '<' ? '<=' : '<';
  return view.negated ? wrap(`exact ${contrary}`, sides.toReversed()) : wrap(`exact ${operator}`, sides);
}

/** not (x < y) is y < x: both are unknown together. A difference against zero stands on the left. */
function less(e: Extract<typed.Expression, { kind: 'less' }>, view: View): string | undefined {
  const [low, high] = view.negated ? [e.right, e.left] : [e.left, e.right];
  const odd = isZero(low) ? opposite(high) : undefined;
  const [left, right] = odd ? [odd, low] : [low, high];
  const plain = { ...view, negated: false };
  const both = wrap('less', [value(left, plain), value(right, plain)]);
  return both && `${both} by ${e.margin.absolute},${e.margin.relativePpm}`;
}

const isZero = (e: typed.Expression): boolean =>
  e.kind === 'number' ? e.whole === 0 : e.kind === 'let' && isZero(e.let.value);

/** The same with the contrary sign, for what has one: differences and components of them. */
function opposite(e: typed.Expression): typed.Expression | undefined {
  if (e.kind === 'let') return opposite(e.let.value);
  if (e.kind === 'negative') return e.of;
  if (e.kind === 'arithmetic') return e.operator === '-' ? { ...e, left: e.right, right: e.left } : undefined;
  if (e.kind !== 'component') return undefined;
  const of = opposite(e.of);
  return of && { ...e, of };
}

function value(e: typed.Expression, view: View): string | undefined {
  if (e.kind === 'let') return once(e.let, view, () => value(e.let.value, view));
  if (e.kind === 'user fact') {
    const rename = new Map([[e.fact.parameter.name, renamed(e.entity, view)]]);
    return value(e.fact.body, { ...view, rename });
  }
  if (isCondition(e)) return form(e, view);
  if (e.kind === 'known') return known(e.of, view);
  const head = headOf(e, view);
  return head === undefined ? undefined : (eitherWay(e) ? sorted : wrap)(head, operands(e, view));
}

/** Whether the order of its parts means nothing. */
function eitherWay(e: typed.Expression): boolean {
  if (e.kind === 'arithmetic') return e.operator === '+' || e.operator === '*';
  return e.kind === 'tally' || e.kind === 'about' || e.kind === 'angle';
}

/** A condition and its negation are known together. */
function known(e: typed.Expression, view: View): string | undefined {
  const plain = form(e, { ...view, negated: false });
  return sorted('known', [plain, form(e, { ...view, negated: true }) ?? plain]);
}

function operands(e: typed.Expression, view: View): readonly (string | undefined)[] {
  if (e.kind !== 'count' && e.kind !== 'exists') return partsOf(e).map((part) => value(part, view));
  // The member's name is its own affair.
  const { variable } = e.kind === 'count' ? e : e.count;
  const outer = [...view.rename.values()].filter((name) => name.startsWith('#')).length;
  const rename = new Map([...view.rename, [variable.name, `#${outer}`]]);
  return partsOf(e).map((part) => value(part, { ...view, rename }));
}

const conditions: ReadonlySet<typed.Expression['kind']> = new Set([
  ...(['less', 'exact', 'agree', 'not', 'and', 'or', 'relation', 'boolean'] as const),
]);
const isCondition = (e: typed.Expression): boolean =>
  conditions.has(e.kind) || (e.kind === 'if' && e.type.kind === 'boolean');

/** What an expression says beside its parts; undefined for what is not compared. */
function headOf(e: typed.Expression, view: View): string | undefined {
  const at = (place: typed.Place): string => (place === 'camera' ? 'camera' : renamed(place, view));
  switch (e.kind) {
    case 'number':
      return `${e.whole}`;
    case 'text':
    case 'enumeration':
      return JSON.stringify(e.value);
    case 'entity':
      return at(e.entity);
    case 'fact':
      return `${at(e.entity)}.${e.fact.name}`;
    case 'extent':
      return `span ${at(e.entity)}.${e.component}`;
    case 'footprint':
    case 'axis':
      return `${e.kind} ${at(e.entity)}`;
    case 'distance':
    case 'gap':
      return `${e.kind} ${[at(e.from), at(e.to)].toSorted().join()}`;
    case 'overlap':
      return `overlap ${at(e.of)},${at(e.over)}`;
    case 'blocks':
      return `blocks ${at(e.blocker)},${at(e.hidden)},${at(e.eye)}`;
    case 'path':
      return e.order ? undefined : `path ${[...(e.from ? [e.from] : []), ...e.members].map(at).join()}`;
    case 'component':
      return e.component;
    case 'sector':
      return e.sector;
    case 'arithmetic':
      return e.operator;
    case 'about':
      return `about by ${e.margin.absolute},${e.margin.relativePpm}`;
    case 'called':
      return `called ${at(e.thing)}`;
    case 'view':
      return `from ${viewer(e.viewer, at)}`;
    case 'count':
    case 'exists': {
      const counting = e.kind === 'count' ? e : e.count;
      return `${e.kind}${e.kind === 'exists' && e.negated ? ' not' : ''}${counting.other ? ' other' : ''}`;
    }
    case 'angle':
    case 'unit':
    case 'length':
    case 'direction words':
    case 'abs':
    case 'negative':
    case 'tuple':
    case 'known':
    case 'unknown':
    case 'if':
    case 'tally':
    case 'less':
    case 'exact':
    case 'boolean':
    case 'agree':
    case 'not':
    case 'and':
    case 'or':
      return e.kind;
    // Such a claim is balanced by quota.
    case 'let':
    case 'relation':
    case 'user fact':
    case 'extents':
    case 'option':
    case 'words':
    case 'list':
    case 'pick':
    case 'pick order':
    case 'sort':
    case 'error':
      return undefined;
  }
}

function viewer(v: typed.Viewer, at: (place: typed.Place) => string): string {
  if (v.kind !== 'entity') return v.kind;
  return [at(v.at), v.toward ? `toward ${at(v.toward)}` : '', v.turned ?? ''].join(' ');
}

/** Lets are seen through, and one may stand in many: each is walked once per view. */
function once(declared: typed.ValueLet, view: View, make: () => string | undefined): string | undefined {
  const forms = letForms.get(declared) ?? new Map<string, string | undefined>();
  letForms.set(declared, forms);
  const key = `${view.negated} ${[...view.rename].join(' ')}`;
  if (!forms.has(key)) forms.set(key, make());
  return forms.get(key);
}

const letForms = new WeakMap<typed.ValueLet, Map<string, string | undefined>>();

function renamed(entity: typed.Entity, view: View): string {
  if (!entity.pose) return view.rename.get(entity.name) ?? entity.name;
  return poseForm(entity.pose, (place) => (place === 'camera' ? place : renamed(place, view)));
}

/** What is that large is balanced by quota, which is always right. */
const largest = 10_000;

function wrap(name: string, parts: readonly (string | undefined)[]): string | undefined {
  if (!parts.every((p) => p !== undefined)) return undefined;
  const whole = parts.length === 0 ? name : `${name}(${parts.join('; ')})`;
  return whole.length < largest ? whole : undefined;
}

function sorted(name: string, parts: readonly (string | undefined)[]): string | undefined {
  return wrap(name, parts.every((p) => p !== undefined) ? parts.toSorted() : parts);
}
