/** Frames meet in one operation only where they are the same: right of the camera is not right of the world. */
import { type Frame, sameFrame, showFrame } from '../types/frame.js';
import type { Context } from './context.js';
import { framesMixed } from './errors.js';
import type * as typed from './typed.js';

/** Tells where the two sides are of different frames; true if they are. */
export function mixesFrames(
  operator: string,
  left: typed.Expression,
  right: typed.Expression,
  context: Context,
): boolean {
  const [one, other] = [frameOf(left), frameOf(right)];
  if (!one || !other || sameFrame(one, other)) return false;
  const also = [{ at: left.span, note: `frame of ${showFrame(one)}` }];
  context.report(framesMixed({ operator, left: showFrame(one), right: showFrame(other) }, right.span, also));
  return true;
}

/** The frame of a vector, or of a component of one; undefined for what has none, and for lengths made of several. */
function frameOf(e: typed.Expression): Frame | undefined {
  if (e.type.kind === 'point' || e.type.kind === 'vector' || e.type.kind === 'unit') return e.type.frame;
  if (e.kind === 'let') return frameOf(e.let.value);
  if (e.kind === 'component' || e.kind === 'negative') return frameOf(e.of);
  const additive = e.kind === 'arithmetic' && (e.operator === '+' || e.operator === '-');
  return additive ? (frameOf(e.left) ?? frameOf(e.right)) : undefined;
}
