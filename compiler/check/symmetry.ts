/**
 * Parity by the draw (S9): a claim about a set is as often true as false when swapping two of its members
 * negates the condition and leaves every guard as it is. Decided on a normal form, written as text.
 */
import type * as typed from './typed.js';

interface View {
  readonly rename: ReadonlyMap<string, string>;
  /** Take the negation. */
  readonly negated: boolean;
}

const plain: View = { rename: new Map(), negated: false };

/** True when the draw alone balances the claim. */
export function balancedByDraw(task: typed.Task, { phrasings, when: condition }: typed.Claim): boolean {
  // What is askable must not depend on who is named first: not by a hole that may be unknown, nor by a group's size.
  const plainHoles = phrasings.every((t) => t.parts.every((p) => p.kind === 'text' || p.value.kind === 'entity'));
  if (!plainHoles || task.takes.some((t) => t.per === 'object')) return false;
  const sets = task.binders.filter((b) => b.order === 'set' && b.entities.length > 1);
  const [set] = sets;
  if (!set || sets.length > 1) return false;
  const names = set.entities.map((e) => e.name);
  return pairs(names).every(([a, b]) => {
    if (!namedAlike(task, a, b)) return false;
    const rename = new Map([
      [a, b],
      [b, a],
    ]);
    const swapped = form(condition, { rename, negated: false });
    const negated = form(condition, { ...plain, negated: true });
    return swapped !== undefined && swapped === negated && task.wheres.every((w) => same(w, rename));
  });
}

/** The two may be named in the same ways: `refer a by category` makes roles of a draw. */
function namedAlike({ naming }: typed.Task, a: string, b: string): boolean {
  const ways = (name: string): string => JSON.stringify(naming.find((n) => n.entity.name === name)?.strategies);
  return ways(a) === ways(b);
}

function same(e: typed.Expression, rename: ReadonlyMap<string, string>): boolean {
  const before = form(e, plain);
  return before !== undefined && before === form(e, { rename, negated: false });
}

function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
}

/** The normal form of a condition; undefined where its negation has none (a conjunction, an equality). */
function form(e: typed.Expression, view: View): string | undefined {
  switch (e.kind) {
    case 'not':
      return form(e.of, { ...view, negated: !view.negated });
    case 'less': {
      // not (x < y) is y < x: both are unknown together.
      const [l, r] = view.negated ? [e.right, e.left] : [e.left, e.right];
      const both = operands('less', [l, r], view);
      return both && `${both} by ${e.margin.absolute},${e.margin.relativePpm}`;
    }
    case 'agree':
      return wrap(
        'agree',
        e.conditions.map((c) => form(c, view)),
      );
    case 'relation': {
      const inner = new Map([
        [e.relation.left.name, renamed(e.left.name, view)],
        [e.relation.right.name, renamed(e.right.name, view)],
      ]);
      return form(e.relation.body, { rename: inner, negated: view.negated });
    }
    case 'let':
      return once(e.let, view, 'form', () => form(e.let.value, view));
    case 'and':
    case 'or': {
      const kind = view.negated ? (e.kind === 'and' ? 'or' : 'and') : e.kind;
      const sides = [form(e.left, view), form(e.right, view)];
      return wrap(kind, sides.every((s) => s !== undefined) ? sides.toSorted() : sides);
    }
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'fact':
    case 'component':
    case 'extents':
    case 'extent':
    case 'distance':
    case 'sector':
    case 'abs':
    case 'negative':
    case 'arithmetic':
    case 'view':
    case 'about':
    case 'exact':
    case 'called':
    case 'if':
    case 'pick':
    case 'count':
    case 'error':
      return view.negated ? undefined : value(e, view);
  }
}

/** The normal form of a value. Products of two entities that do not care for their order are sorted. */
function value(e: typed.Expression, view: View): string | undefined {
  switch (e.kind) {
    case 'fact':
      return `${renamed(e.entity.name, view)}.${e.fact.name}`;
    case 'extent':
      return `span ${renamed(e.entity.name, view)}.${e.component}`;
    case 'entity':
      return renamed(e.entity.name, view);
    case 'distance':
      return `distance ${[renamed(e.from.name, view), renamed(e.to.name, view)].sort().join()}`;
    case 'component':
      return wrap(e.component, [value(e.of, view)]);
    case 'abs':
    case 'negative':
    case 'sector':
      return wrap(e.kind, [value(e.of, view)]);
    case 'view':
      return wrap(
        `from ${e.viewer.kind === 'entity' ? [e.viewer.at, ...(e.viewer.toward ? [e.viewer.toward] : [])].map((v) => renamed(v.name, view)).join(' toward ') : e.viewer.kind}`,
        [value(e.of, view)],
      );
    case 'arithmetic':
      return operands(e.operator, [e.left, e.right], view);
    case 'number':
      return `${e.whole}`;
    case 'text':
    case 'enumeration':
      return JSON.stringify(e.value);
    case 'boolean':
      return `${e.value}`;
    case 'let':
      return once(e.let, view, 'value', () => value(e.let.value, view));
    case 'exact':
      return operands(`exact ${e.operator}`, [e.left, e.right], view);
    case 'about':
      return operands('about', [e.left, e.right], view);
    case 'called':
      return wrap(`called ${renamed(e.thing.name, view)}`, [value(e.category, view)]);
    case 'if':
      return wrap('if', [form(e.condition, view), value(e.consequent, view), value(e.otherwise, view)]);
    case 'less':
    case 'agree':
    case 'not':
    case 'and':
    case 'or':
    case 'relation':
      return form(e, view);
    // Sets of their own are not compared: such a claim is balanced by quota.
    case 'pick':
    case 'count':
    case 'extents':
    case 'error':
      return undefined;
  }
}

/** Lets are seen through, and one may stand in many: each is walked once per view. */
function once(
  declared: typed.Let,
  view: View,
  kind: 'form' | 'value',
  make: () => string | undefined,
): string | undefined {
  const forms = letForms.get(declared) ?? new Map<string, string | undefined>();
  letForms.set(declared, forms);
  const key = `${kind} ${view.negated} ${[...view.rename].join(' ')}`;
  if (!forms.has(key)) forms.set(key, make());
  return forms.get(key);
}

const letForms = new WeakMap<typed.Let, Map<string, string | undefined>>();

const renamed = (name: string, view: View): string => view.rename.get(name) ?? name;

function operands(name: string, of: readonly typed.Expression[], view: View): string | undefined {
  return wrap(
    name,
    of.map((e) => value(e, view)),
  );
}

function wrap(name: string, parts: readonly (string | undefined)[]): string | undefined {
  if (!parts.every((p) => p !== undefined)) return undefined;
  const whole = `${name}(${parts.join('; ')})`;
  // What is that large is balanced by quota, which is always right.
  return whole.length < 10_000 ? whole : undefined;
}
