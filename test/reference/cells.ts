/** Which questions compete for a place in balance: claims by phrasing and truth, enumerations and counts by answer. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ClaimPhrasing } from './claims.js';
import type { Cell } from './cuts.js';
import { idsOf, plainKey, rightAndWrong } from './option-keys.js';
import type { Drafted } from './question.js';
import type { Definitions } from './scene-context.js';
import { chosenNames, isAnswerDrawn, isSwapSymmetric } from './swap-symmetry.js';
import { isSame, plain, truth, type Value } from './value.js';

/** The cell of a question; undefined where nothing competes, or the drawn order sees to the balance. */
export function cellsOf(task: ast.Task, definitions: Definitions): (item: Drafted) => Cell | undefined {
  const isSymmetric = symmetryOfPhrasings(definitions);
  const guessed = guessedBy(definitions);
  return (item) => {
    const { question, claim, answer, form } = item;
    const own = bodyOf(task, item);
    if (claim !== undefined) return claimCell(item, claim, isSymmetric(item, claim), own, guessed);
    if (question.format === 'choice') return choiceCell(item, own, guessed);
    const value = guessed(item, answer);
    return value === undefined ? undefined : { group: groupOf([question.format, ...own]), form, value };
  };
}

/** What is offered competes: by what it says, and of things by their places. */
function choiceCell(item: Drafted, own: readonly string[], guessed: Guessed): Cell | undefined {
  const { options, form, answer, body } = item;
  if (options === undefined) return undefined;
  if (answer.kind !== 'statement' && guessed(item, answer) === undefined) return undefined;
  const things = idsOf(item, chosenNames(body) ?? []);
  const offered = rightAndWrong(options, (option) => plainKey(option, things));
  return { group: groupOf(['choice', ...own]), form, ...offered };
}

type Guessed = (item: Drafted, answer: Value) => string | undefined;

/** What may repeat of an answer: a word, a number, and who it is where the drawn order does not see to that. */
function guessedBy(definitions: Definitions): Guessed {
  const known = new Map<ast.Task, readonly string[] | undefined>();
  return ({ body, tuple }, answer) => {
    if (isCounted(answer)) return text(answer);
    if (!known.has(body)) known.set(body, isAnswerDrawn(body, definitions) ? undefined : chosenNames(body));
    const names = known.get(body);
    const things = names?.flatMap((name) => tuple.bound.filter((each) => each.name === name));
    const placeOf = (value: Value): number | undefined =>
      things?.findIndex((thing) => value.kind === thing.value.kind && text(value) === thing.id);
    return (
      things && (answer.kind === 'list' ? (answer.items ?? []) : [answer]).map((v) => (placeOf(v) ?? 0) + 1).join(' ')
    );
  };
}

const groupOf = (parts: readonly string[]): string => parts.join(', ');

/** Of a task with several bodies: finite values, then how many each drawn set holds. */
export function bodyOf({ binders }: ast.Task, { tuple }: Drafted): readonly string[] {
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
  item: Drafted,
  claim: ClaimPhrasing,
  isSymmetric: boolean,
  own: readonly string[],
  guessed: Guessed,
): Cell | undefined {
  const { phrasing, answer, stated, form } = item;
  const parts = [`claim ${phrasing + 1}`, ...own];
  const value = isSame(answer, truth(true)) ? 'True' : 'False';
  if (claim.statement !== undefined) return isSymmetric ? undefined : { group: groupOf(parts), form, value };
  // Its truth is drawn; but what is seldom right must not be stated wrongly as often.
  const option = stated && stated.kind !== 'list' ? guessed(item, stated) : undefined;
  return option === undefined ? undefined : { group: groupOf([...parts, option]), form, value };
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
