/**
 * AST -> bound, for facts that a facts directory gives in a column of its own: `column("grip_mm", unit: mm)`,
 * `column("material", type: text)`, `column("graspable", type: condition)`. Without either it holds plain numbers.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { Fact, OwnColumn } from '../std/facts.js';
import type * as ast from '../syntax/ast.js';
import { boolean, quantity, type Type, text } from '../types/type.js';
import { type Unit, unitNamed, units } from '../types/unit.js';
import type * as bound from './bound.js';
import { unknownUnit, wrongArgument } from './errors.js';

const example =
  '`column("grip_mm", unit: mm)`, `column("material", type: text)` or `column("graspable", type: condition)`';

export const isOwnColumn = (e: ast.Expression): e is ast.Call => e.kind === 'call' && e.callee.text === 'column';

export function bindOwnColumn(call: ast.Call, name: string, entity: bound.Entity, report: Report): bound.Expression {
  const { span } = call;
  const wrong = (problem: string): bound.Expression => {
    report(wrongArgument({ callee: 'column', problem, hint: example }, span));
    return { kind: 'error', span };
  };
  const [first, second, more] = call.arguments;
  if (first?.value.kind !== 'text' || first.value.value === '' || first.name || more)
    return wrong('needs the name of a column as a text, and perhaps a `unit` or a `type`.');
  const column = first.value.value;
  if (!second) return made(name, entity, { column, holds: 'number', whole: 1 }, undefined, span);
  const word = wordOf(second.value);
  if (second.name?.text === 'type' && (word === 'text' || word === 'condition'))
    return made(name, entity, { column, holds: word, whole: 1 }, undefined, span);
  if (second.name?.text !== 'unit' || word === undefined)
    return wrong('has a `unit`, or the `type` text or condition.');
  const unit = unitNamed(word);
  if (unit) return made(name, entity, { column, holds: 'number', whole: unit.whole }, unit, span);
  report(
    unknownUnit(
      {
        name: word,
        hint: didYouMean(
          word,
          units.map((u) => u.name),
        ),
      },
      second.value.span,
    ),
  );
  return { kind: 'error', span };
}

/** `mm`; what is no name is written as a text: `"%"`. */
function wordOf(e: ast.Expression): string | undefined {
  if (e.kind === 'name') return e.name.text;
  return e.kind === 'text' ? e.value : undefined;
}

function made(
  name: string,
  entity: bound.Entity,
  own: OwnColumn,
  unit: Unit | undefined,
  span: bound.Expression['span'],
): bound.Expression {
  const fact: Fact = {
    name,
    of: 'object',
    type: typeOf(own, unit),
    needs: ['object', 'column'],
    about: `column \`${own.column}\``,
    own,
  };
  return { kind: 'own column', entity, fact, span };
}

function typeOf({ holds }: OwnColumn, unit: Unit | undefined): Type {
  if (holds === 'text') return text;
  if (holds === 'condition') return boolean;
  return unit ? quantity(unit.dimension, true, false) : quantity('count', false, false);
}
