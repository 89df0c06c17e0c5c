/** One tuple becomes a question per format drawn: phrasing, references, options and words, all drawn or proven. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ReferenceQuestion } from './api.js';
import { type ClaimPhrasing, claimPhrasings } from './claims.js';
import { pick } from './draws.js';
import { type Format, formatsDrawn } from './formats.js';
import { evaluateIn, type Scope, truthOf } from './interpret.js';
import { not } from './kleene.js';
import { mentions } from './mentions.js';
import { type Formats, type Kind, kindOf, numberFormat } from './number-format.js';
import { areApart, type Options, optionOrder, optionsOf } from './options.js';
import { flat, holeValues, printAs, printTemplate } from './print-template.js';
import { type Printer, printValue } from './print-value.js';
import { reasonOf } from './reason.js';
import type { Reference } from './references.js';
import { siValue } from './si-value.js';
import type { TaskScope } from './task-scope.js';
import type { Tuple } from './tuples.js';
import { isKnown, isSame, truth, type Value } from './value.js';

/** A question before `take` and balance, with what those need to know of it. */
export interface Drafted {
  readonly question: Omit<ReferenceQuestion, 'weight' | 'split'>;
  readonly tuple: Tuple;
  /** How its things are named, whatever they are. */
  readonly form: string;
  /** The task with the values of its finite binders put in. */
  readonly body: ast.Task;
  /** Number of the phrasing among those of its format. */
  readonly phrasing: number;
  /** The claim asked, if one. */
  readonly claim: ClaimPhrasing | undefined;
  /** Of a claim its truth; of one `of choices`, too. */
  readonly answer: Value;
  /** Of a claim `of choices`: the option it states. */
  readonly stated: Value | undefined;
  /** Of a choice, and of a claim `of choices`. */
  readonly options: Options | undefined;
}

export interface QuestionInput {
  readonly level: number;
  readonly task: ast.Task;
  readonly tuple: Tuple;
  readonly taskScope: TaskScope;
  readonly references: readonly Reference[];
  /** Names of things without which nothing is asked. */
  readonly named: ReadonlySet<string>;
}

/** What a tuple is asked, one question per format drawn; none where it is not askable. */
export function questionsOf(input: QuestionInput): readonly Drafted[] {
  const { task, tuple, taskScope } = input;
  const { scope, isComplete, bound } = taskScope;
  const isNamed = bound.every(
    ({ id, name }) => !input.named.has(name) || input.references.some((each) => each.id === id),
  );
  if (!isNamed || !isComplete || !task.wheres.every((where) => truthOf(scope, where) === true)) return [];
  const formats = formatsDrawn(task, scope.context.settings, asksCondition(task, scope), tuple.key);
  return formats.flatMap((format) => {
    const drafted = format === 'claim' ? claimed(input) : asked(input, format);
    return drafted === undefined ? [] : [drafted];
  });
}

/** Whether `ask` and `answer` make a yes-or-no question: what kind a value is never depends on the scene. */
export function asksCondition(task: ast.Task, scope: Scope): boolean {
  return task.asks.length > 0 && task.answer !== undefined && evaluateIn(scope, task.answer.value).kind === 'truth';
}

/** An open question, or a choice. */
function asked(input: QuestionInput, format: Format): Drafted | undefined {
  const { task, tuple, taskScope } = input;
  const { scope } = taskScope;
  const number = pick(tuple.key, 'phrasing', task.asks.length);
  const template = task.asks[number];
  const answer = task.answer && evaluateIn(scope, task.answer.value);
  if (template === undefined || (answer !== undefined && !isKnown(answer))) return undefined;
  const choosing = { scope, task, key: tuple.key };
  const options = format === 'choice' && task.choices ? optionsOf(choosing, task.choices, answer) : undefined;
  const right = answer ?? options?.listed[options.right];
  if ((format === 'choice' && options === undefined) || right === undefined) return undefined;
  return worded(input, { format, template, number, answer: right, as: task.answer?.as, options, scope });
}

/** A claim: a condition and whether it is true, or an option and whether it is the right one. */
function claimed(input: QuestionInput): Drafted | undefined {
  const { task, tuple, taskScope } = input;
  const { scope } = taskScope;
  const phrasings = claimPhrasings(task, scope.context.definitions.relations, asksCondition(task, scope));
  const number = pick(tuple.key, 'phrasing', phrasings.length);
  const claim = phrasings[number];
  if (claim === undefined) return undefined;
  const drawn = { format: 'claim', template: claim.template, number, as: undefined, claim } as const;
  if (claim.statement === undefined) return ofChoices(input, drawn);
  const holds = truthOf(scope, claim.statement.when);
  const answer = truth(claim.isContrary ? not(holds) : holds);
  return isKnown(answer) ? worded(input, { ...drawn, answer, options: undefined, scope }) : undefined;
}

type DrawnClaim = Pick<Drawn, 'format' | 'template' | 'number' | 'as'> & { readonly claim: ClaimPhrasing };

/** The right option, or one of the others, by a drawn truth. */
function ofChoices(input: QuestionInput, drawn: DrawnClaim): Drafted | undefined {
  const { task, tuple, taskScope } = input;
  const { scope } = taskScope;
  const right = task.answer && evaluateIn(scope, task.answer.value);
  if (right === undefined || !isKnown(right) || task.choices === undefined) return undefined;
  const options = optionsOf({ scope, task, key: tuple.key }, task.choices, right);
  if (options === undefined) return undefined;
  const isTrue = pick(tuple.key, 'truth', 2) === 1;
  const others = options.listed.filter((_, i) => i !== options.right);
  const stated = isTrue ? options.listed[options.right] : others[pick(tuple.key, 'wrong', others.length)];
  if (stated === undefined) return undefined;
  const names = new Map([...scope.names, ['option', inForm(stated, task, scope)]]);
  return worded(input, { ...drawn, answer: truth(isTrue), options, scope: { ...scope, names }, stated });
}

interface Drawn {
  readonly format: Format;
  readonly template: ast.Template;
  readonly number: number;
  readonly answer: Value;
  /** How the answer is written, where that is said. */
  readonly as: ast.Template | undefined;
  readonly options: Options | undefined;
  /** With `option`, where one is stated. */
  readonly scope: Scope;
  readonly claim?: ClaimPhrasing;
  readonly stated?: Value;
}

function worded(input: QuestionInput, drawn: Drawn): Drafted | undefined {
  const { task, tuple, level } = input;
  const { template, claim, scope } = drawn;
  const printer = printerOf(input, drawn);
  const question = printTemplate(printer, template);
  const options = drawn.options === undefined ? null : printOptions(printer, drawn.options, input);
  if (options === undefined) return undefined;
  const shown = claim === undefined ? options : null;
  const answer = shown === null ? openAnswer(printer, drawn) : shown.texts[shown.right];
  if (question === undefined || answer === undefined) return undefined;
  return {
    tuple,
    form: input.references.map(({ form }) => form).join(', '),
    body: task,
    phrasing: drawn.number,
    claim,
    answer: drawn.answer,
    stated: drawn.stated,
    options: drawn.options,
    question: {
      sceneId: tuple.key.sceneId,
      level,
      task: task.name.text,
      format: drawn.format,
      phrasing: template.raw,
      question,
      answer,
      options: shown?.texts ?? null,
      answerIndex: shown?.right ?? null,
      objects: mentions({ task, taskScope: input.taskScope, scope, template, isClaim: claim !== undefined }),
      ids: tuple.bound.map(({ id }) => id),
      value: claim === undefined ? siValue(drawn.answer) : null,
      reason: reasonOf(task, printer),
    },
  };
}

function openAnswer(printer: Printer, { claim, answer, as }: Drawn): string | undefined {
  if (claim !== undefined) return isSame(answer, truth(true)) ? claim.words[0] : claim.words[1];
  return as === undefined ? printValue(printer, answer, undefined) : printAs(printer, as);
}

/** Undefined: they cannot be printed, or not apart. */
function printOptions(
  printer: Printer,
  options: Options,
  { task, tuple }: QuestionInput,
): { readonly texts: readonly string[]; readonly right: number } | undefined {
  if (!areApart(options, printer.formats)) return undefined;
  const texts = options.listed.map((option) => printValue(printer, inForm(option, task, printer.scope), undefined));
  const order = optionOrder(options, tuple.key);
  const ordered = order.flatMap((i) => texts[i] ?? []);
  return ordered.length < texts.length ? undefined : { texts: ordered, right: order.indexOf(options.right) };
}

/** A category among the options, as the answer writes it where its `as` is one hole. */
function inForm(option: Value, task: ast.Task, scope: Scope): Value {
  const [hole, more] = task.answer?.as?.parts ?? [];
  const format = hole?.kind === 'hole' && more === undefined ? hole.format?.text : undefined;
  if (option.kind !== 'word' || option.domain !== 'category' || option.text === null) return option;
  const row = scope.context.vocabulary.get(option.text);
  if (row === undefined || (format !== 'plural' && format !== 'article')) return option;
  return { ...option, domain: 'text', text: format === 'plural' ? row.plural : `${row.article} ${row.singular}` };
}

function printerOf(input: QuestionInput, drawn: Drawn): Printer {
  return {
    scope: drawn.scope,
    formats: formatsFor(input, drawn),
    referenceOf: (objectId) => input.references.find(({ id }) => id === objectId)?.text,
  };
}

/** Units and decimals come from all numbers of a kind in the question, its answer and its options. */
function formatsFor({ tuple }: QuestionInput, { scope, template, answer, as, options, claim }: Drawn): Formats {
  const plain = (value: Value) => ({ value, format: undefined });
  const printed = [
    ...[template, ...(as === undefined ? [] : [as])].flatMap((each) => holeValues(scope, each)),
    ...(as === undefined && claim === undefined ? flat(answer) : []).map(plain),
    ...(options?.listed ?? []).map(plain),
  ];
  const numbers = printed.flatMap(({ value, format }) =>
    value.kind === 'quantity' && value.amount !== null
      ? [{ kind: kindOf(value.measure, format), amount: value.amount }]
      : [],
  );
  const imperial = pick(tuple.key, 'unit', 1_000_000) < scope.context.settings.imperialMillionths;
  const of = (kind: Kind) =>
    numberFormat(
      kind,
      numbers.flatMap((each) => (each.kind === kind ? [each.amount] : [])),
      imperial,
    );
  return { length: of('length'), m: of('m'), cm: of('cm'), area: of('area'), volume: of('volume') };
}
