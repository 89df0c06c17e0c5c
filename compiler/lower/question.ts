/** The columns of a question (docs/store.md), made for the tuples that are asked. */
import type * as typed from '../check/typed.js';
import { and, apply, equal, int, isTrue, item, join, list, named, not, text, unknown, when } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Named } from '../ir/node.js';
import { holesKnown } from './askable.js';
import type { Bound } from './binding.js';
import { each } from './bodies.js';
import { balanceColumns } from './cells.js';
import type { Drawn, DrawnBody } from './drawn.js';
import { lowerScalar } from './expression.js';
import { measured } from './measured.js';
import { mentioned, type Said } from './mentioned.js';
import type { Name } from './naming.js';
import { shown } from './options.js';
import { PartTable } from './part-table.js';
import type { Prints } from './precision.js';
import { type PrintedThing, slotsOf } from './slots.js';
import { renderAnswer, renderAs, renderTemplate, type Writing } from './text.js';

export interface Asking {
  readonly level: typed.Level;
  readonly drawn: Drawn;
  readonly bound: Bound;
  readonly names: ReadonlyMap<typed.Entity, Name>;
  readonly prints: Prints;
  readonly graph: Graph;
  /** Whether `take n per task` and `mix … total n` cut the task: only then are their draws made. */
  readonly takenPerTask: boolean;
  readonly mixed: boolean;
}

type PerBody = (make: (b: DrawnBody, writing: Writing) => Expression) => Expression;

export function questionColumns(task: typed.Task, asking: Asking): readonly Named[] {
  const { drawn, bound, level, takenPerTask, mixed } = asking;
  const scene = (name: string): Expression => bound.column(bound.first, name);
  const perBody: PerBody = (make) =>
    each(drawn.bodies, (_, i) => {
      const b = drawn.all[i];
      return b ? make(b, writingFor(b, asking)) : unknown('text');
    });
  const perTemplate = (make: (t: typed.Template, b: DrawnBody, writing: Writing) => Expression): Expression =>
    perBody((b, writing) => when(templateCases(b, drawn, (t) => make(t, b, writing))));
  const slotTable = new PartTable(asking.graph, 'struct');
  const slotPlaces = perTemplate((t, b, writing) =>
    slotTable.places(slotsOf(t, writing, bound, printedThing(b, drawn))),
  );
  const ids = new PartTable(asking.graph, 'texts');
  const idPlaces = perTemplate((t, b) =>
    mentioned(saidWith(t, b), { task, bound, printed: printedThing(b, drawn), ids }),
  );
  const image = scene('image_uri');
  const choosing = drawn.formats.includes('choice');
  return [
    named('scene', scene('scene')),
    named('key', bound.key),
    named('question_id', questionId(task, drawn, bound)),
    named('scene_id', scene('scene_id')),
    named('capture_id', scene('capture_id')),
    named('images', when([[apply('is_known', 'bool', image), list('texts', image)]], list('texts'))),
    named('level', int(level.number)),
    named('task', text(task.name)),
    named('format', when(drawn.formats.map((f) => [drawn.is(f), text(f)] as const))),
    named(
      'phrasing',
      perTemplate((t) => text(t.raw)),
    ),
    named(
      'question',
      perTemplate((t, _, writing) => renderTemplate(t, writing)),
    ),
    named('answer', answerText(drawn, bound, perBody)),
    named('options', choosing ? perBody((b, w) => ofChoice(b, drawn, w, bound, 'texts')) : unknown('texts')),
    named('answer_index', choosing ? perBody((b, w) => ofChoice(b, drawn, w, bound, 'index')) : unknown('int')),
    named('slots', slotTable.select(slotPlaces)),
    named('objects', ids.select(idPlaces)),
    ...measured(asking),
    named(
      'reason',
      perBody((b, writing) => reason(b, writing)),
    ),
    named('select_draw', takenPerTask ? bound.draws.number('select task') : unknown('int')),
    named('mix_draw', mixed ? bound.draws.number('mix') : unknown('int')),
    ...balanceColumns(task, asking, (b) => printedText(b, asking)),
  ];
}

export function writingFor(b: DrawnBody, asking: Asking): Writing {
  const { names, prints } = asking;
  return { scope: b.scope, names, prints, option: printedText(b, asking) };
}

/** What a claim of choices prints. */
function printedText(b: DrawnBody, { drawn, names, prints }: Asking): Expression | undefined {
  const printed = drawn.printed(b);
  if (!printed || !b.options) return undefined;
  const texts = b.options.texts({ scope: b.scope, names, prints, option: undefined });
  return item(list('texts', ...texts), printed);
}

export function questionId(
  task: typed.Task,
  { formats, is }: Pick<Drawn, 'formats' | 'is'>,
  { draws }: Bound,
): Expression {
  if (!task.formats?.all) return draws.identity('question');
  return when(formats.map((f) => [is(f), draws.identity(`question ${f}`)] as const));
}

type Cases = readonly (readonly [Expression, Expression])[];

function templateCases(b: DrawnBody, drawn: Drawn, make: (t: typed.Template) => Expression): Cases {
  const { is, asked, claimed, claims } = drawn;
  return [
    ...b.body.asks.map((t, i) => [and(not(is('claim')), equal(asked, int(i))), make(t)] as const),
    ...claims.flatMap(({ claim, phrasing }, i) => {
      const template = b.body.claims[claim]?.phrasings[phrasing]?.template;
      return template ? [[and(is('claim'), equal(claimed, int(i))), make(template)] as const] : [];
    }),
  ];
}

function printedThing(b: DrawnBody, drawn: Drawn): PrintedThing | undefined {
  const { choices } = b.body;
  const index = choices?.kind === 'entities' ? drawn.printed(b) : undefined;
  return choices?.kind === 'entities' && index ? { entities: choices.entities, index } : undefined;
}

/** Statements are options; what an `ask` is answered by is said, too. */
function saidWith(template: typed.Template, { body }: DrawnBody): Said {
  const { answer, asks, choices } = body;
  const statements = choices?.kind === 'statements' ? choices.statements.map((s) => s.says) : [];
  return {
    templates: [template, ...statements],
    answer: answer?.value,
    as: answer?.as,
    answered: asks.includes(template),
  };
}

function answerText(drawn: Drawn, bound: Bound, perBody: PerBody): Expression {
  return perBody((b, writing) => {
    const cases: (readonly [Expression, Expression])[] = [];
    const { answer } = b.body;
    if (answer)
      cases.push([drawn.is('open'), answer.as ? renderAs(answer.as, writing) : renderAnswer(answer.value, writing)]);
    if (b.options && drawn.formats.includes('choice'))
      cases.push([drawn.is('choice'), shown(b.options, writing, bound.draws).answer]);
    if (drawn.truth) cases.push([drawn.is('claim'), truthText(b, drawn, drawn.truth)]);
    return when(cases);
  });
}

/** `True` or `False`; of a question that is answered in one word, `Yes` or `No`. */
function truthText(b: DrawnBody, { claims, claimed }: Drawn, truth: Expression): Expression {
  const words = (question: boolean): Expression =>
    when([[truth, text(question ? 'Yes' : 'True')]], text(question ? 'No' : 'False'));
  const questions = claims.map(({ claim }) => b.body.claims[claim]?.question ?? false);
  const [first = false] = questions;
  if (questions.every((q) => q === first)) return words(first);
  return when(questions.map((q, i) => [equal(claimed, int(i)), words(q)] as const));
}

function ofChoice(b: DrawnBody, { is }: Drawn, writing: Writing, bound: Bound, what: 'texts' | 'index'): Expression {
  if (!b.options) return unknown(what === 'texts' ? 'texts' : 'int');
  return when([[is('choice'), shown(b.options, writing, bound.draws)[what]]]);
}

/** Steps whose condition is true, joined by spaces; unknown where a said step has an unknown hole. */
function reason(b: DrawnBody, writing: Writing): Expression {
  const { reasons } = b.body;
  if (reasons.length === 0) return unknown('text');
  const said = reasons.map(({ say, when: condition }) => {
    const step = when([[holesKnown(say, b), join(text(' '), renderTemplate(say, writing))]]);
    return condition ? when([[isTrue(lowerScalar(condition, b.scope)), step]], text('')) : step;
  });
  // Each step brings the space before it; the first one's goes.
  return apply('without_first', 'text', join(...said));
}
