/** The unit and precision that the lengths of the drawn question choose together. */
import type * as typed from '../check/typed.js';
import { and, below, bool, equal, int, unknown, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Bound } from './binding.js';
import { each } from './bodies.js';
import { drawBelow } from './draw.js';
import type { Drawn, DrawnBody } from './drawn.js';
import { lowerScalar } from './expression.js';
import { chooseUnit, largest, type Print, smallest, twoDecimalMetres } from './numbers.js';
import { isLength, lengthsIn } from './text.js';

interface Case {
  readonly test: Expression;
  readonly lengths: readonly Expression[];
}

export function printOf(drawn: Drawn, imperialPpm: number, bound: Bound): Print {
  const cases = drawn.all.map((b) => casesOf(b, drawn));
  const reasons = drawn.all.flatMap(({ body }) => body.reasons);
  const inReasons = imperialPpm > 0 && reasons.some(({ say }) => say.parts.some(isLengthHole));
  // A task without lengths never prints in this unit; where its reasons alone have some, the draw is what is left to choose.
  if (cases.every((own) => own.length === 0) && !inReasons) return twoDecimalMetres;
  const { columns, draws } = bound;
  const over = (measure: (lengths: readonly Expression[]) => Expression): Expression =>
    columns.share(
      each(drawn.bodies, (_, i) => {
        const own = cases[i] ?? [];
        return own.length === 0 ? unknown('int') : when(own.map((c) => [c.test, measure(c.lengths)] as const));
      }),
    );
  const imperial =
    imperialPpm === 0 ? bool(false) : below(draws.number('unit'), int(drawBelow(imperialPpm, 1_000_000)));
  return chooseUnit(over(largest), over(smallest), imperial, (value) => columns.share(value));
}

function casesOf(b: DrawnBody, { is, asked, claimed, claims }: Drawn): readonly Case[] {
  const { body, scope, options } = b;
  const { answer } = body;
  const answered = answer && !answer.as ? lengthsOf(answer.value, b) : [];
  const as = answer?.as ? lengthsIn(answer.as, scope) : [];
  return [
    ...body.asks.map((t, i) => ({
      test: and(is('open'), equal(asked, int(i))),
      lengths: [...lengthsIn(t, scope), ...answered, ...as],
    })),
    ...body.asks.flatMap((t, i) =>
      options
        ? [{ test: and(is('choice'), equal(asked, int(i))), lengths: [...lengthsIn(t, scope), ...options.lengths] }]
        : [],
    ),
    ...claims.flatMap(({ claim, phrasing }, i) => {
      const said = body.claims[claim];
      const template = said?.phrasings[phrasing]?.template;
      const shown = said?.when ? [] : (options?.lengths ?? []);
      return template
        ? [{ test: and(is('claim'), equal(claimed, int(i))), lengths: [...lengthsIn(template, scope), ...shown] }]
        : [];
    }),
  ].filter((c) => c.lengths.length > 0 && !(c.test.kind === 'literal' && c.test.value === false));
}

const isLengthHole = (part: typed.TemplatePart): boolean => part.kind === 'hole' && isLength(part.value);

const lengthsOf = (e: typed.Expression, { scope }: DrawnBody): readonly Expression[] =>
  isLength(e) ? [lowerScalar(e, scope)] : [];
