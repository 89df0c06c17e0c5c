/**
 * A task as one relation of questions, in the order of S11: tuples, format, askable, take, then text.
 * Everything that decides whether a tuple is asked stands before the first filter; text is made last.
 */

import { formatsOf } from '../check/check-task.js';
import type * as typed from '../check/typed.js';
import { and, bool } from '../ir/build.js';
import { Graph } from '../ir/graph.js';
import type { Expression, Relation } from '../ir/node.js';
import type { Takes, TaskProgram } from '../ir/program.js';
import { answerKnown } from './askable.js';
import { type Bound, bindEntities, type Tables } from './binding.js';
import { type Bodies, bodiesOf, each } from './bodies.js';
import { countMembers } from './count.js';
import { demandsOf } from './demands.js';
import { type Drawn, drawFor, formatColumn } from './drawn.js';
import { earlyConditions } from './early-conditions.js';
import { lower, lowerScalar } from './expression.js';
import { largestSetsOf } from './largest-sets.js';
import { type Name, nameObjects } from './naming.js';
import { withPoses } from './posed.js';
import type { Prints } from './precision.js';
import { printsOf } from './print.js';
import { questionColumns } from './question.js';
import { pickFromScene } from './scene-pick.js';
import type { Scope } from './scope.js';
import { tupleCountsOf } from './tuple-counts.js';
import { scalar, type Value } from './value.js';

export interface Place {
  readonly level: typed.Level;
  readonly settings: typed.Settings;
  readonly tables: Tables;
  readonly graph: Graph;
}

/** Every tuple in its formats, with what was drawn for it, before anything is left out. */
export interface Tuples {
  readonly bound: Bound;
  readonly bodies: Bodies;
  readonly drawn: Drawn;
  readonly names: ReadonlyMap<typed.Entity, Name>;
  readonly prints: Prints;
}

export function tuplesOf(task: typed.Task, place: Place): Tuples {
  const bound = bindEntities(task, place.settings.seed, place.tables, place.graph);
  return tuplesWith(task, bound, scopesOf(task, bound, place), place);
}

function tuplesWith(task: typed.Task, bound: Bound, bodies: Bodies, { settings, tables, graph }: Place): Tuples {
  pickFromScene({ task, bound, bodies, tables, graph });
  inAllFormats(task, bound);
  const drawn = drawFor(task, bodies, bound);
  const names = nameObjects(task, bodies, bound);
  return { bound, bodies, drawn, names, prints: printsOf(drawn, settings.imperialPpm, bound) };
}

export function lowerTask(task: typed.Task, at: Omit<Place, 'graph'>): TaskProgram {
  const graph = new Graph();
  const place: Place = { ...at, graph };
  const { settings } = place;
  const bound = bindEntities(task, settings.seed, place.tables, graph);
  const bodies = scopesOf(task, bound, place);
  const early = earlyConditions(bodies);
  bound.columns.continueFrom((relation) => graph.filter(relation, early));
  const { drawn, names, prints } = tuplesWith(task, bound, bodies, place);
  const askable = and(
    each(bodies, ({ body, scope }) => and(...body.wheres.map((w) => lowerScalar(w, scope)))),
    ...[...names.values()].map((n) => n.known),
    answerKnown(drawn, prints),
  );
  bound.columns.continueFrom((relation) => graph.filter(relation, askable));
  take(task, bound);
  const takes = takesOf(task);
  // Whether the recipe has a `mix … total n`.
  const mixed = settings.mix?.total !== undefined;
  const columns = questionColumns(task, {
    ...place,
    ...{ takenPerTask: takes.task !== null, mixed },
    ...{ drawn, bound, names, prints },
  });
  const questions = graph.project(bound.columns.flush(), columns);
  const { name, title } = task;
  return {
    graph,
    level: place.level.number,
    levelTitle: place.level.title,
    name,
    title,
    formats: drawn.formats,
    weight: task.weight,
    takes,
    tuples: tupleCountsOf(task),
    questionsPerTuple: task.formats?.all ? drawn.formats.length : 1,
    questions,
    demands: demandsOf(task),
    largestSets: largestSetsOf(task),
  };
}

/** With `formats all` each tuple stands once for every format. */
export function inAllFormats(task: typed.Task, bound: Bound): void {
  const count = formatsOf(task.bodies[0]).length;
  if (!task.formats?.all || count < 2) return;
  bound.columns.continueFrom((relation, graph) => graph.join(relation, graph.series(formatColumn, count), bool(true)));
}

export function scopesOf(task: typed.Task, bound: Bound, place: Place): Bodies {
  let counts = 0;
  const number = (): number => ++counts;
  const [first, ...rest] = task.bodies.map((body, i) => ({ body, scope: scopeOf(task, i, bound, place, number) }));
  if (!first) throw new Error('SPQ904: a task without a body');
  return bodiesOf([first, ...rest], bound.body);
}

function scopeOf(
  task: typed.Task,
  index: number,
  bound: Bound,
  { settings, tables, graph }: Place,
  number: () => number,
): Scope {
  const values = new Map<typed.ValueLet, Value>();
  const counted = new Map<typed.Counting, Value>();
  const scope: Scope = withPoses({
    settings,
    column: bound.column,
    share: (value) => bound.columns.share(value),
    valueOf: (declared) => {
      const known = values.get(declared);
      if (known) return known;
      const made = lower(declared.value, scope);
      const kept = made.kind === 'scalar' ? scalar(scope.share(made.value)) : made;
      values.set(declared, kept);
      return kept;
    },
    count: (e) => {
      const known = counted.get(e);
      if (known) return known;
      const made = countMembers(e, { body: index, index: number(), task, bound, tables, graph, scope });
      counted.set(e, made);
      return made;
    },
  });
  return scope;
}

function take(task: typed.Task, bound: Bound): void {
  // What is taken per task is cut when all is asked.
  const wanted = task.takes.find(({ per }) => per !== 'task');
  if (!wanted) return;
  const namesOf = (columns: readonly Expression[]): readonly string[] =>
    columns.flatMap((e) => (e.kind === 'column' ? [e.name] : []));
  const formats = task.formats?.all && formatsOf(task.bodies[0]).length > 1 ? [formatColumn] : [];
  const group = [bound.scene, ...(wanted.per === 'scene' ? [] : namesOf([bound.column(bound.first, 'key')]))];
  const order = [...namesOf([bound.draws.number('select')]), ...bound.ranks, ...formats];
  bound.columns.continueFrom((relation: Relation, graph) => graph.top(relation, group, order, wanted.count));
}

function takesOf({ takes }: typed.Task): Takes {
  const countOf = (wanted: (typeof takes)[number]['per']): number | null =>
    takes.find(({ per }) => per === wanted)?.count ?? null;
  return { scene: countOf('scene'), object: countOf('object'), task: countOf('task') };
}
