/** The columns of a question (docs/store.md), made for the tuples that are asked. */
import type * as typed from '../check/typed.js';
import {
  and,
  apply,
  bool,
  divide,
  equal,
  int,
  list,
  named,
  not,
  real,
  text,
  toReal,
  toText,
  unknown,
  when,
} from '../ir/build.js';
import type { Expression, Named } from '../ir/node.js';
import type { Format } from '../ir/program.js';
import type { Quantity } from '../types/type.js';
import { siUnit, wholePerUnit } from '../types/unit.js';
import type { Bound } from './binding.js';
import { decidingMargin } from './deciding-margin.js';
import { type Options, shown } from './options.js';
import { renderHole, renderTemplate, type Writing } from './text.js';
import type { Value } from './value.js';

/** What was drawn and found for a tuple. */
export interface Drawn {
  readonly formats: readonly Format[];
  readonly is: (format: Format) => Expression;
  readonly asked: Expression;
  readonly claimed: Expression;
  readonly claims: readonly { readonly claim: typed.Claim; readonly phrasing: typed.Template }[];
  readonly truth: Expression | undefined;
  readonly answer: Value | undefined;
  readonly options: Options | undefined;
}

export interface Asking {
  readonly level: typed.Level;
  readonly ordinal: number;
  readonly drawn: Drawn;
  readonly bound: Bound;
  readonly writing: Writing;
  /** Per phrasing of the claims: whether its truth is balanced by quota. */
  readonly parity: readonly boolean[];
  /** Whether `take n per task` and `mix … total n` cut the task: only then are their draws made. */
  readonly takenPerTask: boolean;
  readonly mixed: boolean;
}

/** A case per drawn template: `[condition, what it gives]`. */
type Cases = readonly (readonly [Expression, Expression])[];

export function questionColumns(task: typed.Task, asking: Asking): readonly Named[] {
  const { drawn, bound, writing, level, ordinal, takenPerTask, mixed } = asking;
  const scene = (name: string): Expression => bound.column(bound.first, name);
  const perTemplate = (make: (t: typed.Template) => Expression): Expression => when(templateCases(task, drawn, make));
  const options = drawn.options && shown(drawn.options, writing, bound.draws);
  const image = scene('image_uri');
  return [
    named('scene', scene('scene')),
    named('ordinal', int(ordinal)),
    named('key', bound.key),
    named('question_id', bound.draws.identity('question')),
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
      perTemplate((t) => renderTemplate(t, writing)),
    ),
    named('answer', answerText(task, asking, options?.answer)),
    named('options', options ? when([[drawn.is('choice'), options.texts]]) : unknown('texts')),
    named('answer_index', options ? when([[drawn.is('choice'), options.index]]) : unknown('int')),
    named(
      'slots',
      perTemplate((t) => slots(t, asking)),
    ),
    named(
      'objects',
      perTemplate((t) => mentioned(t, bound)),
    ),
    ...measured(task, asking),
    named('reason', task.reasons.length === 0 ? unknown('text') : reason(task, asking)),
    named('select_draw', takenPerTask ? bound.draws.number('select task') : unknown('int')),
    named('mix_draw', mixed ? bound.draws.number('mix') : unknown('int')),
    ...balance(task, asking),
  ];
}

function templateCases(task: typed.Task, drawn: Drawn, make: (t: typed.Template) => Expression): Cases {
  const made = new Map<typed.Template, Expression>();
  const once = (t: typed.Template): Expression => {
    const known = made.get(t) ?? make(t);
    made.set(t, known);
    return known;
  };
  const isClaim = drawn.is('claim');
  return [
    ...task.asks.map((t, i) => [and(not(isClaim), equal(drawn.asked, int(i))), once(t)] as const),
    ...drawn.claims.map(({ phrasing }, i) => [and(isClaim, equal(drawn.claimed, int(i))), once(phrasing)] as const),
  ];
}

function answerText(task: typed.Task, { drawn, writing }: Asking, chosen: Expression | undefined): Expression {
  const cases: (readonly [Expression, Expression])[] = [];
  if (task.answer) {
    const open = task.answer.as
      ? renderTemplate(task.answer.as, writing)
      : renderHole(task.answer.value, 'plain', writing);
    cases.push([drawn.is('open'), open]);
  }
  if (chosen) cases.push([drawn.is('choice'), chosen]);
  if (drawn.truth) cases.push([drawn.is('claim'), when([[drawn.truth, text('True')]], text('False'))]);
  return when(cases);
}

/** value, unit, accept and margin: what a scorer reads. */
function measured(task: typed.Task, { drawn, writing }: Asking): readonly Named[] {
  const quantity = task.answer?.value.type.kind === 'quantity' ? task.answer.value.type : undefined;
  const asks = not(drawn.is('claim'));
  return [
    named('value', quantity && drawn.answer ? when([[asks, si(numberOf(drawn.answer), quantity)]]) : unknown('real')),
    named('unit', quantity ? when([[asks, text(siUnit[quantity.dimension])]]) : unknown('text')),
    named(
      'accept',
      when(
        [
          [drawn.is('choice'), text('{"rule":"option"}')],
          [drawn.is('open'), text(acceptOpen(task, quantity))],
        ],
        text('{"rule":"exact"}'),
      ),
    ),
    named('margin', margins(task, { drawn, writing })),
  ];
}

function numberOf(value: Value): Expression {
  if (value.kind === 'scalar') return value.value;
  return value.kind === 'bounds' ? value.low : unknown('int');
}

const si = (value: Expression, { dimension }: Quantity): Expression =>
  divide(toReal(value), real(wholePerUnit[dimension]));

function acceptOpen(task: typed.Task, quantity: Quantity | undefined): string {
  if (task.answer?.value.type.kind === 'point') return '{"rule":"position","relative":0.1,"absolute":0.1}';
  if (!quantity || quantity.dimension === 'count') return '{"rule":"exact"}';
  // A signed length may be near zero, where a share of it is nothing.
  return quantity.signed
    ? '{"rule":"relative","tolerance":0.25,"absolute":0.1}'
    : '{"rule":"relative","tolerance":0.25}';
}

function margins(task: typed.Task, { drawn, writing }: Pick<Asking, 'drawn' | 'writing'>): Expression {
  const asked = task.answer && decidingMargin(task.answer.value, writing.scope);
  const cases: (readonly [Expression, Expression])[] = asked ? [[not(drawn.is('claim')), asked]] : [];
  drawn.claims.forEach(({ claim }, i) => {
    const margin = decidingMargin(claim.when, writing.scope);
    if (margin) cases.push([and(drawn.is('claim'), equal(drawn.claimed, int(i))), margin]);
  });
  return cases.length > 0 ? when(cases) : unknown('real');
}

/** Typed slots, one per hole of the template, in its order: what a dialect renders at export. */
function slots(template: typed.Template, asking: Asking): Expression {
  const made = template.parts.flatMap((part) => (part.kind === 'hole' ? [slot(part.value, part.format, asking)] : []));
  return apply('list', 'struct', ...made);
}

function slot(value: typed.Expression, format: typed.HoleFormat, { bound, writing }: Asking): Expression {
  const entity = value.kind === 'entity' ? value.entity : undefined;
  const name = entity && writing.names.get(entity);
  const isBox = name ? equal(name.strategy, text('box')) : bool(false);
  const of = (column: string): Expression => (entity ? bound.column(entity, column) : unknown('real'));
  const kind = entity ? entity.kind : value.type.kind === 'quantity' ? 'number' : 'text';
  return apply(
    'struct',
    'struct',
    ...[
      ['name', text(entity?.name ?? (value.kind === 'let' ? value.let.name : ''))],
      ['kind', text(kind)],
      ['text', renderHole(value, format, writing)],
      ['id', entity ? idOf(entity, bound) : unknown('text')],
      ['strategy', name ? name.strategy : unknown('text')],
      ['colour', name ? name.colour : unknown('text')],
      [
        'box',
        entity?.kind === 'object'
          ? when([[isBox, list('reals', of('x1'), of('y1'), of('x2'), of('y2'))]])
          : unknown('reals'),
      ],
      ['point', entity?.kind === 'pixel' ? list('reals', of('u'), of('v')) : unknown('reals')],
    ].flatMap(([field, e]) => [text(String(field)), e as Expression]),
  );
}

function idOf(entity: typed.Entity, bound: Bound): Expression {
  const column: Readonly<Record<typed.Entity['kind'], string>> = {
    object: 'object_id',
    pixel: 'pixel_id',
    category: 'category',
  };
  return bound.column(entity, column[entity.kind]);
}

/** Ids of objects and pixels in the order in which the template names them. */
function mentioned(template: typed.Template, bound: Bound): Expression {
  const entities = template.parts.flatMap((part) =>
    part.kind === 'hole' && part.value.kind === 'entity' && part.value.entity.kind !== 'category'
      ? [part.value.entity]
      : [],
  );
  return list('texts', ...[...new Set(entities)].map((e) => idOf(e, bound)));
}

function reason(task: typed.Task, { bound, writing }: Asking): Expression {
  const drawn = bound.draws.pick('reason', task.reasons.length);
  return when(task.reasons.map((t, i) => [equal(drawn, int(i)), renderTemplate(t, writing)] as const));
}

/** Cells of the balance: claims by phrasing and truth, words and counts by format and answer. */
function balance(task: typed.Task, { drawn, bound, parity }: Asking): readonly Named[] {
  const groups: (readonly [Expression, Expression])[] = [];
  const values: (readonly [Expression, Expression])[] = [];
  drawn.claims.forEach((_, i) => {
    if (parity[i]) groups.push([and(drawn.is('claim'), equal(drawn.claimed, int(i))), text(`claim ${i + 1}`)]);
  });
  if (drawn.truth) values.push([drawn.is('claim'), when([[drawn.truth, text('True')]], text('False'))]);
  const answer = drawn.answer;
  const type = task.answer?.value.type;
  if (answer && type && (type.kind === 'enumeration' || (type.kind === 'quantity' && type.dimension === 'count'))) {
    const value = type.kind === 'enumeration' && answer.kind === 'scalar' ? answer.value : toText(numberOf(answer));
    for (const format of ['open', 'choice'] as const) {
      if (!drawn.formats.includes(format)) continue;
      groups.push([drawn.is(format), text(format)]);
      values.push([drawn.is(format), value]);
    }
  }
  return [
    named('balance_group', groups.length > 0 ? when(groups) : unknown('text')),
    named('balance_value', groups.length > 0 ? when(values) : unknown('text')),
    named('balance_draw', groups.length > 0 ? bound.draws.number('balance') : unknown('int')),
  ];
}
