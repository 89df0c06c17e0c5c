/** bound -> typed, for tasks: conditions are conditions, answers can be printed, choices cover them. */
import type * as bound from '../bind/bound.js';
import type { Settings } from '../bind/bound.js';
import { colours } from '../std/references.js';
import { checkChoices } from './check-choices.js';
import { checkCondition, checkExpression } from './check-expression.js';
import { checkSiblings, checkTemplate, formatsOf } from './check-text.js';
import type { Context } from './context.js';
import { entitiesOf } from './dependencies.js';
import { booleanAnswer, constantAnswer, takesClash, tooMany, wrongFormat } from './errors.js';
import { checkGiveaways } from './giveaway.js';
import { naming } from './references.js';
import type * as typed from './typed.js';

/** One colour each, should all be named by boxes. */
const mostEntities = colours.length;

export function checkTask(task: bound.Task, settings: Settings, outer: Context): typed.Task {
  const lets = new Map<bound.Let, typed.Let>();
  const context: Context = { ...outer, lets };
  for (const declared of task.lets)
    lets.set(declared, { name: declared.name, value: checkExpression(declared.value, context) });
  const answer = task.answer && checkAnswer(task.answer, context);
  const claims = task.claims.map((claim) => checkClaim(claim, context));
  checkSiblings(task.asks, context);
  checkSiblings(task.reasons, context);
  const objects = task.binders.flatMap((b) => b.entities).filter((e) => e.kind !== 'category');
  if (objects.length > mostEntities)
    context.report(tooMany({ what: 'objects or pixels', most: mostEntities, found: objects.length }, task.nameSpan));
  const asks = task.asks.map((t) => checkTemplate(t, context));
  if (answer) checkGiveaways(asks, answer.value, 'answer', context);
  for (const claim of claims) checkGiveaways(claim.phrasings, claim.when, 'claim', context);
  const [, extra] = task.takes;
  if (extra) context.report(takesClash({ task: task.name }, task.nameSpan));
  const unnamed = {
    name: task.name,
    title: task.title,
    binders: task.binders,
    lets: [...lets.values()],
    wheres: task.wheres.map((w) => checkCondition(w, '`where`', context)),
    takes: task.takes,
    asks,
    answer,
    choices: task.choices && checkChoices(task.choices, task.answer, answer, context),
    claims,
    reasons: task.reasons.map((t) => checkTemplate(t, context)),
    span: task.span,
    nameSpan: task.nameSpan,
  };
  const refer = { all: task.refer.length > 0 ? task.refer : settings.refer, of: task.referOf };
  return { ...unnamed, naming: naming(unnamed, refer, context) };
}

function checkAnswer(answer: bound.Answer, context: Context): typed.Answer {
  const value = checkExpression(answer.value, context);
  const as = answer.as && checkTemplate(answer.as, context);
  if (value.type.kind === 'boolean') context.report(booleanAnswer({}, value.span));
  else if (!as && !formatsOf(value.type).includes('plain')) {
    context.report(wrongFormat({ format: '', type: value.type, known: formatsOf(value.type) }, value.span));
  }
  if (value.type.kind !== 'error' && entitiesOf(value).length === 0)
    context.report(constantAnswer({ what: 'answer' }, value.span));
  return { value, as };
}

function checkClaim(claim: bound.Claim, context: Context): typed.Claim {
  checkSiblings(claim.phrasings, context);
  const when = checkCondition(claim.when, '`when`', context);
  if (when.type.kind !== 'error' && entitiesOf(when).length === 0)
    context.report(constantAnswer({ what: 'claim' }, when.span));
  return { phrasings: claim.phrasings.map((t) => checkTemplate(t, context)), when };
}
