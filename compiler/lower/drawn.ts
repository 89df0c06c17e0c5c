/** What is drawn for a tuple: its format, its phrasing, its options, and with them its answer or truth. */
import { formatsOf } from '../check/check-task.js';
import type * as typed from '../check/typed.js';
import { add, below, bool, column, equal, int, not, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Format } from '../ir/program.js';
import type { Bound } from './binding.js';
import { type Bodies, type BodyScope, each } from './bodies.js';
import { drawBelow } from './draw.js';
import { lower, lowerScalar } from './expression.js';
import { type Options, optionsOf } from './options.js';
import { scalar, type Value } from './value.js';

/** A phrasing of a claim, by its place among all of the task. */
export interface ClaimPhrasing {
  readonly claim: number;
  readonly phrasing: number;
}

/** A body with what was found for it. */
export interface DrawnBody extends BodyScope {
  readonly answer: Value | undefined;
  readonly options: Options | undefined;
  /** For each phrasing of the claims whether it is true. */
  readonly truths: readonly Expression[];
}

export interface Drawn {
  readonly formats: readonly Format[];
  readonly is: (format: Format) => Expression;
  /** Number of the phrasing, of questions and of claims. */
  readonly asked: Expression;
  readonly claimed: Expression;
  readonly claims: readonly ClaimPhrasing[];
  readonly bodies: Bodies;
  readonly all: readonly DrawnBody[];
  /** The truth of the drawn claim; undefined without claims. */
  readonly truth: Expression | undefined;
  /** Number of the option, as listed, that a claim of choices prints; undefined without such a claim. */
  readonly printed: (b: DrawnBody) => Expression | undefined;
}

/** The name of the column that numbers formats where a tuple is asked in all. */
export const formatColumn = '#format';

export function drawFor(task: typed.Task, bodies: Bodies, bound: Bound): Drawn {
  const [{ body: first }] = bodies.all;
  const formats = formatsOf(first);
  const is = formatTest(formats, task.formats, bound);
  const claims = first.claims.flatMap((c, claim) => c.phrasings.map((_, phrasing) => ({ claim, phrasing })));
  const asked = bound.draws.pick('phrasing', Math.max(1, first.asks.length));
  const claimed = bound.draws.pick('phrasing', Math.max(1, claims.length));
  const ofChoices = first.claims.some((c) => !c.when);
  const drawnTruth = ofChoices ? equal(bound.draws.pick('truth', 2), int(1)) : bool(true);
  const all = bodies.all.map((b) => drawnBody(b, claims, drawnTruth, bound));
  const truth =
    claims.length === 0
      ? undefined
      : bound.columns.share(
          each(bodies, (_, i) => when((all[i]?.truths ?? []).map((t, k) => [equal(claimed, int(k)), t] as const))),
        );
  const printed = (b: DrawnBody): Expression | undefined =>
    ofChoices && b.options ? printedOption(b.options, drawnTruth, bound) : undefined;
  return { formats, is, asked, claimed, claims, bodies, all, truth, printed };
}

function drawnBody(b: BodyScope, claims: readonly ClaimPhrasing[], drawnTruth: Expression, bound: Bound): DrawnBody {
  const { body, scope } = b;
  const found = body.answer && lower(body.answer.value, scope);
  const answer = found && kept(found, bound);
  const options = body.choices && optionsOf(body.choices, answer, scope, bound.draws);
  const conditions = body.claims.map(({ when: condition }) => condition && scope.share(lowerScalar(condition, scope)));
  const truths = claims.map(({ claim, phrasing }) => {
    const condition = conditions[claim] ?? drawnTruth;
    return body.claims[claim]?.phrasings[phrasing]?.negated ? not(condition) : condition;
  });
  return { body, scope, answer, options, truths };
}

/** An answer is looked at several times: it gets a column of its own. */
function kept(value: Value, bound: Bound): Value {
  if (value.kind === 'scalar') return scalar(bound.columns.share(value.value));
  if (value.kind === 'member' || value.kind === 'order') return { ...value, index: bound.columns.share(value.index) };
  return value;
}

function formatTest(
  formats: readonly Format[],
  setting: typed.Formats | undefined,
  bound: Bound,
): (format: Format) => Expression {
  const [only, second] = formats;
  if (!second) return (format) => bool(format === only);
  const number = setting?.all ? column(formatColumn, 'int') : formatNumber(formats, setting, bound);
  return (format) => (formats.includes(format) ? equal(number, int(formats.indexOf(format))) : bool(false));
}

/** The format whose cumulated share is the first above the draw. */
function formatNumber(formats: readonly Format[], setting: typed.Formats | undefined, bound: Bound): Expression {
  const { ppm } = setting ?? {};
  if (!ppm) return bound.draws.pick('format', formats.length);
  const shares = formats.map((f) => ppm[f]);
  const whole = shares.reduce((a, b) => a + b, 0);
  const draw = bound.draws.number('format');
  let cumulated = 0;
  const cases = shares.slice(0, -1).map((share, i) => {
    cumulated += share;
    return [below(draw, int(drawBelow(cumulated, whole))), int(i)] as const;
  });
  return bound.columns.share(when(cases, int(shares.length - 1)));
}

/** The right option where the claim is true, else a drawn other one. */
function printedOption(options: Options, truth: Expression, bound: Bound): Expression {
  const other = bound.draws.pick('wrong', options.count - 1);
  const skipped = when([[not(below(other, options.right)), add(other, int(1))]], other);
  return bound.columns.share(when([[truth, options.right]], skipped));
}
