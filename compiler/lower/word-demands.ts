/** Texts of a task that are to be names or labels of things: `x called "chair"`, `a.category = "chair"`. */
import { partsOf } from '../check/parts.js';
import type * as typed from '../check/typed.js';
import type { WordDemand } from '../ir/program.js';
import { expressionsOf } from './demands.js';

export function wordDemandsOf(task: typed.Task): readonly WordDemand[] {
  const found = new Map<string, WordDemand>();
  const seen = new Set<typed.Expression>();
  const visit = (e: typed.Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    for (const demand of wordsIn(e)) found.set(`${demand.at.file} ${demand.at.start}`, demand);
    for (const part of partsOf(e)) visit(part);
  };
  for (const body of task.bodies) for (const e of expressionsOf(body)) visit(e);
  return [...found.values()];
}

function wordsIn(e: typed.Expression): readonly WordDemand[] {
  if (e.kind === 'called') return textIn(e.category, 'name');
  if (e.kind !== 'exact') return [];
  const [left, right] = [e.left, e.right];
  return [...(isCategory(left) ? textIn(right, 'label') : []), ...(isCategory(right) ? textIn(left, 'label') : [])];
}

const isCategory = ({ type }: typed.Expression): boolean => type.kind === 'entity' && type.entity === 'category';

function textIn(e: typed.Expression, as: WordDemand['as']): readonly WordDemand[] {
  if (e.kind === 'let') return textIn(e.let.value, as);
  return e.kind === 'text' ? [{ word: e.value, as, at: e.span }] : [];
}
