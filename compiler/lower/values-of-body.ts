/** What tells a body from the others of its task, in the names of its groups. */
import type * as typed from '../check/typed.js';

/** The values of finite binders, then the sizes of drawn sets, each with `, ` before it; nothing where there is one body. */
export function valuesOfBody(task: typed.Task, { values, sizes }: typed.Body): string {
  if (task.bodies.length === 1) return '';
  const finite = task.finite.map((f, i) => f.values[values[i] ?? 0] ?? '');
  const drawn = task.binders.flatMap((_, i) => sizes.get(i) ?? []);
  return [...finite, ...drawn].map((value) => `, ${value}`).join('');
}
