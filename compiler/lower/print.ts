/** Unit and precision that the numbers of the drawn question choose together, for each group of them. */
import type * as typed from '../check/typed.js';
import { and, below, bool, equal, int, unknown, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Bound } from './binding.js';
import { each } from './bodies.js';
import { drawBelow } from './draw.js';
import type { Drawn, DrawnBody } from './drawn.js';
import { lowerScalar } from './expression.js';
import type { Print } from './numbers.js';
import {
  type Amount,
  groupOf,
  largest,
  type PrintGroup,
  type Prints,
  printAlone,
  printFor,
  smallestThatCounts,
} from './precision.js';
import { amountsIn, isLength } from './text.js';

interface Case {
  readonly test: Expression;
  readonly amounts: readonly Amount[];
}

export function printsOf(drawn: Drawn, imperialPpm: number, bound: Bound): Prints {
  const cases = drawn.all.map((b) => casesOf(b, drawn));
  const of = (group: PrintGroup): Print => printOf(group, cases, drawn, imperialPpm, bound);
  return { length: of('length'), m: of('m'), cm: of('cm'), area: of('area'), volume: of('volume') };
}

function printOf(
  group: PrintGroup,
  cases: readonly (readonly Case[])[],
  drawn: Drawn,
  imperialPpm: number,
  bound: Bound,
): Print {
  const share = (value: Expression): Expression => bound.columns.share(value);
  const own = cases.map((ofBody) =>
    ofBody.flatMap(({ test, amounts }) => {
      const values = amounts.flatMap((a) => (a.group === group ? [a.value] : []));
      return values.length > 0 ? [{ test, values }] : [];
    }),
  );
  // A task without such numbers never prints any; where its reasons alone have some, the draw is what is left to choose.
  const drawnForReasons = group === 'length' && imperialPpm > 0 && drawn.all.some(hasLengthsInReasons);
  if (own.every((ofBody) => ofBody.length === 0) && !drawnForReasons) return printAlone(group);
  const over = (measure: (values: readonly Expression[]) => Expression): Expression =>
    share(
      each(drawn.bodies, (_, i) => {
        const ofBody = own[i] ?? [];
        return ofBody.length === 0 ? unknown('int') : when(ofBody.map((c) => [c.test, measure(c.values)] as const));
      }),
    );
  const large = over((values) => largest(values, share));
  const small = over((values) => smallestThatCounts(values, large, group));
  const imperial =
    group !== 'length' || imperialPpm === 0
      ? bool(false)
      : below(bound.draws.number('unit'), int(drawBelow(imperialPpm, 1_000_000)));
  return printFor(group, { large, small }, imperial, share);
}

function casesOf(b: DrawnBody, { is, asked, claimed, claims }: Drawn): readonly Case[] {
  const { body, scope, options } = b;
  const { answer } = body;
  const answered = answer && !answer.as ? amountsOf(answer.value, b) : [];
  const as = answer?.as ? amountsIn(answer.as, scope) : [];
  return [
    ...body.asks.map((t, i) => ({
      test: and(is('open'), equal(asked, int(i))),
      amounts: [...amountsIn(t, scope), ...answered, ...as],
    })),
    ...body.asks.flatMap((t, i) =>
      options
        ? [{ test: and(is('choice'), equal(asked, int(i))), amounts: [...amountsIn(t, scope), ...options.amounts] }]
        : [],
    ),
    ...claims.flatMap(({ claim, phrasing }, i) => {
      const said = body.claims[claim];
      const template = said?.phrasings[phrasing]?.template;
      const shown = said?.when ? [] : (options?.amounts ?? []);
      return template
        ? [{ test: and(is('claim'), equal(claimed, int(i))), amounts: [...amountsIn(template, scope), ...shown] }]
        : [];
    }),
  ].filter((c) => c.amounts.length > 0 && !(c.test.kind === 'literal' && c.test.value === false));
}

const hasLengthsInReasons = ({ body }: DrawnBody): boolean =>
  body.reasons.some(({ say }) => say.parts.some((part) => part.kind === 'hole' && isLength(part.value)));

function amountsOf(e: typed.Expression, { scope }: DrawnBody): readonly Amount[] {
  const group = e.type.kind === 'quantity' ? groupOf(e.type.dimension, 'plain') : undefined;
  return group ? [{ group, value: lowerScalar(e, scope) }] : [];
}
