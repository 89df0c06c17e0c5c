/** Which questions compete for a place in balance: claims by phrasing and truth, enumerations and counts by answer. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ClaimPhrasing } from './claims.js';
import type { Cell } from './cuts.js';
import type { Drafted } from './question.js';
import type { Definitions } from './scene-context.js';
import { isSwapSymmetric } from './swap-symmetry.js';
import { isSame, plain, truth, type Value } from './value.js';

/** The cell of a question; undefined where nothing competes, or the drawn order sees to the balance. */
export function cellsOf(task: ast.Task, definitions: Definitions): (item: Drafted) => Cell | undefined {
  if (!task.balance) return () => undefined;
  const isSymmetric = symmetryOfPhrasings(definitions);
  return (item) => {
    const { question, claim, answer, form } = item;
    const own = bodyOf(task, item);
    if (claim !== undefined) return claimCell(item, claim, isSymmetric(item, claim), own);
    return isCounted(answer) ? { group: groupOf([question.format, ...own]), form, value: text(answer) } : undefined;
  };
}

const groupOf = (parts: readonly string[]): string => parts.join(', ');

/** Of a task with several bodies: finite values, then how many each drawn set holds. */
function bodyOf({ binders }: ast.Task, { tuple }: Drafted): readonly string[] {
  const isOne = binders.every((b) => (b.kind === 'finite' ? b.values.length === 1 : b.size?.least === b.size?.most));
  if (isOne) return [];
  const sizes = binders.flatMap((binder) => {
    if (binder.kind === 'finite' || binder.order !== 'drawn') return [];
    return [tuple.bound.filter(({ name }) => name === binder.names[0]?.text).length];
  });
  // Finite values stand behind the ids of what is bound.
  return [...tuple.key.ids.slice(tuple.bound.length), ...sizes.map(String)];
}

const text = (value: Value): string => String(plain(value));

function isCounted(answer: Value): boolean {
  if (answer.kind === 'quantity') return answer.measure === 'count';
  return answer.kind === 'word' && answer.domain !== 'category';
}

function claimCell(
  { phrasing, answer, stated, form }: Drafted,
  claim: ClaimPhrasing,
  isSymmetric: boolean,
  own: readonly string[],
): Cell | undefined {
  const parts = [`claim ${phrasing + 1}`, ...own];
  const value = isSame(answer, truth(true)) ? 'True' : 'False';
  if (claim.statement !== undefined) return isSymmetric ? undefined : { group: groupOf(parts), form, value };
  // Its truth is drawn; but a word or number that is seldom right must not be stated wrongly as often.
  return stated !== undefined && isCounted(stated)
    ? { group: groupOf([...parts, text(stated)]), form, value }
    : undefined;
}

/** Whether the drawn order of a set brings about parity of a phrasing, found once per body. */
function symmetryOfPhrasings(definitions: Definitions): (item: Drafted, claim: ClaimPhrasing) => boolean {
  const known = new Map<ast.Task, Map<number, boolean>>();
  return ({ body, phrasing }, { statement }) => {
    const ofBody = known.get(body) ?? new Map<number, boolean>();
    const is = ofBody.get(phrasing) ?? (statement !== undefined && isSwapSymmetric(body, statement, definitions));
    known.set(body, ofBody.set(phrasing, is));
    return is;
  };
}
