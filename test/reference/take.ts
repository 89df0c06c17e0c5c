/** `take n per scene` and `take n per object`: the askable tuples with the least draws, in one scene; `per task`: over all. */
import type * as ast from '../../compiler/syntax/ast.js';
import { cutTo } from './cuts.js';
import { draw } from './draws.js';
import type { Drafted } from './question.js';
import { compareIds } from './whole-units.js';

export function take(drafted: readonly Drafted[], task: ast.Task): readonly Drafted[] {
  const takes = task.takes.filter(({ per }) => per.text !== 'task');
  return takes.reduce<readonly Drafted[]>((left, each) => takeOne(left, each), drafted);
}

/** A cut over the questions of all scenes. */
export function takePerTask(drafted: readonly Drafted[], task: ast.Task): readonly Drafted[] {
  const takes = task.takes.filter(({ per }) => per.text === 'task');
  return takes.reduce<readonly Drafted[]>((left, { count }) => cutTo(left, 'select task', count), drafted);
}

function takeOne(drafted: readonly Drafted[], { count, per }: ast.Take): readonly Drafted[] {
  const group = ({ tuple }: Drafted) => (per.text === 'scene' ? '' : (tuple.bound[0]?.id ?? ''));
  const groups = new Set(drafted.map(group));
  const kept = new Set(
    [...groups].flatMap((key) =>
      least(
        drafted.filter((each) => group(each) === key),
        count,
      ),
    ),
  );
  return drafted.filter((each) => kept.has(each));
}

function least(drafted: readonly Drafted[], count: number): readonly Drafted[] {
  const ranked = drafted.map((each) => ({ each, draw: draw(each.tuple.key, 'select') }));
  ranked.sort((a, b) => a.draw - b.draw || compareIds(a.each.tuple.key.ids, b.each.tuple.key.ids));
  return ranked.slice(0, count).map(({ each }) => each);
}
