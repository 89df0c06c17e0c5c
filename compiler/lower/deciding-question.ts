/** What decided a question: what decided its answer, or the condition of the claim that was drawn. */
import type * as typed from '../check/typed.js';
import { and, equal, int, not, or, unknown, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { type Deciding, decidingComparison } from './deciding-comparison.js';
import type { Drawn, DrawnBody } from './drawn.js';
import type { Scope } from './scope.js';

/** What is told of a deciding comparison; undefined where there is nothing to tell. */
type Told = (deciding: Deciding) => Expression | undefined;

/** Unknown where nothing was compared. A claim `of choices` was decided by the answer. */
export function ofDeciding(b: DrawnBody, { claims, claimed, is }: Drawn, told: Told): Expression {
  const { body, scope } = b;
  const asked = ofAsked(b, told);
  const conditions = claims.flatMap(({ claim }, i) => {
    const condition = body.claims[claim]?.when;
    const deciding = condition && decidingIn(body, condition, scope);
    return condition ? [[equal(claimed, int(i)), deciding && told(deciding)] as const] : [];
  });
  const cases = conditions.flatMap(([drawn, value]) => (value ? [[and(is('claim'), drawn), value] as const] : []));
  if (!asked) return cases.length > 0 ? when(cases) : unknown('real');
  const others = conditions.length === 0 ? [] : conditions.map(([drawn]) => drawn);
  if (others.length === 0) return asked;
  const ofChoices = others.length < claims.length;
  const byAnswer = ofChoices ? not(and(is('claim'), or(...others))) : not(is('claim'));
  return when([[byAnswer, asked], ...cases]);
}

/** Of what is true or chosen only where it is clear: an exact choice after `where known p` is decided by p. */
export function decidingIn(body: typed.Body, e: typed.Expression, scope: Scope): Deciding | undefined {
  const found = decidingComparison(e, scope);
  if (found?.kind !== 'exact') return found;
  const guards = body.wheres.flatMap(knownIn).map((p) => decidingComparison(p, scope));
  return guards.find((guard) => guard && guard.kind !== 'exact') ?? found;
}

/** What must be known, of conditions that must all be true. */
function knownIn(e: typed.Expression): readonly typed.Expression[] {
  if (e.kind === 'and') return [...knownIn(e.left), ...knownIn(e.right)];
  return e.kind === 'known' ? [e.of] : [];
}

/** Of the right one where statements are the options. */
function ofAsked({ body, scope, options }: DrawnBody, told: Told): Expression | undefined {
  const { answer, choices } = body;
  if (answer) {
    const deciding = decidingIn(body, answer.value, scope);
    return deciding && told(deciding);
  }
  const [right] = options?.numbers ?? [];
  if (choices?.kind !== 'statements' || !right) return undefined;
  const cases = choices.statements.flatMap(({ relation }, i) => {
    const deciding = decidingIn(body, relation, scope);
    const value = deciding && told(deciding);
    return value ? [[equal(right, int(i)), value] as const] : [];
  });
  return cases.length > 0 ? when(cases) : undefined;
}
