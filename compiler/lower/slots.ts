/** Typed slots of a question: what a dialect renders at export, and which things it names. */
import type * as typed from '../check/typed.js';
import { apply, bool, equal, int, list, text, unknown, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Bound } from './binding.js';
import { type Hole, nameOf, renderHole, type Writing } from './text.js';

/** The things that `{option}` may stand for, and which of them it prints, from 0. */
export interface PrintedThing {
  readonly entities: readonly typed.Entity[];
  readonly index: Expression;
}

/** One per hole of the template, in its order; a list gives one per member. */
export const slotsOf = (
  template: typed.Template,
  writing: Writing,
  bound: Bound,
  printed: PrintedThing | undefined,
): readonly Expression[] =>
  template.parts.flatMap((part) => (part.kind === 'hole' ? slotsOfHole(part, writing, bound, printed) : []));

function slotsOfHole(
  hole: Hole,
  writing: Writing,
  bound: Bound,
  printed: PrintedThing | undefined,
): readonly Expression[] {
  const { value } = hole;
  if (value.kind === 'option' && printed) {
    const words = renderHole(hole, writing);
    return [whichever(printed, (entity) => entitySlot(entity, words, writing, bound, 'option'))];
  }
  if (value.kind === 'entity') return [entitySlot(value.entity, renderHole(hole, writing), writing, bound)];
  if (value.kind === 'list')
    return value.members.map((member) => entitySlot(member, nameOf(member, writing), writing, bound));
  const name = value.kind === 'let' ? value.let.name : value.kind === 'option' ? 'option' : '';
  const kind = value.type.kind === 'quantity' ? 'number' : 'text';
  return [slot({ name, kind, text: renderHole(hole, writing) })];
}

/** For the thing that `{option}` prints. */
export const whichever = ({ entities, index }: PrintedThing, make: (entity: typed.Entity) => Expression): Expression =>
  when(entities.map((entity, i) => [equal(index, int(i)), make(entity)] as const));

function entitySlot(
  entity: typed.Entity,
  words: Expression,
  { names }: Writing,
  bound: Bound,
  as: string = entity.name,
): Expression {
  const name = names.get(entity);
  const isBox = name ? equal(name.strategy, text('box')) : bool(false);
  const of = (column: string): Expression => bound.column(entity, column);
  const box = list('reals', ...['x1', 'y1', 'x2', 'y2'].map(of));
  return slot({
    name: as,
    kind: entity.kind,
    text: words,
    id: idOf(entity, bound),
    strategy: name?.strategy,
    colour: name?.colour,
    box: entity.kind === 'object' ? when([[isBox, box]]) : undefined,
    point: entity.kind === 'pixel' ? list('reals', of('u'), of('v')) : undefined,
  });
}

interface Slot {
  readonly name: string;
  readonly kind: string;
  readonly text: Expression;
  readonly id?: Expression;
  readonly strategy?: Expression | undefined;
  readonly colour?: Expression | undefined;
  readonly box?: Expression | undefined;
  readonly point?: Expression | undefined;
}

function slot(s: Slot): Expression {
  const fields: readonly (readonly [string, Expression])[] = [
    ['name', text(s.name)],
    ['kind', text(s.kind)],
    ['text', s.text],
    ['id', s.id ?? unknown('text')],
    ['strategy', s.strategy ?? unknown('text')],
    ['colour', s.colour ?? unknown('text')],
    ['box', s.box ?? unknown('reals')],
    ['point', s.point ?? unknown('reals')],
  ];
  return apply('struct', 'struct', ...fields.flatMap(([field, e]) => [text(field), e]));
}

export function idOf(entity: typed.Entity, bound: Bound): Expression {
  const column: Readonly<Record<typed.Entity['kind'], string>> = {
    object: 'object_id',
    pixel: 'pixel_id',
    category: 'category',
  };
  return bound.column(entity, column[entity.kind]);
}
