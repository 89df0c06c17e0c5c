/** Choices: of one kind, and covering every answer, or a question would have no right option. */
import type * as bound from '../bind/bound.js';
import { exclusions } from '../std/functions.js';
import { colours } from '../std/references.js';
import { one, type Type } from '../types/type.js';
import { wholePerUnit } from '../types/unit.js';
import { nothingKnown } from './certain/knowledge.js';
import { intervalOf } from './certain/value.js';
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
  return listed(choices, answer, problem, context);
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
  if (type.kind === 'quantity' && nearDimensions.includes(type.dimension) && !type.signed) {
    // Nobody would take an option beyond what there can be; between 0 and 180 degrees options of angles know it.
    const most = intervalOf(answer.value, new Map(), nothingKnown).high;
    const bounded = type.dimension === 'ratio' && most <= wholePerUnit.ratio;
    if (!bounded) return { kind: 'near', quantity: type };
    return problem(
      'The answer is a share, and of the numbers near it some would be impossible.',
      'Ask how large it is in words: `if u > 50% then "…" else "…"`.',
    );
  }
  const needed = '`choices near` needs a length, an area, a volume, an angle, a ratio or a count, without a sign.';
  if (type.kind !== 'quantity' || !type.signed) return problem(`There are no numbers near ${one(type)}.`, needed);
  return problem(
    `The answer is a signed ${type.dimension}: beside it the sign alone would tell options apart.`,
    'Ask how large it is, `abs(d)`, or which way, in words: `if d > 0 m then "…" else "…"`.',
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
  if (count < 2 || count > 4)
    return problem(`Options to draw are 2, 3 or 4; found ${count}.`, 'For instance `choices 4 of …`.');
  if (of.kind === 'orders') return orders(of.members, count, answer, problem);
  const { type } = answer;
  const domain = of.kind === 'enumeration' ? undefined : checkExpression(of.value, context).type;
  if (domain?.kind === 'error') return undefined;
  if (domain && domain.kind !== 'enumeration')
    return problem(`Options are drawn among words, and this is ${one(domain)}.`, insteadOf(domain));
  if (type.kind !== 'enumeration') return problem(`The answer is no word, but ${one(type)}.`, insteadOf(type));
  const own = of.kind === 'enumeration' ? type.name === of.name : domain?.values.join() === type.values.join();
  if (!own) return problem('The answer is none of these words.', `It is one of ${type.values.join(', ')}.`);
  if (type.values.length < count)
    return problem(`There are only ${type.values.length} values.`, 'Draw no more than that.');
  return { kind: 'some values', count, values: type.values, excluded: exclusions(type.name, type.values) };
}

/** How options for an answer that is no word are written. */
function insteadOf({ kind }: Type): string {
  if (kind === 'list') return 'Things are listed: `choices xs`. Orders are drawn: `choices 4 of orders of xs`.';
  return kind === 'entity' ? 'Things are listed: `choices a, b`.' : 'Near a number options are made: `choices near d`.';
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
  { value: answer, as }: typed.Answer,
  problem: Problem,
  context: Context,
): typed.Choices | undefined {
  const [only, second] = choices.options;
  if (only?.kind === 'orders' && !second) return orders(only.members, undefined, answer, problem);
  if (choices.yesOrNo)
    return problem(
      `Yes and no are no options: the answer is ${one(answer.type)}.`,
      'A question whose answer is a condition is answered by Yes or No, without choices.',
    );
  const options = choices.options.map((o) => checkExpression(o, context));
  if (options.some((o) => o.type.kind === 'error')) return undefined;
  const found = options.reduce((n, o) => n + (o.kind === 'list' ? o.members.length : 1), 0);
  if (named(options).size > colours.length) return undefined;
  if (found > mostOptions) {
    context.report(tooMany({ what: 'options', most: mostOptions, found }, choices.span));
    return undefined;
  }
  if (answer.type.kind === 'enumeration') return values(options, answer.type.values, problem);
  return entities(options, { value: answer, as }, problem);
}

/** Objects and pixels. Where there are too many of them for a question, the task says so. */
const named = (options: readonly typed.Expression[]): ReadonlySet<typed.Entity> =>
  new Set(
    options
      .flatMap((o) => (o.kind === 'entity' ? [o.entity] : o.kind === 'list' ? o.members : []))
      .filter((e) => e.kind !== 'category'),
  );

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
  { value: answer, as }: typed.Answer,
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
  return { kind: 'entities', entities: named, format: formatOf(as) };
}

/** Options look like the answer: where this is a noun in the plural, so are they. */
function formatOf(as: typed.Template | undefined): typed.HoleFormat {
  const [only, more] = as?.parts ?? [];
  return only?.kind === 'hole' && !more && (only.format === 'plural' || only.format === 'article')
    ? only.format
    : 'plain';
}

/** The same value written twice: the same name, or the same let. */
function sameValue(a: bound.Expression, b: bound.Expression): boolean {
  if (a.kind === 'let' && b.kind === 'let') return a.let === b.let;
  if (a.kind === 'member' && b.kind === 'member') return a.name === b.name && sameValue(a.of, b.of);
  return a.kind === 'entity' && b.kind === 'entity' && a.entity === b.entity;
}
