/** Texts: templates with the values of a tuple put in. */
import type * as typed from '../check/typed.js';
import { apply, equal, int, join, negate, text, toText, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { lower, lowerScalar } from './expression.js';
import type { Name } from './naming.js';
import { fixed, type Print, printDigits, printedDigits, printLength, smallest, twoDecimalMetres } from './numbers.js';
import type { Scope } from './scope.js';

/** What texts are made with: the values in scope, the names of objects, the unit of the question. */
export interface Writing {
  readonly scope: Scope;
  readonly names: ReadonlyMap<typed.Entity, Name>;
  readonly print: Print;
}

export function renderTemplate(template: typed.Template, writing: Writing): Expression {
  let begins = true;
  const parts = template.parts.map((part): Expression => {
    if (part.kind === 'text') {
      begins = /[.?!]["')\]]*\s+$/.test(part.text) || (begins && part.text.trim() === '');
      return text(part.text);
    }
    const written = renderHole(part.value, part.format, writing);
    const capital = begins ? apply('capital', 'text', written) : written;
    begins = false;
    return capital;
  });
  return join(...parts);
}

export function renderHole(value: typed.Expression, format: typed.HoleFormat, writing: Writing): Expression {
  const { scope } = writing;
  switch (value.type.kind) {
    case 'entity':
      return value.type.entity === 'category' ? renderCategory(value, format, scope) : renderEntity(value, writing);
    case 'point':
      return renderPoint(value, scope);
    case 'quantity':
      return value.type.dimension === 'count'
        ? toText(lowerScalar(value, scope))
        : renderLength(value, format, writing);
    case 'enumeration':
    case 'text':
      return lowerScalar(value, scope);
    case 'vector':
    case 'direction':
    case 'extents':
    case 'range':
    case 'boolean':
    case 'error':
      throw new Error(`SPQ904: a ${value.type.kind} has no text`);
  }
}

function renderLength(value: typed.Expression, format: typed.HoleFormat, { scope, print }: Writing): Expression {
  const length = scope.share(lowerScalar(value, scope));
  const own = format === 'm' || format === 'cm' ? fixed(format, smallest([length]), scope.share) : print;
  return printLength(length, own, format === 'signed', scope.share);
}

function renderCategory(value: typed.Expression, format: typed.HoleFormat, scope: Scope): Expression {
  if (format === 'plural' && value.kind === 'entity') return scope.column(value.entity, 'plural');
  return lowerScalar(value, scope);
}

/** An object by its reference, a pixel by its coordinates, a choice among them by the chosen one. */
function renderEntity(value: typed.Expression, writing: Writing): Expression {
  const found = lower(value, writing.scope);
  if (found.kind === 'entity') return nameOf(found.entity, writing);
  if (found.kind !== 'member') throw new Error(`SPQ904: a ${found.kind} where an entity is named`);
  return when(found.members.map((m, i) => [equal(found.index, int(i)), nameOf(m, writing)] as const));
}

export function nameOf(entity: typed.Entity, { scope, names }: Writing): Expression {
  const name = names.get(entity);
  if (name) return name.words;
  const coordinate = (c: 'u' | 'v'): Expression => toText(apply('whole', 'int', scope.column(entity, c)));
  return join(text('('), coordinate('u'), text(', '), coordinate('v'), text(')'));
}

/** `(right, down, forward)` in metres. */
function renderPoint(value: typed.Expression, scope: Scope): Expression {
  const point = lower(value, scope);
  if (point.kind !== 'triple') throw new Error('SPQ904: a point without components');
  const metres = (e: Expression): Expression =>
    printDigits(scope.share(printedDigits(scope.share(e), twoDecimalMetres)), twoDecimalMetres, false);
  return join(
    text('('),
    metres(point.right),
    text(', '),
    metres(negate(point.up)),
    text(', '),
    metres(point.forward),
    text(')'),
  );
}

/** The lengths that a template prints in the question's own unit. */
export function lengthsIn(template: typed.Template, scope: Scope): readonly Expression[] {
  return template.parts.flatMap((part) => {
    if (part.kind === 'text' || part.format === 'm' || part.format === 'cm') return [];
    return isLength(part.value) ? [scope.share(lowerScalar(part.value, scope))] : [];
  });
}

export function isLength(e: typed.Expression): boolean {
  return e.type.kind === 'quantity' && e.type.dimension === 'length';
}
