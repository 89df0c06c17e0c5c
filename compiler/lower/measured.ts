/** value, unit, accept and margin of a question: what a scorer reads. */
import type * as typed from '../check/typed.js';
import { divide, named, not, real, text, toReal, unknown, when } from '../ir/build.js';
import type { Expression, Named } from '../ir/node.js';
import type { Quantity } from '../types/type.js';
import { siUnit, wholePerUnit } from '../types/unit.js';
import { each } from './bodies.js';
import { decidingMargin } from './deciding-margin.js';
import { ofDeciding } from './deciding-question.js';
import type { DrawnBody } from './drawn.js';
import type { Asking } from './question.js';
import type { Value } from './value.js';

export function measured(asking: Asking): readonly Named[] {
  const { drawn } = asking;
  const perBody = (make: (b: DrawnBody) => Expression): Expression =>
    each(drawn.bodies, (_, i) => {
      const b = drawn.all[i];
      return b ? make(b) : unknown('real');
    });
  const asks = not(drawn.is('claim'));
  return [
    named(
      'value',
      perBody((b) => {
        const quantity = quantityOf(b);
        return quantity && b.answer ? when([[asks, si(numberOf(b.answer), quantity)]]) : unknown('real');
      }),
    ),
    named(
      'unit',
      perBody((b) => {
        const quantity = quantityOf(b);
        return quantity ? when([[asks, text(siUnit[quantity.dimension])]]) : unknown('text');
      }),
    ),
    named(
      'accept',
      perBody((b) =>
        when(
          [
            [drawn.is('choice'), text('{"rule":"option"}')],
            [drawn.is('open'), text(acceptOpen(b.body.answer?.value))],
          ],
          text('{"rule":"exact"}'),
        ),
      ),
    ),
    named(
      'margin',
      perBody((b) => ofDeciding(b, drawn, decidingMargin)),
    ),
  ];
}

function quantityOf({ body }: DrawnBody): Quantity | undefined {
  const type = body.answer?.value.type;
  return type?.kind === 'quantity' ? type : undefined;
}

function numberOf(value: Value): Expression {
  if (value.kind === 'scalar') return value.value;
  return value.kind === 'bounds' ? value.low : unknown('int');
}

const si = (value: Expression, { dimension }: Quantity): Expression =>
  divide(toReal(value), real(wholePerUnit[dimension]));

/** The rule as JSON; docs/store.md says what each means. */
const acceptOpen = (answer: typed.Expression | undefined): string => JSON.stringify(answer ? ruleOf(answer) : exact);

type Rule = Readonly<Record<string, unknown>>;
const exact: Rule = { rule: 'exact' };

function ruleOf(answer: typed.Expression): Rule {
  if (answer.kind === 'let') return ruleOf(answer.let.value);
  if (answer.kind === 'tuple') return ofItems(answer.items);
  switch (answer.type.kind) {
    case 'point':
    case 'vector':
      return { rule: 'position', relative: 0.25, absolute: 0.1 };
    case 'unit':
      return { rule: 'direction', degrees: 15 };
    case 'box':
      return { rule: 'iou', least: 0.5 };
    case 'box3d':
      return { rule: 'iou3d', least: 0.25 };
    case 'quantity':
      return ofNumber(answer.type);
    case 'enumeration':
    case 'boolean':
    case 'text':
    case 'entity':
    case 'direction':
    case 'axis':
    case 'footprint':
    case 'list':
    case 'tuple':
    case 'unknown':
    case 'extents':
    case 'range':
    case 'error':
      return exact;
  }
}

/** Measured numbers alone are judged together; what holds words, names or counts item by item. */
function ofItems(items: readonly typed.Expression[]): Rule {
  if (items.every(isMeasured)) return { rule: 'numbers', tolerance: 0.25, absolute: 0.1 };
  const rules = items.map(ruleOf);
  return rules.every(({ rule }) => rule === 'exact') ? exact : { rule: 'items', items: rules };
}

const isMeasured = ({ type }: typed.Expression): boolean => type.kind === 'quantity' && type.dimension !== 'count';

function ofNumber({ dimension, signed }: Quantity): Rule {
  if (dimension === 'count') return { rule: 'exact' };
  if (dimension === 'angle') return { rule: 'absolute', degrees: 15 };
  // A signed length may be near zero, where a share of it is nothing.
  if (signed) return { rule: 'relative', tolerance: 0.25, absolute: 0.1 };
  // Ratios are printed in whole per cents: of a small one, half a per cent is more than a quarter.
  return { rule: 'relative', tolerance: 0.25, ...(dimension === 'ratio' ? { absolute: 0.005 } : {}) };
}
