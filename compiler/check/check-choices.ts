/** Choices: of one kind, and covering every answer, or a question would have no right option. */
import type * as bound from '../bind/bound.js';
import { show } from '../types/type.js';
import { checkExpression } from './check-expression.js';
import type { Context } from './context.js';
import { choicesDoNotCover, tooMany } from './errors.js';
import type * as typed from './typed.js';

/** Their order is drawn among all permutations. */
const mostOptions = 6;

export function checkChoices(
  choices: bound.Choices,
  asked: bound.Answer | undefined,
  answer: typed.Answer | undefined,
  context: Context,
): typed.Choices | undefined {
  if (!answer || !asked || answer.value.type.kind === 'error') return undefined;
  const problem = (text: string, hint: string): undefined => {
    context.report(choicesDoNotCover({ problem: text, hint }, choices.span));
    return undefined;
  };
  if (choices.kind === 'near') {
    const { type } = answer.value;
    if (!sameValue(choices.value, asked.value))
      return problem(
        'The numbers near which options are made are not the answer.',
        'Write `choices near` and the answer itself.',
      );
    if (answer.as)
      return problem('An answer with a form of its own has no numbers near it.', 'Leave out `as`, or the choices.');
    const numeric =
      type.kind === 'quantity' && (type.dimension === 'length' || type.dimension === 'count') && !type.signed;
    return numeric
      ? { kind: 'near', quantity: type }
      : problem(
          `There are no numbers near a ${show(type)}.`,
          '`choices near` needs a length or a count that has no sign.',
        );
  }
  const options = choices.options.map((o) => checkExpression(o, context));
  if (options.length > mostOptions) {
    context.report(tooMany({ what: 'options', most: mostOptions, found: options.length }, choices.span));
    return undefined;
  }
  if (answer.value.type.kind === 'enumeration') return values(options, answer.value.type.values, problem);
  return entities(options, answer.value, problem);
}

function values(
  options: readonly typed.Expression[],
  all: readonly string[],
  problem: (text: string, hint: string) => undefined,
): typed.Choices | undefined {
  const listed = options.flatMap((o) => (o.kind === 'enumeration' ? [o.value] : []));
  const foreign = options.find((o) => o.kind !== 'enumeration' || !all.includes(o.value));
  if (foreign)
    return problem('An option is no value that the answer can have.', `The answer is one of ${all.join(', ')}.`);
  if (new Set(listed).size < listed.length) return problem('An option is listed twice.', 'List each once.');
  const missing = all.find((v) => !listed.includes(v));
  if (missing)
    return problem(
      `The answer can be \`${missing}\`, which is no option: those questions would be lost, and the rest lopsided.`,
      `List all of ${all.join(', ')}.`,
    );
  return { kind: 'values', values: listed };
}

function entities(
  options: readonly typed.Expression[],
  answer: typed.Expression,
  problem: (text: string, hint: string) => undefined,
): typed.Choices | undefined {
  const named = options.flatMap((o) => (o.kind === 'entity' ? [o.entity] : []));
  if (named.length < options.length || named.length < 2)
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
