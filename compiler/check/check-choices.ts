/** Choices: of one kind, and covering every answer, or a question would have no right option. */
import type * as bound from '../bind/bound.js';
import { exclusions } from '../std/functions.js';
import { type Enumeration, show } from '../types/type.js';
import { checkExpression } from './check-expression.js';
import { checkStatements } from './check-statements.js';
import { checkTemplate } from './check-text.js';
import type { Context } from './context.js';
import { choicesDoNotCover, tooMany } from './errors.js';
import type * as typed from './typed.js';

/** Their order is drawn among all permutations. */
export const mostOptions = 6;

export type Problem = (text: string, hint: string) => undefined;

export function checkChoices(
  choices: bound.Choices,
  body: bound.Body,
  answer: typed.Answer | undefined,
  context: Context,
): typed.Choices | undefined {
  const problem: Problem = (text, hint) => {
    context.report(choicesDoNotCover({ problem: text, hint }, choices.span));
    return undefined;
  };
  if (choices.kind === 'statements') {
    const statements = body.statements.map(({ relation, says }) => ({
      relation: checkExpression(relation, context),
      says: checkTemplate(says, context),
    }));
    return checkStatements(choices.count, statements, answer !== undefined, problem);
  }
  const asked = body.answer;
  if (!answer || !asked || answer.value.type.kind === 'error' || answer.value.type.kind === 'boolean') return undefined;
  if (choices.kind === 'near') return near(choices.value, asked, answer, problem);
  if (choices.kind === 'drawn') return drawn(choices, answer.value, problem, context);
  return listed(choices, answer.value, problem, context);
}

const nearDimensions: readonly string[] = ['length', 'count', 'area', 'volume', 'ratio', 'angle'];

function near(
  value: bound.Expression,
  asked: bound.Answer,
  answer: typed.Answer,
  problem: Problem,
): typed.Choices | undefined {
  const { type } = answer.value;
  if (!sameValue(value, asked.value))
    return problem(
      'The numbers near which options are made are not the answer.',
      'Write `choices near` and the answer itself.',
    );
  if (answer.as)
    return problem('An answer with a form of its own has no numbers near it.', 'Leave out `as`, or the choices.');
  if (type.kind === 'quantity' && nearDimensions.includes(type.dimension) && !type.signed)
    return { kind: 'near', quantity: type };
  return problem(
    `There are no numbers near a ${show(type)}.`,
    '`choices near` needs a length, an angle, a ratio or a count that has no sign.',
  );
}

/** `4 of facing8`, `2 of zone`, `4 of orders of xs` */
function drawn(
  { count, of }: Extract<bound.Choices, { kind: 'drawn' }>,
  answer: typed.Expression,
  problem: Problem,
  context: Context,
): typed.Choices | undefined {
  if (of.kind === 'error') return undefined;
  if (count < 2 || count > 4) return problem(`${count} options cannot be drawn.`, 'Draw 2, 3 or 4 of them.');
  if (of.kind === 'orders') return orders(of.members, count, answer, problem);
  const { type } = answer;
  if (type.kind !== 'enumeration' || !isOf(type, of, context))
    return problem(`The answer is no value of \`${of.name}\`.`, `It is a ${show(type)}.`);
  if (type.values.length < count)
    return problem(`\`${of.name}\` has ${type.values.length} values.`, `Draw no more than that.`);
  return { kind: 'some values', count, values: type.values, excluded: exclusions(type.name, type.values) };
}

/** Whether an enumeration is the one of that name, or all that the value of that name can be. */
function isOf(
  type: Enumeration,
  of: Extract<bound.ChoiceDomain, { kind: 'enumeration' | 'value' }>,
  context: Context,
): boolean {
  if (of.kind === 'enumeration') return type.name === of.name;
  const named = checkExpression(of.value, context).type;
  return named.kind === 'enumeration' && named.values.join() === type.values.join();
}

function orders(
  members: readonly typed.Entity[],
  count: number | undefined,
  answer: typed.Expression,
  problem: Problem,
): typed.Choices | undefined {
  const listed = listIn(answer);
  if (!listed || listed.length !== members.length || members.some((m, i) => listed[i] !== m))
    return problem('The answer is no order of these things.', 'Answer with `sort x in xs by …`.');
  const all = members.reduce((n, _, i) => n * (i + 1), 1);
  if (count === undefined && all > mostOptions)
    return problem(`There are ${all} orders.`, 'Draw some of them: `choices 4 of orders of xs`.');
  if (count !== undefined && count > all)
    return problem(`There are only ${all} orders.`, `Write \`choices orders of …\`, for all of them.`);
  return { kind: 'orders', count: count ?? all, drawn: count !== undefined, members };
}

function listIn(e: typed.Expression): readonly typed.Entity[] | undefined {
  if (e.kind === 'let') return listIn(e.let.value);
  return e.kind === 'sort' || e.kind === 'pick order' || e.kind === 'list' ? e.members : undefined;
}

function listed(
  choices: Extract<bound.Choices, { kind: 'listed' }>,
  answer: typed.Expression,
  problem: Problem,
  context: Context,
): typed.Choices | undefined {
  const [only, second] = choices.options;
  if (only?.kind === 'orders' && !second) return orders(only.members, undefined, answer, problem);
  const options = choices.options.map((o) => checkExpression(o, context));
  if (options.some((o) => o.type.kind === 'error')) return undefined;
  const found = options.reduce((n, o) => n + (o.kind === 'list' ? o.members.length : 1), 0);
  if (found > mostOptions) {
    context.report(tooMany({ what: 'options', most: mostOptions, found }, choices.span));
    return undefined;
  }
  if (answer.type.kind === 'enumeration') return values(options, answer.type.values, problem);
  return entities(options, answer, problem);
}

function values(
  options: readonly typed.Expression[],
  all: readonly string[],
  problem: Problem,
): typed.Choices | undefined {
  const words = options.flatMap((o) => (o.kind === 'enumeration' || o.kind === 'text' ? [o.value] : []));
  if (words.length < options.length || words.some((w) => !all.includes(w)))
    return problem('An option is no value that the answer can have.', `The answer is one of ${all.join(', ')}.`);
  if (new Set(words).size < words.length) return problem('An option is listed twice.', 'List each once.');
  const missing = all.find((v) => !words.includes(v));
  if (missing)
    return problem(
      `The answer can be \`${missing}\`, which is no option: those questions would be lost, and the rest lopsided.`,
      `List all of ${all.join(', ')}.`,
    );
  return { kind: 'values', values: words };
}

function entities(
  options: readonly typed.Expression[],
  answer: typed.Expression,
  problem: Problem,
): typed.Choices | undefined {
  const named = options.flatMap((o) => (o.kind === 'entity' ? [o.entity] : o.kind === 'list' ? o.members : []));
  if (options.some((o) => o.kind !== 'entity' && o.kind !== 'list') || named.length < 2)
    return problem(
      'Options must be two or more bound entities, or the values of an enumeration.',
      'For a number write `choices near`.',
    );
  if (new Set(named).size < named.length) return problem('An option is listed twice.', 'List each once.');
  const picked = answer.kind === 'let' ? answer.let.value : answer;
  if (picked.kind !== 'pick')
    return problem(
      'Entities are options only where the answer is one of them.',
      'For instance `answer the x in {a, b} with least x.depth`.',
    );
  const missing = picked.members.find((m) => !named.includes(m));
  if (missing)
    return problem(
      `The answer can be \`${missing.name}\`, which is no option.`,
      'List every entity that the answer may be.',
    );
  return { kind: 'entities', entities: named };
}

/** The same value written twice: the same name, or the same let. */
function sameValue(a: bound.Expression, b: bound.Expression): boolean {
  if (a.kind === 'let' && b.kind === 'let') return a.let === b.let;
  if (a.kind === 'member' && b.kind === 'member') return a.name === b.name && sameValue(a.of, b.of);
  return a.kind === 'entity' && b.kind === 'entity' && a.entity === b.entity;
}
