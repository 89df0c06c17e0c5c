/** Arithmetic on whole units: what a sum, difference, product or ratio measures, and what it is worth. */
import {
  type CameraPlace,
  type FramedPlace,
  type Measure,
  type Quantity,
  quantity,
  unknownLike,
  type Value,
} from './value.js';
import { type Vector, whole } from './whole-units.js';

type Operator = '+' | '-' | '*' | '/';

export function arithmetic(operator: Operator, left: Value, right: Value): Value {
  if (left.kind === 'quantity' && right.kind === 'quantity') return quantities(operator, left, right);
  const isSum = operator === '+' || operator === '-';
  if (isSum && left.kind === 'camera place' && right.kind === 'camera place') return cameraSum(operator, left, right);
  if (isSum && left.kind === 'framed place' && right.kind === 'framed place') return framedSum(operator, left, right);
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknownLike(left.kind === 'unknown' ? right : left);
  throw new Error(`no ${operator} between a ${left.kind} and a ${right.kind}`);
}

export function negated(value: Value): Value {
  if (value.kind !== 'quantity') throw new Error(`no minus before a ${value.kind}`);
  const measure = value.measure === 'magnitude' ? 'signed' : value.measure;
  return quantity(measure, value.amount === null ? null : 0 - value.amount);
}

function apply(operator: Operator, x: number | null, y: number | null): number | null {
  if (x === null || y === null) return null;
  switch (operator) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return y === 0 ? null : x / y;
  }
}

const LENGTHS: readonly Measure[] = ['magnitude', 'signed', 'length literal'];
const isLength = (measure: Measure): boolean => LENGTHS.includes(measure);

function quantities(operator: Operator, left: Quantity, right: Quantity): Quantity {
  const amount = apply(operator, left.amount, right.amount);
  if (operator === '+' || operator === '-') return quantity(sumMeasure(operator, left.measure, right.measure), amount);
  const measure = productMeasure(operator, left.measure, right.measure);
  // One factor takes the product of whole units to the whole units of the result.
  const [u, v, w] = [PER_UNIT[left.measure], PER_UNIT[right.measure], PER_UNIT[measure]];
  const factor = operator === '*' ? w / (u * v) : (w * v) / u;
  return quantity(measure, whole(amount === null ? null : amount * factor));
}

/** Whole units in one SI unit. */
const PER_UNIT: Readonly<Record<Measure, number>> = {
  magnitude: 1e6,
  signed: 1e6,
  'length literal': 1e6,
  area: 1e6,
  volume: 1e9,
  picture: 1000,
  count: 1,
  number: 1,
  angle: 1e6,
  ratio: 1e9,
};

const isCount = (measure: Measure): boolean => measure === 'number' || measure === 'count';
const isPlain = (measure: Measure): boolean => measure === 'ratio' || isCount(measure);

function productMeasure(operator: '*' | '/', a: Measure, b: Measure): Measure {
  if (operator === '/' && (a === b || (isLength(a) && isLength(b)) || (isCount(a) && isCount(b)))) return 'ratio';
  if (operator === '*' && b === 'ratio' && isPlain(a)) return 'ratio';
  if (isPlain(b)) return a;
  if (operator === '*' && isPlain(a)) return b;
  if (operator === '*' && isLength(a) && isLength(b)) return 'area';
  if (operator === '*' && ((a === 'area' && isLength(b)) || (isLength(a) && b === 'area'))) return 'volume';
  if (operator === '/' && a === 'volume' && isLength(b)) return 'area';
  if (operator === '/' && (a === 'volume' || a === 'area')) return 'magnitude';
  throw new Error(`no ${operator} between ${a} and ${b}`);
}

/** A difference of lengths is signed: where its zero lies says nothing of its size. */
function sumMeasure(operator: '+' | '-', a: Measure, b: Measure): Measure {
  if (isLength(a) && isLength(b)) {
    if (a === 'length literal' && b === 'length literal') return 'length literal';
    return operator === '-' || a === 'signed' || b === 'signed' ? 'signed' : 'magnitude';
  }
  if (a === b) return a;
  if (isCount(a) && isCount(b)) return 'count';
  throw new Error(`no ${operator} between ${a} and ${b}`);
}

function cameraSum(operator: '+' | '-', left: CameraPlace, right: CameraPlace): CameraPlace {
  const isPoint = operator === '+' ? left.isPoint || right.isPoint : left.isPoint && !right.isPoint;
  if (left.xyz === null || right.xyz === null) return { kind: 'camera place', isPoint, xyz: null };
  const sign = operator === '+' ? 1 : -1;
  const xyz: Vector = [
    left.xyz[0] + sign * right.xyz[0],
    left.xyz[1] + sign * right.xyz[1],
    left.xyz[2] + sign * right.xyz[2],
  ];
  return { kind: 'camera place', isPoint, xyz };
}

function framedSum(operator: '+' | '-', left: FramedPlace, right: FramedPlace): FramedPlace {
  return {
    kind: 'framed place',
    isViewers: left.isViewers,
    right: apply(operator, left.right, right.right),
    up: apply(operator, left.up, right.up),
    forward: apply(operator, left.forward, right.forward),
  };
}
