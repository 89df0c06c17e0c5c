/** bound -> typed, for the lines of a task: conditions are conditions, answers can be printed, choices cover them. */
import type * as bound from '../bind/bound.js';
import type { Settings } from '../bind/bound.js';
import { error, type Quantity } from '../types/type.js';
import { checkScenePick } from './check-aggregate.js';
import { checkChoices } from './check-choices.js';
import { checkDependence } from './check-dependence.js';
import { checkCondition, checkExpression } from './check-expression.js';
import { checkSiblings, checkTemplate, formatsOfType } from './check-text.js';
import type { Context } from './context.js';
import { choicesDoNotCover, wrongFormat } from './errors.js';
import { largestValue, limited } from './limits.js';
import { refusePosed } from './posed.js';
import { naming } from './references.js';
import type * as typed from './typed.js';

export function checkBody(body: bound.Body, task: bound.Task, settings: Settings, outer: Context): typed.Body {
  const known = new Map<bound.ValueLet, typed.ValueLet>();
  const context: Context = { ...outer, lets: known };
  const lets = body.lets.map((declared): typed.Let => {
    const { name } = declared;
    if (declared.kind === 'entity')
      return { kind: 'entity', name, entity: declared.entity, pick: checkScenePick(declared.pick, context) };
    const made: typed.ValueLet = {
      kind: 'value',
      name,
      value: limited(checkExpression(declared.value, context), declared, largestValue, context),
    };
    known.set(declared, made);
    return made;
  });
  checkSiblings(body.asks, context);
  const asks = body.asks.map((t) => checkTemplate(t, context));
  const answer = body.answer && checkAnswer(body.answer, lets, task, context);
  // What could not be read, or is wrong, may be the choices or one of the statements among which they choose.
  const lost = task.broken && (!body.choices || body.choices.kind === 'statements') && 'wrong';
  const choices = !lost && body.choices ? checkChoices(body.choices, body, answer, context) : undefined;
  const claims = [
    ...yesOrNo(asks, answer, body, context),
    ...body.claims.map((c) => checkClaim(c, lost || (body.choices && (choices ?? 'wrong')), lets, task, context)),
  ];
  const asked = answer?.value.type.kind !== 'boolean';
  const unnamed = {
    values: body.values,
    sizes: new Map([...body.sizes].map(([binder, size]) => [task.binders.indexOf(binder), size] as const)),
    about: body.about,
    lets,
    wheres: body.wheres.map((w) => checkCondition(w, '`where`', context)),
    asks: asked ? asks : [],
    answer: asked ? answer : undefined,
    choices,
    claims,
    reasons: body.reasons.map(({ say, when }) => ({
      say: checkTemplate(say, context),
      when: when && checkCondition(when, '`when`', context),
    })),
  };
  const refer = { all: body.refer.length > 0 ? body.refer : settings.refer, of: body.referOf };
  return { ...unnamed, naming: naming(unnamed, task, refer, context) };
}

/** A task that binds nothing has been told of. */
const binds = ({ binders, finite }: bound.Task): boolean => binders.length > 0 || finite.length > 0;

function checkAnswer(
  answer: bound.Answer,
  lets: readonly typed.Let[],
  task: bound.Task,
  context: Context,
): typed.Answer {
  const value = checkExpression(answer.value, context);
  const as = answer.as && checkTemplate(answer.as, context);
  refusePosed(value, context);
  if (binds(task)) checkDependence('answer', value, lets, task.takes, context);
  if (as || value.type.kind === 'boolean' || formatsOfType(value.type).includes('plain')) return { value, as };
  context.report(wrongFormat({ format: '', type: value.type, known: formatsOfType(value.type) }, value.span));
  // What cannot be printed has no options, either.
  return { value: { kind: 'error', type: error, span: value.span }, as };
}

/** A question whose answer is a condition is a claim that is answered by Yes or No. */
function yesOrNo(
  asks: readonly typed.Template[],
  answer: typed.Answer | undefined,
  body: bound.Body,
  context: Context,
): readonly typed.Claim[] {
  if (answer?.value.type.kind !== 'boolean') return [];
  if (answer.as || body.choices) {
    const also = body.choices ? 'choices' : 'form of its own';
    const problem = `The answer is a condition, so that it is Yes or No: it has no ${also}.`;
    const hint = `Leave out ${body.choices ? '`choices`' : '`as`'}. Yes and No are balanced as a claim is.`;
    context.report(choicesDoNotCover({ problem, hint }, body.choices?.span ?? answer.as?.span ?? answer.value.span));
  }
  return [{ phrasings: asks.map((template) => ({ template, negated: false })), when: answer.value, question: true }];
}

function checkClaim(
  claim: bound.Claim,
  choices: typed.Choices | 'wrong' | undefined,
  lets: readonly typed.Let[],
  task: bound.Task,
  context: Context,
): typed.Claim {
  checkSiblings(claim.phrasings, context);
  checkSiblings(claim.otherwise, context);
  const when = claim.when && checkCondition(claim.when, '`when`', context);
  if (when && binds(task)) checkDependence('claim', when, lets, task.takes, context);
  // Where the choices are wrong, that has been told.
  const known = choices === 'wrong' ? undefined : choices;
  if (!claim.when && choices !== 'wrong' && (!known || known.kind === 'statements')) {
    const hint = 'Give the task `choices`, and print one of them with `{option}`.';
    context.report(choicesDoNotCover({ problem: 'There are no choices to claim one of.', hint }, claim.span));
  }
  const inside = { ...context, option: known?.kind === 'near' ? ofCounts(known.quantity) : undefined };
  const phrasings = [
    ...claim.phrasings.map((t) => ({ template: checkTemplate(t, inside), negated: false })),
    ...claim.otherwise.map((t) => ({ template: checkTemplate(t, context), negated: true })),
  ];
  return { phrasings, when, question: false };
}

/** A count may stand with its noun; of other numbers only the text is there. */
const ofCounts = (quantity: Quantity): Quantity | undefined => (quantity.dimension === 'count' ? quantity : undefined);
