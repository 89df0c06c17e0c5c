/** A task as its tuples before anything is left out, with what decides where each of them went. */
import { formatsOf } from '../check/check-task.js';
import type * as typed from '../check/typed.js';
import {
  and,
  bool,
  column,
  equal,
  int,
  isKnown,
  isTrue,
  named,
  not,
  or,
  text,
  toText,
  unknown,
  when,
} from '../ir/build.js';
import type { Expression, Named, Relation } from '../ir/node.js';
import type { Format } from '../ir/program.js';
import { answerKnown } from './askable.js';
import { type Bound, bindEntities } from './binding.js';
import { each } from './bodies.js';
import { valueKnown } from './compare.js';
import { decidingDistance } from './deciding-distance.js';
import { decidingMargin } from './deciding-margin.js';
import { ofDeciding } from './deciding-question.js';
import { formatColumn } from './drawn.js';
import { lowerScalar } from './expression.js';
import { questionId } from './question.js';
import { inAllFormats, type Place, type Tuples, tuplesOf } from './task.js';

/** Tuples before a `let` picks things from the scene, which leaves out those that pick none; undefined without such a `let`. */
export function boundTuples(task: typed.Task, place: Place): Relation | undefined {
  if (!task.bodies.some((b) => b.lets.some(({ kind }) => kind === 'entity'))) return undefined;
  const bound = bindEntities(task, place.settings.seed, place.tables, place.graph);
  inAllFormats(task, bound);
  const formats = formatsOf(task.bodies[0]);
  const is = (format: Format): Expression =>
    formats.length < 2 ? bool(true) : equal(column(formatColumn, 'int'), int(formats.indexOf(format)));
  const id = toText(questionId(task, { formats, is }, bound));
  const columns = [named('scene', bound.column(bound.first, 'scene')), named('question', id), ...classes(task, bound)];
  return place.graph.project(bound.columns.flush(), columns);
}

/** Every tuple with the columns of `FunnelTask.tuples`. */
export function probedTuples(task: typed.Task, place: Place): Relation {
  const tuples = tuplesOf(task, place);
  const { bound, drawn, names, prints } = tuples;
  const take = task.takes.find(({ per }) => per !== 'task');
  const columns = [
    ...identity(task, tuples),
    ...classes(task, bound),
    named('allowed', allowed(tuples)),
    named('found', found(tuples)),
    named('named', isTrue(and(...[...names.values()].map((n) => n.known)))),
    named('optioned', optioned(tuples)),
    named('answerable', isTrue(answerKnown(drawn, prints))),
    named('first', take?.per === 'object' ? bound.column(bound.first, 'key') : text('')),
    named('place', take ? bound.draws.number('select') : int(0)),
    named('key', bound.key),
    named('turn', task.formats?.all && drawn.formats.length > 1 ? column(formatColumn, 'int') : int(0)),
    ...margins(tuples),
  ];
  return place.graph.project(bound.columns.flush(), columns);
}

/** Whether what is asked of each tuple can be told at all. */
export function resolvedTuples(task: typed.Task, place: Place): Relation {
  const tuples = tuplesOf(task, place);
  const where = allowed(tuples);
  const resolved = or(isTrue(not(where)), and(isTrue(where), found(tuples)));
  const columns = [...identity(task, tuples), named('resolved', resolved)];
  return place.graph.project(tuples.bound.columns.flush(), columns);
}

const identity = (task: typed.Task, { bound, drawn }: Tuples): readonly Named[] => [
  named('scene', bound.column(bound.first, 'scene')),
  named('question', toText(questionId(task, drawn, bound))),
];

const classes = (task: typed.Task, bound: Bound): readonly Named[] =>
  task.binders
    .flatMap((b) => b.entities)
    .map((e, i) => named(`class_${i}`, e.kind === 'pixel' ? unknown('text') : bound.column(e, 'category')));

const allowed = ({ bodies }: Tuples): Expression =>
  each(bodies, ({ body, scope }) => and(...body.wheres.map((w) => lowerScalar(w, scope))));

/** The answer; of a claim its truth, and where it is about the options of a choice, the answer that these come from. */
function found({ bodies, drawn }: Tuples): Expression {
  return isTrue(
    each(bodies, ({ body }, i) => {
      const answer = drawn.all[i]?.answer;
      const known = answer ? valueKnown(answer) : bool(true);
      const ofChoices = body.claims.some((c) => !c.when) ? known : bool(true);
      const claim = drawn.truth ? and(isKnown(drawn.truth), ofChoices) : bool(true);
      return when([[drawn.is('claim'), claim]], known);
    }),
  );
}

function optioned({ bodies, drawn, prints }: Tuples): Expression {
  return isTrue(
    each(bodies, ({ body }, i) => {
      const options = drawn.all[i]?.options;
      if (!options) return bool(true);
      const claims = drawn.claims.flatMap(({ claim }, k) =>
        body.claims[claim]?.when ? [] : [equal(drawn.claimed, int(k))],
      );
      const needed = or(drawn.is('choice'), and(drawn.is('claim'), or(...claims)));
      return when([[needed, options.askable(prints)]], bool(true));
    }),
  );
}

/** Of the answer, or of the claim that was drawn. */
function margins({ bodies, drawn }: Tuples): readonly Named[] {
  const of = (told: typeof decidingDistance): Expression =>
    each(bodies, (_, i) => {
      const b = drawn.all[i];
      return b ? ofDeciding(b, drawn, told) : unknown('real');
    });
  return [named('margin', of(decidingMargin)), named('apart', of(decidingDistance))];
}
