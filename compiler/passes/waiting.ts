/** Steps that make columns and that nothing has read so far: which of them some columns need, and how much work they are. */
import { columnsRead, prefixed } from '../ir/columns.js';
import type { Expression, Named, Of } from '../ir/node.js';

/** A column, or rows of things. */
export type Step = { readonly kind: 'column'; readonly column: Named } | Omit<Of<'lookup'>, 'input'>;

export const readBy = (step: Step): Iterable<string> =>
  step.kind === 'column' ? columnsRead(step.column.value) : step.keys.map(({ is }) => is);

/** Of a step what makes some names, and what makes the others; undefined where there is none. */
function divided(step: Step, wanted: ReadonlySet<string>): readonly [Step | undefined, Step | undefined] {
  if (step.kind === 'column') return wanted.has(step.column.name) ? [step, undefined] : [undefined, step];
  const isWanted = (c: { readonly name: string }): boolean => wanted.has(prefixed(step.prefix, c.name));
  const some = step.columns.filter(isWanted);
  const rest = step.columns.filter((c) => !isWanted(c));
  return [
    some.length > 0 ? { ...step, columns: some } : undefined,
    rest.length > 0 ? { ...step, columns: rest } : undefined,
  ];
}

/** What must be made now so that some columns are there, and what need not. */
export function parted(
  waiting: readonly Step[],
  read: Iterable<string>,
): { readonly now: Step[]; readonly later: Step[] } {
  const wanted = new Set(read);
  const now: Step[] = [];
  const later: Step[] = [];
  for (const step of waiting.toReversed()) {
    const [some, rest] = divided(step, wanted);
    if (some) for (const name of readBy(some)) wanted.add(name);
    if (some) now.unshift(some);
    if (rest) later.unshift(rest);
  }
  return { now, later };
}

/** To look a row up takes about as long as ten functions. */
const lookingUp = 10;

export const workOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (step.kind === 'column' ? 1 + sizeOf(step.column.value) : lookingUp), 0);

const sizes = new WeakMap<Expression, number>();

/** How many functions an expression has. */
function sizeOf(e: Expression): number {
  if (e.kind !== 'apply') return 0;
  const known = sizes.get(e);
  if (known !== undefined) return known;
  const size = e.arguments.reduce((sum, part) => sum + sizeOf(part), 1);
  sizes.set(e, size);
  return size;
}
