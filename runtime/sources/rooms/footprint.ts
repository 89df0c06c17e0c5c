/**
 * The footprint of a thing on the ground: a rectangle turned by a yaw, and whether two of them overlap.
 */

/** Centre (x, y); half extents along its own axes (cosine, sine) and (-sine, cosine); metres. */
export interface Footprint {
  readonly x: number;
  readonly y: number;
  readonly cosine: number;
  readonly sine: number;
  readonly halfWidth: number;
  readonly halfDepth: number;
}

/** Whether two footprints come closer than `gap` along every one of their four axes (separating axis theorem). */
export function overlaps(a: Footprint, b: Footprint, gap: number): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const reach = a.halfWidth + a.halfDepth + b.halfWidth + b.halfDepth + gap;
  if (dx * dx + dy * dy > reach * reach) return false;
  const cosine = Math.abs(a.cosine * b.cosine + a.sine * b.sine);
  const sine = Math.abs(a.cosine * b.sine - a.sine * b.cosine);
  return (
    Math.abs(dx * a.cosine + dy * a.sine) < a.halfWidth + cosine * b.halfWidth + sine * b.halfDepth + gap &&
    Math.abs(dy * a.cosine - dx * a.sine) < a.halfDepth + sine * b.halfWidth + cosine * b.halfDepth + gap &&
    Math.abs(dx * b.cosine + dy * b.sine) < b.halfWidth + cosine * a.halfWidth + sine * a.halfDepth + gap &&
    Math.abs(dy * b.cosine - dx * b.sine) < b.halfDepth + sine * a.halfWidth + cosine * a.halfDepth + gap
  );
}
