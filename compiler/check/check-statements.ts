/** `choices statements`: no two speak of the same pair and the same axis, or one of them could be guessed from the other. */
import type { Problem } from './check-choices.js';
import { decides } from './leaks/told.js';
import type * as typed from './typed.js';

/** Their order is drawn among all permutations. */
const mostStatements = 6;

export function checkStatements(
  count: number,
  statements: readonly typed.Statement[],
  answered: boolean,
  problem: Problem,
): typed.Choices | undefined {
  if (answered) return problem('A choice among statements has its answer in itself.', 'Leave out `answer`.');
  if (statements.length > mostStatements)
    return problem(`There are ${statements.length} statements.`, `At most ${mostStatements}.`);
  if (statements.length < 2) return problem('One statement is no choice.', 'List two or more behind `statements`.');
  if (count < 2 || count > 4) return problem(`${count} statements cannot be options.`, 'Choose among 2, 3 or 4.');
  if (count > statements.length)
    return problem(
      `There are ${statements.length} statements, and ${count} are to be options.`,
      `Write \`choices statements ${statements.length}\`, or list more behind \`statements\`.`,
    );
  for (const [i, one] of statements.entries()) {
    const other = statements.slice(i + 1).find((s) => sameAxis(one.relation, s.relation));
    if (other)
      return problem(
        `\`${written(one)}\` and \`${written(other)}\` speak of the same pair and the same axis: one tells of the other.`,
        'Let each speak of another pair, or of another axis.',
      );
  }
  return { kind: 'statements', count, statements };
}

const written = ({ relation }: typed.Statement): string =>
  relation.kind === 'relation'
    ? `${relation.left.name} ${relation.relation.name} ${relation.right.name}`
    : 'what is not known';

/** Relations of the same two things that are decided by the same aspect of one of them: both by its height, both by its depth. */
function sameAxis(one: typed.Expression, other: typed.Expression): boolean {
  if (one.kind !== 'relation' || other.kind !== 'relation') return false;
  const pair = (e: typeof one): string => [e.left.name, e.right.name].toSorted().join();
  const told = new Set(decides(other).map(({ aspect }) => aspect));
  return pair(one) === pair(other) && decides(one).some(({ aspect }) => told.has(aspect));
}
