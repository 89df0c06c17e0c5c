/**
 * The facts of entities, declared once: type, what they need, and how an order of them can be revealed.
 * Their formulas are in `lower/facts/`, their definition in docs/semantics.md section 2.
 */
import { camera } from '../types/frame.js';
import { type EntityKind, entity, quantity, type Type } from '../types/type.js';
import type { Provision } from './operators.js';

export interface Fact {
  readonly name: string;
  readonly of: EntityKind;
  readonly type: Type;
  readonly needs: readonly Provision[];
  /** Which order a comparison of it tells of: across the picture, into it, or neither. */
  readonly order: readonly Order[];
  readonly about: string;
}

/** Orders that a position reference reveals. */
export type Order = 'across' | 'depth';

const length = quantity('length', true, false);
const signedLength = quantity('length', true, true);
const picture = quantity('picture', true, true);

const box: readonly Provision[] = ['object', 'box3d'];
const upright: readonly Provision[] = ['object', 'box3d', 'gravity'];

const object = (
  name: string,
  type: Type,
  needs: readonly Provision[],
  order: readonly Order[],
  about: string,
): Fact => ({
  name,
  of: 'object',
  type,
  needs,
  order,
  about,
});

export const facts: readonly Fact[] = [
  object('position', { kind: 'point', frame: camera }, box, ['across', 'depth'], 'centre of the box'),
  object('depth', length, box, ['depth'], 'depth of the centre, along the optical axis'),
  object('distance', length, box, ['depth'], 'from the camera to the centre'),
  object('nearest', length, box, ['depth'], 'from the camera to the nearest point of the box'),
  object('bearing', picture, ['object'], ['across'], 'horizontal place of the 2D box in the picture'),
  object('elevation', picture, ['object'], [], 'vertical place of the 2D box in the picture, downwards'),
  object('height', length, upright, [], 'upright size'),
  object('width', length, upright, [], 'horizontal size across the facing; without one, the longer'),
  object('depth_extent', length, upright, [], 'horizontal size along the facing; without one, the shorter'),
  object('volume', quantity('volume', true, false), box, [], 'volume of the box'),
  object('base', signedLength, [...upright, 'floor'], [], 'height of the underside above the floor'),
  object('facing', { kind: 'direction' }, [...upright, 'facing'], [], 'where its one front points'),
  object('category', entity('category'), ['object'], [], 'its label'),
  {
    name: 'position',
    of: 'pixel',
    type: { kind: 'point', frame: camera },
    needs: ['pixel'],
    order: ['across', 'depth'],
    about: 'its point',
  },
  {
    name: 'depth',
    of: 'pixel',
    type: length,
    needs: ['pixel'],
    order: ['depth'],
    about: 'depth of its point, along the optical axis',
  },
  {
    name: 'distance',
    of: 'pixel',
    type: length,
    needs: ['pixel'],
    order: ['depth'],
    about: 'from the camera to its point',
  },
];

export function factNamed(of: EntityKind, name: string): Fact | undefined {
  return facts.find((f) => f.of === of && f.name === name);
}

export function factNames(of: EntityKind): readonly string[] {
  return facts.filter((f) => f.of === of).map((f) => f.name);
}
