/**
 * A normal form of conditions and values, as text: lets, relations and facts seen through, comparisons turned one way,
 * negations pushed to the comparisons. Equal text means equal meaning; undefined where a form is lacking.
 */
import { headOf } from './form-head.js';
import { opposite } from './opposite.js';
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

/** A condition. */
const form = (e: typed.Expression, view: View): string | undefined =>
  isKept(e, view) ? once(e, view, () => condition(e, view)) : condition(e, view);

/** A number, a word, or a condition as it is. */
const value = (e: typed.Expression, view: View): string | undefined =>
  isKept(e, view) ? once(e, view, () => quantity(e, view)) : quantity(e, view);

/** With either sign, or as it is and negated: within one another they would be walked twice at every depth. */
const triedTwice: ReadonlySet<typed.Expression['kind']> = new Set([
  ...(['less', 'exact', 'about', 'if', 'known', 'arithmetic', 'abs', 'length', 'angle'] as const),
]);

/** Under the names that are written the same form is asked for again and again: of a guard, and of all that it stands in. */
const isKept = (e: typed.Expression, { rename }: View): boolean =>
  triedTwice.has(e.kind) || (rename.size === 0 && !leaves.has(e.kind));

/** What has no parts; a let is kept for all that name it. */
const leaves: ReadonlySet<typed.Expression['kind']> = new Set([
  ...(['number', 'text', 'boolean', 'enumeration', 'entity', 'fact', 'let'] as const),
]);

/** What has no contrary of its own is negated as a whole. */
function condition(e: typed.Expression, view: View): string | undefined {
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
  if (e.kind === 'if') return either(e.condition, form(e.consequent, view), form(e.otherwise, view), plain);
  const whole = value(e, plain);
  return view.negated ? wrap('not', [whole]) : whole;
}

/** `if p then x else y` is `if not p then y else x`: the one whose condition comes first by its form. */
function either(
  p: typed.Expression,
  consequent: string | undefined,
  otherwise: string | undefined,
  plain: View,
): string | undefined {
  const [holds, fails] = [form(p, plain), form(p, { ...plain, negated: true })];
  if (holds === undefined || fails === undefined || holds <= fails) return wrap('if', [holds, consequent, otherwise]);
  return wrap('if', [fails, otherwise, consequent]);
}

/** `p and q and r`, however it is bracketed. */
export function joined(e: typed.Expression, kind: 'and' | 'or'): readonly typed.Expression[] {
  return e.kind === kind ? [...joined(e.left, kind), ...joined(e.right, kind)] : [e];
}

/** Of exact numbers one of `x < y` and `y <= x` is true, and of words one of `x = y` and `x != y`. */
function exact(e: Extract<typed.Expression, { kind: 'exact' }>, view: View): string | undefined {
  const { operator } = e;
  const plain: View = { ...view, negated: false };
  if (operator === '=' || operator === '!=') {
    const head = `exact ${(operator === '=') === view.negated ? '!=' : '='}`;
    return ofBoth(e, plain, (left, right) => sorted(head, [left, right]));
  }
  const contrary = operator === '<' ? '<=' : '<';
  return ordered(`exact ${view.negated ? contrary : operator}`, e, view);
}

/** not (x < y) is y < x: both are unknown together. */
function less(e: Extract<typed.Expression, { kind: 'less' }>, view: View): string | undefined {
  const both = ordered('less', e, view);
  return both && `${both} by ${e.margin.absolute},${e.margin.relativePpm}`;
}

/** x < y is -y < -x. The negation has its sides exchanged. */
function ordered(
  head: string,
  { left, right }: { readonly left: typed.Expression; readonly right: typed.Expression },
  view: View,
): string | undefined {
  const sides = view.negated ? { left: right, right: left } : { left, right };
  const make = (low: string | undefined, high: string | undefined): string | undefined => wrap(head, [low, high]);
  return ofBoth(sides, { ...view, negated: false }, make, (low, high) => make(high, low));
}

/** What has no sign is the same of a difference and of its opposite: a magnitude, a length. */
function unsigned(head: string, of: typed.Expression, view: View): string | undefined {
  const other = opposite(of);
  const whole = value(of, view);
  return other ? sorted(head, [whole, value(other, view)]) : wrap(head, [whole]);
}

/** What says the same of both sides with the contrary signs: of the two forms the one that comes first. */
function ofBoth(
  { left, right }: { readonly left: typed.Expression; readonly right: typed.Expression },
  view: View,
  make: (left: string | undefined, right: string | undefined) => string | undefined,
  turn = make,
): string | undefined {
  const whole = make(value(left, view), value(right, view));
  const [low, high] = [opposite(left), opposite(right)];
  const turned = low && high && turn(value(low, view), value(high, view));
  return whole !== undefined && turned !== undefined && turned < whole ? turned : whole;
}

function quantity(e: typed.Expression, view: View): string | undefined {
  if (e.kind === 'let') return once(e.let, view, () => value(e.let.value, view));
  if (e.kind === 'user fact') {
    const rename = new Map([[e.fact.parameter.name, renamed(e.entity, view)]]);
    return value(e.fact.body, { ...view, rename });
  }
  if (isCondition(e)) return form(e, view);
  if (e.kind === 'known') return known(e.of, view);
  if (e.kind === 'pick' || e.kind === 'sort' || e.kind === 'pick order') return chosen(e, view);
  const negated = e.kind === 'negative' ? opposite(e.of) : undefined;
  if (negated) return value(negated, view);
  if (e.kind === 'abs' || e.kind === 'length') return unsigned(e.kind, e.of, view);
  if (e.kind === 'if')
    return either(e.condition, value(e.consequent, view), value(e.otherwise, view), { ...view, negated: false });
  const head = headOf(e, (place) => (place === 'camera' ? place : renamed(place, view)));
  if (head === undefined) return undefined;
  const join = eitherWay(e) ? sorted : wrap;
  if (turnsBoth(e)) return ofBoth(e, view, (left, right) => join(head, [left, right]));
  return join(head, operands(e, view));
}

/** Things by what each is measured by, in no order: for an order each of its lengths. */
function chosen(
  e: Extract<typed.Expression, { kind: 'pick' | 'sort' | 'pick order' }>,
  view: View,
): string | undefined {
  const measures = e.by.map((by, i) => {
    const member = e.kind === 'pick order' ? undefined : e.members[i];
    const measure = value(by, view);
    return measure && `${member ? renamed(member, view) : ''}: ${measure}`;
  });
  return sorted(`${e.kind} ${e.most} ${e.kind === 'pick' ? e.rank : ''}`, measures);
}

/** Whether the order of its parts means nothing. */
function eitherWay(e: typed.Expression): boolean {
  if (e.kind === 'arithmetic') return e.operator === '+' || e.operator === '*';
  return e.kind === 'tally' || e.kind === 'about' || e.kind === 'angle';
}

/** Whether it stays as it is where both of its sides have the contrary sign. */
function turnsBoth(e: typed.Expression): e is Extract<typed.Expression, { kind: 'arithmetic' | 'about' | 'angle' }> {
  if (e.kind === 'arithmetic') return e.operator === '*' || e.operator === '/';
  return e.kind === 'about' || e.kind === 'angle';
}

/** A condition and its negation are known together. */
function known(e: typed.Expression, view: View): string | undefined {
  const plain = form(e, { ...view, negated: false });
  return sorted('known', [plain, form(e, { ...view, negated: true }) ?? plain]);
}

function operands(e: typed.Expression, view: View): readonly (string | undefined)[] {
  if (e.kind !== 'count' && e.kind !== 'exists') return partsOf(e).map((part) => value(part, view));
  // The member's name is its own affair, and so is the order of what it must be called.
  const { variable, where, categories } = e.kind === 'count' ? e : e.count;
  const outer = [...view.rename.values()].filter((name) => name.startsWith('#')).length;
  const rename = new Map([...view.rename, [variable.name, `#${outer}`]]);
  const formOf = (part: typed.Expression): string | undefined => value(part, { ...view, rename });
  return [formOf(where), sorted('of', categories.map(formOf))];
}

const conditions: ReadonlySet<typed.Expression['kind']> = new Set([
  ...(['less', 'exact', 'agree', 'not', 'and', 'or', 'relation', 'boolean'] as const),
]);
const isCondition = (e: typed.Expression): boolean =>
  conditions.has(e.kind) || (e.kind === 'if' && e.type.kind === 'boolean');

/** What stands in several forms is walked once per view: a let, and what is tried with either sign. */
function once(of: object, view: View, make: () => string | undefined): string | undefined {
  const key = `${view.negated} ${view.rename.size === 0 ? '' : [...view.rename].join(' ')}`;
  const forms = knownForms.get(of) ?? new Map<string, string | undefined>();
  if (forms.size === 0) knownForms.set(of, forms);
  if (!forms.has(key)) forms.set(key, make());
  return forms.get(key);
}

const knownForms = new WeakMap<object, Map<string, string | undefined>>();

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
