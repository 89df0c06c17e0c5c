/**
 * What an expression can be worth. The kind is always known, the content may be unknown (`null`).
 * Quantities are whole units and remember what they measure, because that decides their margin.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ObjectRow, PixelRow } from '../../runtime/facts/rows.js';
import type { Truth } from './kleene.js';
import type { Vector } from './whole-units.js';

/**
 * `magnitude`: sizes, distances, depth (um); `signed`: components, heights above the floor, differences (um);
 * `length literal`: a written length (um), which takes the margin of the other side; `area`: mm2; `volume`: mm3;
 * `picture`: 1/1000 px; `count` and `number`: exact; `angle`: 1e-6 deg; `ratio`: 1e-9.
 */
export type Measure =
  | 'magnitude'
  | 'signed'
  | 'length literal'
  | 'area'
  | 'volume'
  | 'picture'
  | 'count'
  | 'number'
  | 'angle'
  | 'ratio';

export interface Quantity {
  readonly kind: 'quantity';
  readonly measure: Measure;
  readonly amount: number | null;
  /** A count that is not known still lies between two numbers, by which it is compared. */
  readonly bounds?: Bounds;
  /** Of a component of a place: which, and in whose frame, because that decides its words. */
  readonly component?: Component;
}

export interface Component {
  readonly word: 'right' | 'up' | 'forward';
  /** Seen by somebody who stands and looks: ahead is not farther. */
  readonly isViewers: boolean;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A span along one axis, whole um. */
export interface Range {
  readonly kind: 'range';
  readonly ends: readonly [number, number] | null;
}

/** Spans along the three words of direction. */
export interface Spans {
  readonly kind: 'spans';
  readonly right: Range;
  readonly up: Range;
  readonly forward: Range;
}

/** Camera frame: right, down, forward as stored, whether or not the words may be used. */
export interface CameraPlace {
  readonly kind: 'camera place';
  readonly isPoint: boolean;
  readonly xyz: Vector | null;
}

/** Any other frame: its words, each known or unknown by itself. */
export interface FramedPlace {
  readonly kind: 'framed place';
  /** True in the frame of a viewer, false in that of the world. */
  readonly isViewers: boolean;
  readonly right: number | null;
  readonly up: number | null;
  readonly forward: number | null;
}

/** A facing or an axis on the level: right, 0 and forward in the frame of the world. */
export interface Direction {
  readonly kind: 'direction';
  readonly level: Vector | null;
  /** Either way along it is the same. */
  readonly isAxis?: boolean;
}

/** Components of a vector divided by its length, 1e-9. */
export interface UnitVector {
  readonly kind: 'unit vector';
  readonly right: number | null;
  readonly up: number | null;
  readonly forward: number | null;
  /** In the frame of a rolled camera: the words right and up are unknown, what is printed as coordinates is not. */
  readonly isRolled: boolean;
}

/** What a box covers of the floor. */
export interface Footprint {
  readonly kind: 'footprint';
  readonly of: Value;
}

export interface TruthValue {
  readonly kind: 'truth';
  readonly is: Truth;
}

/** `enumeration`: a sector; `category`: a name of the vocabulary; `text`: anything else. */
export interface Word {
  readonly kind: 'word';
  readonly domain: 'enumeration' | 'category' | 'text';
  readonly text: string | null;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly row: ObjectRow | null;
}

export interface PixelValue {
  readonly kind: 'pixel';
  readonly row: PixelRow;
}

/** The origin of the camera's frame, as a thing to stand at and to measure from. */
export interface CameraValue {
  readonly kind: 'camera';
}

/** Members in an order: a set as a value, or one of its orders. */
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[] | null;
}

/** Several answers at once. */
export interface TupleValue {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
}

/** `a.box3d`: centre right, down and forward, width, height and depth in um; the heading in 1e-6 deg. */
export interface SpaceBox {
  readonly kind: 'space box';
  readonly parts: { readonly lengths: readonly number[]; readonly heading: number } | null;
}

/** A 2D box: x1, y1, x2, y2 in pixels. */
export interface BoxValue {
  readonly kind: 'box';
  readonly corners: readonly [number, number, number, number] | null;
}

/** What a finite binder holds, as it was written: `left of`, `height`, `world`. */
export interface Term {
  readonly kind: 'term';
  readonly domain: ast.FiniteBinder['domain'];
  readonly text: string;
}

/** A sentence to choose. */
export interface StatementValue {
  readonly kind: 'statement';
  /** Among those of the task, from 1. */
  readonly number: number;
  readonly template: ast.Template;
}

/** The literal: unknown, of whatever kind is meant. */
export interface UnknownValue {
  readonly kind: 'unknown';
}

export type Value =
  | Quantity
  | Range
  | Spans
  | CameraPlace
  | FramedPlace
  | Direction
  | UnitVector
  | Footprint
  | TruthValue
  | Word
  | ObjectValue
  | PixelValue
  | CameraValue
  | ListValue
  | TupleValue
  | BoxValue
  | SpaceBox
  | Term
  | StatementValue
  | UnknownValue;

/** A value as data: whole units, ids, words; places as three numbers (camera: x, y, z; else right, up, forward). */
export type Plain = number | boolean | string | null | readonly Plain[];

export const quantity = (measure: Measure, amount: number | null): Quantity => ({ kind: 'quantity', measure, amount });
export const truth = (is: Truth): TruthValue => ({ kind: 'truth', is });

export function plain(value: Value): Plain {
  switch (value.kind) {
    case 'quantity':
      return value.amount === null ? null : value.amount + 0;
    case 'range':
      return value.ends;
    case 'spans':
      return null;
    case 'camera place':
      return value.xyz;
    case 'direction':
      return value.level;
    case 'framed place':
    case 'unit vector':
      return [value.right, value.up, value.forward];
    case 'footprint':
      return null;
    case 'truth':
      return value.is;
    case 'word':
      return value.text;
    case 'object':
      return value.row?.objectId ?? null;
    case 'pixel':
      return value.row.pixelId;
    case 'camera':
      return 'camera';
    case 'list':
      return value.items?.map(plain) ?? null;
    case 'tuple':
      return value.items.map(plain);
    case 'box':
      return value.corners;
    case 'space box':
      return value.parts && [...value.parts.lengths, value.parts.heading];
    case 'term':
      return value.text;
    case 'statement':
      return value.template.raw;
    case 'unknown':
      return null;
  }
}

/** Whether two values are alike, as data. */
export function isSame(a: Value, b: Value): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

/** Known as an answer is: something to print. */
export function isKnown(value: Value): boolean {
  switch (value.kind) {
    case 'framed place':
    case 'unit vector':
      return value.right !== null && value.up !== null && value.forward !== null;
    case 'spans':
    case 'footprint':
    case 'unknown':
      return false;
    case 'pixel':
    case 'camera':
    case 'term':
    case 'statement':
      return true;
    case 'list':
      return value.items?.every(isKnown) ?? false;
    case 'tuple':
      return value.items.every(isKnown);
    case 'quantity':
    case 'range':
    case 'camera place':
    case 'direction':
    case 'truth':
    case 'word':
    case 'object':
    case 'box':
    case 'space box':
      return plain(value) !== null;
  }
}

/** The same kind of value with its content unknown. */
export function unknownLike(value: Value): Value {
  switch (value.kind) {
    case 'quantity':
      return quantity(value.measure, null);
    case 'range':
      return { ...value, ends: null };
    case 'spans':
      return { ...value, right: unknownRange, up: unknownRange, forward: unknownRange };
    case 'camera place':
      return { ...value, xyz: null };
    case 'direction':
      return { ...value, level: null };
    case 'framed place':
    case 'unit vector':
      return { ...value, right: null, up: null, forward: null };
    case 'truth':
      return { ...value, is: null };
    case 'word':
      return { ...value, text: null };
    case 'object':
      return { ...value, row: null };
    case 'list':
      return { ...value, items: null };
    case 'tuple':
      return { ...value, items: value.items.map(unknownLike) };
    case 'box':
      return { ...value, corners: null };
    case 'space box':
      return { ...value, parts: null };
    case 'pixel':
    case 'camera':
    case 'term':
    case 'statement':
    case 'footprint':
    case 'unknown':
      return unknownValue;
  }
}

export const unknownRange: Range = { kind: 'range', ends: null };
export const unknownValue: UnknownValue = { kind: 'unknown' };
