/**
 * A task as one relation of questions, in the order of S11: tuples, format, askable, take, then text.
 * Everything that decides whether a tuple is asked stands before the first filter; text is made last.
 */

import { balancedByDraw } from '../check/symmetry.js';
import type * as typed from '../check/typed.js';
import { and, below, bool, equal, int, isKnown, isTrue, when } from '../ir/build.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Relation } from '../ir/node.js';
import type { Format, TaskProgram } from '../ir/program.js';
import { type Bound, bindEntities, type Tables } from './binding.js';
import { countMembers } from './count.js';
import { demandsOf } from './demands.js';
import { lower, lowerScalar } from './expression.js';
import { nameObjects } from './naming.js';
import { chooseUnit, largest, type Print, smallest, twoDecimalMetres } from './numbers.js';
import { type Options, optionsOf } from './options.js';
import { type Drawn, questionColumns } from './question.js';
import type { Scope } from './scope.js';
import { isLength, lengthsIn, type Writing } from './text.js';
import { scalar, type Value } from './value.js';

export interface Place {
  readonly level: typed.Level;
  readonly ordinal: number;
  readonly settings: typed.Settings;
  readonly tables: Tables;
  readonly graph: Graph;
}

export function lowerTask(task: typed.Task, place: Place): TaskProgram {
  const bound = bindEntities(task, place.settings.seed, place.tables, place.graph);
  const scope = taskScope(task, bound, place);
  const drawn = draw(task, bound, scope);
  const category = (e: typed.Expression): Expression => lowerScalar(e, scope);
  const names = nameObjects(task, bound, category);
  const print = printOf(task, drawn, scope, place.settings.imperialPpm, bound);
  const writing: Writing = { scope, names, print };
  const askable = and(
    ...task.wheres.map((w) => lowerScalar(w, scope)),
    ...[...names.values()].map((n) => n.known),
    answerKnown(task, drawn, print, scope),
  );
  bound.columns.continueFrom((relation, graph) => graph.filter(relation, askable));
  take(task, bound);
  const sampling = samplingOf(task, place.settings);
  const takenPerTask = sampling.take !== undefined;
  const parity = parityOf(task, drawn);
  const columns = questionColumns(task, { ...place, ...sampling, drawn, bound, writing, parity, takenPerTask });
  const questions = place.graph.project(bound.columns.flush(), columns);
  return {
    level: place.level.number,
    levelTitle: place.level.title,
    name: task.name,
    title: task.title,
    formats: drawn.formats,
    weight: sampling.weight,
    take: sampling.take,
    questions,
    demands: demandsOf(task),
  };
}

function taskScope(task: typed.Task, bound: Bound, { settings, tables, graph }: Place): Scope {
  const values = new Map<typed.Let, Value>();
  const counted = new Map<typed.Expression, Value>();
  const scope: Scope = {
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
      const made = countMembers(e, { index: counted.size + 1, task, bound, tables, graph, scope });
      counted.set(e, made);
      return made;
    },
  };
  return scope;
}

/** Format, phrasing, answer, truth and options of each tuple. */
function draw(task: typed.Task, bound: Bound, scope: Scope): Drawn {
  const formats: Format[] = [];
  if (task.answer) formats.push('open');
  if (task.choices) formats.push('choice');
  if (task.claims.length > 0) formats.push('claim');
  const format = bound.draws.pick('format', formats.length);
  const is = (f: Format): Expression =>
    formats.includes(f) ? (formats.length === 1 ? bool(true) : equal(format, int(formats.indexOf(f)))) : bool(false);
  const claims = task.claims.flatMap((claim) => claim.phrasings.map((phrasing) => ({ claim, phrasing })));
  const asked = task.asks.length === 0 ? int(0) : bound.draws.pick('phrasing', task.asks.length);
  const claimed = claims.length === 0 ? int(0) : bound.draws.pick('phrasing', claims.length);
  const truth = new Map(task.claims.map((claim) => [claim, scope.share(lowerScalar(claim.when, scope))] as const));
  const answer = task.answer && lower(task.answer.value, scope);
  const kept: Value | undefined =
    answer?.kind === 'member'
      ? { ...answer, index: scope.share(answer.index) }
      : answer?.kind === 'scalar'
        ? scalar(scope.share(answer.value))
        : answer;
  const options: Options | undefined = task.choices && kept && optionsOf(task.choices, kept, scope, bound.draws);
  return {
    formats,
    is,
    asked,
    claimed,
    claims,
    truth:
      claims.length === 0
        ? undefined
        : scope.share(
            when(claims.map(({ claim }, i) => [equal(claimed, int(i)), truth.get(claim) ?? bool(false)] as const)),
          ),
    answer: kept,
    options,
  };
}

/** The unit that the lengths of the drawn question choose together. */
function printOf(task: typed.Task, drawn: Drawn, scope: Scope, imperialPpm: number, bound: Bound): Print {
  const answered =
    task.answer && !task.answer.as && isLength(task.answer.value) ? [lowerScalar(task.answer.value, scope)] : [];
  const as = task.answer?.as ? lengthsIn(task.answer.as, scope) : [];
  const cases = [
    ...task.asks.map((t, i) => ({
      test: and(drawn.is('open'), equal(drawn.asked, int(i))),
      lengths: [...lengthsIn(t, scope), ...answered, ...as],
    })),
    ...(drawn.options
      ? task.asks.map((t, i) => ({
          test: and(drawn.is('choice'), equal(drawn.asked, int(i))),
          lengths: [...lengthsIn(t, scope), ...(drawn.options?.lengths ?? [])],
        }))
      : []),
    ...drawn.claims.map(({ phrasing }, i) => ({
      test: and(drawn.is('claim'), equal(drawn.claimed, int(i))),
      lengths: lengthsIn(phrasing, scope),
    })),
  ].filter((c) => c.lengths.length > 0);
  // A task without lengths never prints in this unit.
  if (cases.length === 0) return twoDecimalMetres;
  const over = (measure: (lengths: readonly Expression[]) => Expression): Expression =>
    scope.share(when(cases.map((c) => [c.test, measure(c.lengths)] as const)));
  const imperial = imperialPpm === 0 ? bool(false) : below(bound.draws.number('unit'), int(shareOf(imperialPpm)));
  return chooseUnit(over(largest), over(smallest), imperial, scope.share);
}

/** Known, and printable in the drawn words: a text with a hole that is unknown asks nothing. */
function answerKnown(task: typed.Task, drawn: Drawn, print: Print, scope: Scope): Expression {
  const { is, answer, options, truth, asked, claimed, claims } = drawn;
  const known = answer ? valueKnown(answer) : bool(false);
  const words = drawnHolesKnown(task.asks, asked, task, scope);
  const as = task.answer?.as ? [holesKnown(task.answer.as, task, scope)] : [];
  const cases: (readonly [Expression, Expression])[] = [[is('open'), and(known, words, ...as)]];
  if (options) cases.push([is('choice'), and(known, words, options.askable(print))]);
  const phrasings = claims.map(({ phrasing }) => phrasing);
  if (truth) cases.push([is('claim'), and(isKnown(truth), drawnHolesKnown(phrasings, claimed, task, scope))]);
  const possible = cases.filter(([test]) => !(test.kind === 'literal' && test.value === false));
  const [only, second] = possible;
  return only && !second ? only[1] : isTrue(when(possible));
}

function drawnHolesKnown(
  templates: readonly typed.Template[],
  drawn: Expression,
  task: typed.Task,
  scope: Scope,
): Expression {
  const known = templates.map((t) => holesKnown(t, task, scope));
  const [first = bool(true)] = known;
  // Phrasings mostly have holes alike.
  if (known.every((k) => k === first || sameLiteral(k, first))) return first;
  return isTrue(when(known.map((k, i) => [equal(drawn, int(i)), k] as const)));
}

const sameLiteral = (a: Expression, b: Expression): boolean =>
  a.kind === 'literal' && b.kind === 'literal' && a.value === b.value;

function holesKnown(template: typed.Template, task: typed.Task, scope: Scope): Expression {
  const holes = template.parts.flatMap((part) => (part.kind === 'hole' ? [part] : []));
  return and(...holes.flatMap(({ value, format }) => holeKnown(value, format, task, scope)));
}

/** Empty for what is known anyway: things have references, and the answer is looked at by itself. */
function holeKnown(
  value: typed.Expression,
  format: typed.HoleFormat,
  task: typed.Task,
  scope: Scope,
): readonly Expression[] {
  const answer = task.answer?.value;
  if (value.kind === 'entity') return format === 'plural' ? [isKnown(scope.column(value.entity, 'plural'))] : [];
  if (value.kind === 'let' && answer?.kind === 'let' && value.let === answer.let && task.claims.length === 0) return [];
  return [valueKnown(lower(value, scope))];
}

function valueKnown(value: Value): Expression {
  switch (value.kind) {
    case 'scalar':
      return isKnown(value.value);
    case 'bounds':
      return equal(value.low, value.high);
    case 'member':
      return isKnown(value.index);
    case 'triple':
      // Coordinates in a named frame are what they are; only the words right and up need a level camera.
      return and(...[value.right, value.up, value.forward].map(isKnown));
    case 'range':
    case 'direction':
    case 'entity':
      return bool(true);
  }
}

function take(task: typed.Task, bound: Bound): void {
  // What is taken per task is cut when all is asked.
  const wanted = task.takes.find(({ per }) => per !== 'task');
  if (!wanted) return;
  const draw = bound.draws.number('select');
  const scene = bound.column(bound.first, 'scene');
  const group = wanted.per === 'scene' ? [scene] : [scene, bound.column(bound.first, 'key')];
  const names = [...group, draw, bound.key].flatMap((e) => (e.kind === 'column' ? [e.name] : []));
  bound.columns.continueFrom((relation: Relation, graph) =>
    graph.top(relation, names.slice(0, group.length), names.slice(group.length), wanted.count),
  );
}

interface TaskSampling {
  readonly weight: number;
  /** Of `take n per task`. */
  readonly take: number | undefined;
  /** Whether the recipe has a `mix … total n`. */
  readonly mixed: boolean;
}

function samplingOf(task: typed.Task, { mix }: typed.Settings): TaskSampling {
  const take = task.takes.find(({ per }) => per === 'task')?.count;
  return { weight: task.weight, take, mixed: mix?.total !== undefined };
}

/** For each phrasing of a claim, whether its truth must be balanced by quota. */
function parityOf(task: typed.Task, drawn: Drawn): readonly boolean[] {
  return drawn.claims.map(({ claim }) => !balancedByDraw(task, claim));
}

/** The draw below which a share of millionths lies: pick(2^52 -> 10^6) < ppm, without leaving whole numbers. */
function shareOf(ppm: number): number {
  return Number((BigInt(ppm) * 2n ** 52n + 999_999n) / 1_000_000n);
}
