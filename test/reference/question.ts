/** One tuple becomes at most one question: format, phrasing, references, options and words, all drawn or proven. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ReferenceQuestion } from './api.js';
import { pick } from './draws.js';
import { evaluateIn, type Scope, truthOf } from './interpret.js';
import { type LengthFormat, lengthFormat } from './length-format.js';
import { areApart, type Options, optionOrder, optionsOf } from './options.js';
import { fixedUnit, holeValues, isLength, type Printer, printTemplate, printValue } from './print-template.js';
import type { Reference } from './references.js';
import type { Tuple } from './tuples.js';
import { isKnown, type Value } from './value.js';

/** A question before `take` and balance, with what those need to know of it. */
export interface Drafted {
  readonly question: ReferenceQuestion;
  readonly tuple: Tuple;
  /** Number of the phrasing among those of its format. */
  readonly phrasing: number;
  /** The claim asked, if one. */
  readonly claim: ast.Claim | undefined;
  readonly answer: Value;
}

export interface QuestionInput {
  readonly level: number;
  readonly task: ast.Task;
  readonly tuple: Tuple;
  readonly scope: Scope;
  readonly references: readonly Reference[];
}

interface Phrasing {
  readonly template: ast.Template;
  readonly claim: ast.Claim | undefined;
}

type Format = ReferenceQuestion['format'];

export function formatsOf(task: ast.Task): readonly Format[] {
  const asks = task.asks.length > 0 && task.answer !== undefined;
  return [
    ...(asks ? (['open'] as const) : []),
    ...(asks && task.choices !== undefined ? (['choice'] as const) : []),
    ...(task.claims.length > 0 ? (['claim'] as const) : []),
  ];
}

/** Undefined where the tuple is not askable. */
export function questionOf(input: QuestionInput): Drafted | undefined {
  const { task, tuple, scope } = input;
  const formats = formatsOf(task);
  const format = formats[pick(tuple.key, 'format', formats.length)];
  if (format === undefined || !task.wheres.every((where) => truthOf(scope, where) === true)) return undefined;
  const phrasings: readonly Phrasing[] =
    format === 'claim'
      ? task.claims.flatMap((claim) => claim.phrasings.map((template) => ({ template, claim })))
      : task.asks.map((template) => ({ template, claim: undefined }));
  const number = pick(tuple.key, 'phrasing', phrasings.length);
  const phrasing = phrasings[number];
  if (phrasing === undefined) return undefined;
  const asked = phrasing.claim === undefined ? task.answer?.value : phrasing.claim.when;
  if (asked === undefined) return undefined;
  const answer = evaluateIn(scope, asked);
  if (!isKnown(answer)) return undefined;
  const options = format === 'choice' && task.choices ? optionsOf(scope, task.choices, answer, tuple.key) : undefined;
  if (format === 'choice' && options === undefined) return undefined;
  return worded(input, { format, phrasing, number, answer, options });
}

interface Drawn {
  readonly format: Format;
  readonly phrasing: Phrasing;
  readonly number: number;
  readonly answer: Value;
  readonly options: Options | undefined;
}

function worded(input: QuestionInput, drawn: Drawn): Drafted | undefined {
  const { task, tuple, level } = input;
  const { template, claim } = drawn.phrasing;
  const as = claim === undefined ? task.answer?.as : undefined;
  const printer = printerOf(input, drawn, as);
  const question = printTemplate(printer, template);
  const options = drawn.options === undefined ? null : printOptions(printer, drawn.options, tuple);
  const index = options?.right ?? null;
  const open = as === undefined ? printValue(printer, drawn.answer, undefined) : printTemplate(printer, as);
  const answer = options === null || index === null ? open : options?.texts[index];
  if (question === undefined || answer === undefined || options === undefined) return undefined;
  return {
    tuple,
    phrasing: drawn.number,
    claim,
    answer: drawn.answer,
    question: {
      sceneId: tuple.key.sceneId,
      level,
      task: task.name.text,
      format: drawn.format,
      phrasing: template.raw,
      question,
      answer,
      options: options?.texts ?? null,
      answerIndex: index,
      objects: mentions(input.scope, template),
      ids: tuple.bound.map(({ id }) => id),
      value: claim === undefined ? siValue(drawn.answer) : null,
    },
  };
}

/** `null`: no options asked for; undefined: they cannot be printed apart. */
function printOptions(
  printer: Printer,
  options: Options,
  tuple: Tuple,
): { readonly texts: readonly string[]; readonly right: number } | undefined {
  if (!areApart(options, printer.format)) return undefined;
  const texts = options.listed.map((option) => printValue(printer, option, undefined));
  const order = optionOrder(options, tuple.key);
  const ordered = order.flatMap((i) => texts[i] ?? []);
  return ordered.length < texts.length ? undefined : { texts: ordered, right: order.indexOf(options.right) };
}

function printerOf(input: QuestionInput, drawn: Drawn, as: ast.Template | undefined): Printer {
  const { scope, tuple, references } = input;
  return {
    scope,
    format: unitFor(input, drawn, as),
    referenceOf: (objectId) => {
      const name = tuple.bound.find(({ entity, id }) => entity === 'object' && id === objectId)?.name;
      return references.find((reference) => reference.name === name)?.text;
    },
  };
}

/** Unit and decimals come from every length of the question, its answer and its options that fixes none itself. */
function unitFor(
  { scope, tuple }: QuestionInput,
  { phrasing, answer, options }: Drawn,
  as: ast.Template | undefined,
): LengthFormat {
  const holes = [phrasing.template, ...(as === undefined ? [] : [as])].flatMap((template) =>
    holeValues(scope, template),
  );
  const values = [
    ...holes.filter(({ format }) => fixedUnit(format) === undefined).map(({ value }) => value),
    ...(as === undefined && phrasing.claim === undefined ? [answer] : []),
    ...(options?.listed ?? []),
  ];
  const lengths = values.flatMap((value) => (isLength(value) && value.amount !== null ? [value.amount] : []));
  return lengthFormat(lengths, pick(tuple.key, 'unit', 1_000_000) < scope.context.settings.imperialMillionths);
}

/** Objects and pixels in order of mention, each once. */
function mentions(scope: Scope, template: ast.Template): readonly string[] {
  const ids = holeValues(scope, template).flatMap(({ value }) => {
    if (value.kind === 'pixel') return [value.row.pixelId];
    return value.kind === 'object' && value.row !== null ? [value.row.objectId] : [];
  });
  return [...new Set(ids)];
}

/** The unrounded answer in SI units; null for what is no quantity. */
function siValue(answer: Value): number | null {
  if (answer.kind !== 'quantity' || answer.amount === null) return null;
  switch (answer.measure) {
    case 'magnitude':
    case 'signed':
    case 'length literal':
    case 'area':
      return answer.amount / 1e6;
    case 'volume':
    case 'ratio':
      return answer.amount / 1e9;
    case 'picture':
      return answer.amount / 1000;
    case 'count':
    case 'number':
      return answer.amount;
  }
}
