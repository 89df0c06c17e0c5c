/** Which questions compete for a place in balance: claims by phrasing and truth, enumerations and counts by answer. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ClaimPhrasing } from './claims.js';
import type { Cell } from './cuts.js';
import type { Drafted } from './question.js';
import type { Definitions } from './scene-context.js';
import { isSwapSymmetric } from './swap-symmetry.js';
import { plain, type Value } from './value.js';

/** The cell of a question; undefined where nothing competes, or the drawn order sees to the balance. */
export function cellsOf(task: ast.Task, definitions: Definitions): (item: Drafted) => Cell | undefined {
  if (!task.balance) return () => undefined;
  const isSymmetric = symmetryOfPhrasings(definitions);
  return (item) => {
    const { question, claim, answer } = item;
    if (claim !== undefined) return claimCell(item, claim, isSymmetric(item, claim));
    return isCounted(answer) ? { group: question.format, value: text(answer) } : undefined;
  };
}

const text = (value: Value): string => String(plain(value));

function isCounted(answer: Value): boolean {
  if (answer.kind === 'quantity') return answer.measure === 'count';
  return answer.kind === 'word' && answer.domain !== 'category';
}

function claimCell({ phrasing, answer, stated, question }: Drafted, claim: ClaimPhrasing, isSymmetric: boolean) {
  const group = `claim ${phrasing + 1}`;
  if (claim.statement !== undefined) return isSymmetric ? undefined : { group, value: question.answer };
  // Its truth is drawn; but a word or number that is seldom right must not be stated wrongly as often.
  return stated !== undefined && isCounted(stated)
    ? { group: `${group} ${text(stated)}`, value: text(answer) }
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
