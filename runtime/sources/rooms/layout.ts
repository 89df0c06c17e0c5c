/**
 * Furnishes a room: which things stand where, how large and how turned.
 *
 * No two boxes interpenetrate, and every box rests on the floor or within the top of exactly one support.
 * Equal sizes, right angles and a 5 cm raster are drawn on purpose: exact ties are part of the data.
 */

import { type Camera, drawCamera } from './camera.js';
import { type Kind, themes } from './catalogue.js';
import { type Footprint, overlaps } from './footprint.js';
import { below, between, chance, type Random, randomOf, wholeBetween } from './random.js';

/** A thing in its place. World: metres, z up. Its front is the horizontal direction (-sine, cosine). */
export interface Thing extends Footprint {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Height of its base above the floor. */
  readonly base: number;
  /** What it stands on; null for the floor. */
  readonly support: Thing | null;
}

/** A room with walls at x = 0 and `width`, y = 0 and `depth`, a floor at z = 0 and a ceiling at `height`. */
export interface Room {
  readonly seed: number;
  readonly index: number;
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  readonly camera: Camera;
  readonly things: readonly Thing[];
}

interface Size {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** A room while it is being furnished. */
interface Site {
  readonly random: Random;
  readonly width: number;
  readonly depth: number;
  readonly camera: Camera;
  /** Nothing may stand here: nothing comes closer to the camera than 40 cm. */
  readonly keepOut: Footprint;
  readonly raster: boolean;
  readonly things: Thing[];
}

const gapBetweenThings = 0.01;
const fewest = 6;
const most = 12;

/** Room `index` of `seed`: a pure function of the two. */
export function furnish(seed: number, index: number): Room {
  const random = randomOf(seed, index);
  const width = wholeBetween(random, 32, 64) / 10;
  const depth = wholeBetween(random, 32, 64) / 10;
  const height = wholeBetween(random, 24, 30) / 10;
  const camera = drawCamera(random, width, depth);
  const keepOut = { x: camera.x, y: camera.y, cosine: 1, sine: 0, halfWidth: 0.4, halfDepth: 0.4 };
  const site: Site = { random, width, depth, camera, keepOut, raster: chance(random, 0.25), things: [] };
  const count = wholeBetween(random, fewest, most);
  const theme = themes[below(random, themes.length)] ?? themes[0];
  const onFloor = Math.max(4, Math.round(count * between(random, 0.4, 0.75)));
  fill(site, theme.floor, onFloor, 20);
  fill(site, theme.small, count, 24);
  // A crowded room is filled up with whatever still finds a place.
  if (site.things.length < fewest) fill(site, [...theme.small, ...theme.floor], fewest, 200);
  return { seed, index, width, depth, height, camera, things: site.things };
}

/** Adds things of the given kinds until there are `count` or the tries are used up. */
function fill(site: Site, kinds: readonly [Kind, ...Kind[]], count: number, tries: number): void {
  const { random, things } = site;
  let last: Size | null = null;
  for (let tried = 0; tried < tries && things.length < count; tried++) {
    const again: boolean = last !== null && chance(random, 0.35);
    const kind: Kind = last !== null && again ? last.kind : (kinds[below(random, kinds.length)] ?? kinds[0]);
    const size: Size = last !== null && again && chance(random, 0.6) ? last : drawSize(random, kind);
    const thing = place(site, size);
    if (thing === null) continue;
    things.push(thing);
    last = size;
  }
}

function drawSize(random: Random, kind: Kind): Size {
  const width = wholeBetween(random, kind.width[0], kind.width[1]) / 100;
  const height = wholeBetween(random, kind.height[0], kind.height[1]) / 100;
  if (kind.depth === 'round') return { kind, width, height, depth: width };
  if (kind.depth === 'ball') return { kind, width, height: width, depth: width };
  return { kind, width, height, depth: wholeBetween(random, kind.depth[0], kind.depth[1]) / 100 };
}

function place(site: Site, size: Size): Thing | null {
  switch (size.kind.stands) {
    case 'wall':
      return placeOnFloor(site, size, chance(site.random, 0.85));
    case 'open':
      return placeOnFloor(site, size, false);
    case 'top':
      return placeOnSupport(site, size);
    case 'open or top':
      return chance(site.random, 0.5) ? placeOnSupport(site, size) : placeOnFloor(site, size, false);
  }
}

function placeOnFloor(site: Site, size: Size, atWall: boolean): Thing | null {
  const { random, keepOut } = site;
  for (let tried = 0; tried < 5; tried++) {
    const thing = atWall ? drawAtWall(site, size) : drawInTheOpen(site, size);
    if (thing === null || overlaps(thing, keepOut, 0)) continue;
    if (atWall && !isAhead(site.camera, thing) && chance(random, 0.85)) continue;
    if (isFree(site, thing)) return thing;
  }
  return null;
}

/** A thing with its centre at (x, y); on the floor unless it stands on a support. */
function standing(size: Size, x: number, y: number, cosine: number, sine: number, support: Thing | null = null): Thing {
  const { kind, width, height, depth } = size;
  const base = support === null ? 0 : support.height;
  return { x, y, cosine, sine, halfWidth: width / 2, halfDepth: depth / 2, kind, width, height, depth, base, support };
}

/** Whether nothing on the same ground is in the way. */
function isFree(site: Site, thing: Thing): boolean {
  for (const other of site.things) {
    if (other.support === thing.support && overlaps(thing, other, gapBetweenThings)) return false;
  }
  return true;
}

/** With its back parallel to a wall, 0 to 4 cm from it, and its front into the room. */
function drawAtWall(site: Site, size: Size): Thing | null {
  const { random, width, depth } = site;
  const wall = below(random, 4);
  const length = wall % 2 === 0 ? width : depth;
  if (size.width > length) return null;
  const along = onRaster(site, between(random, size.width / 2, length - size.width / 2));
  const away = size.depth / 2 + below(random, 5) / 100;
  if (along < size.width / 2 || along > length - size.width / 2) return null;
  if (wall === 0) return standing(size, along, away, 1, 0);
  if (wall === 1) return standing(size, width - away, along, 0, 1);
  if (wall === 2) return standing(size, along, depth - away, -1, 0);
  return standing(size, away, along, 0, -1);
}

function drawInTheOpen(site: Site, size: Size): Thing | null {
  const { random, width, depth, camera } = site;
  const ahead = between(random, 0.9, 0.85 * Math.max(width, depth));
  const aside = between(random, -0.55, 0.55) * ahead;
  const isAnywhere = chance(random, 0.15);
  // Most things stand where the camera looks, or too many rooms would show bare walls.
  const x = onRaster(
    site,
    isAnywhere ? between(random, 0, width) : camera.x + ahead * camera.headingX + aside * camera.headingY,
  );
  const y = onRaster(
    site,
    isAnywhere ? between(random, 0, depth) : camera.y + ahead * camera.headingY - aside * camera.headingX,
  );
  if (x < 0 || x > width || y < 0 || y > depth) return null;
  const [cosine, sine] = chance(random, 0.3) ? drawRightAngle(random) : drawDirection(random);
  const reachX = Math.abs(cosine) * size.width * 0.5 + Math.abs(sine) * size.depth * 0.5;
  const reachY = Math.abs(sine) * size.width * 0.5 + Math.abs(cosine) * size.depth * 0.5;
  if (x < reachX || x > width - reachX || y < reachY || y > depth - reachY) return null;
  return standing(size, x, y, cosine, sine);
}

function placeOnSupport(site: Site, size: Size): Thing | null {
  const { random, things } = site;
  const supports = things.filter((thing) => thing.kind.supports);
  for (let tried = 0; tried < 3 && supports.length > 0; tried++) {
    const support = supports[below(random, supports.length)];
    const thing = support === undefined ? null : drawOnTop(site, size, support);
    if (thing !== null && isFree(site, thing)) return thing;
  }
  return null;
}

/** Within the top of `support`; things with a front mostly look where their support does. */
function drawOnTop({ random }: Site, size: Size, support: Thing): Thing | null {
  const parallel = chance(random, size.kind.front === 'one' ? 0.7 : 0.2);
  const [cosine, sine] = parallel ? ([1, 0] as const) : drawDirection(random);
  const halfWidth = size.width / 2;
  const halfDepth = size.depth / 2;
  const roomX = support.halfWidth - Math.abs(cosine) * halfWidth - Math.abs(sine) * halfDepth;
  const roomY = support.halfDepth - Math.abs(sine) * halfWidth - Math.abs(cosine) * halfDepth;
  if (roomX < 0 || roomY < 0) return null;
  const x = between(random, -roomX, roomX);
  const y = between(random, -roomY, roomY);
  return standing(
    size,
    support.x + support.cosine * x - support.sine * y,
    support.y + support.sine * x + support.cosine * y,
    support.cosine * cosine - support.sine * sine,
    support.sine * cosine + support.cosine * sine,
    support,
  );
}

function isAhead(camera: Camera, { x, y }: Footprint): boolean {
  const dx = x - camera.x;
  const dy = y - camera.y;
  const ahead = dx * camera.headingX + dy * camera.headingY;
  return ahead > 0.7 && Math.abs(dx * camera.headingY - dy * camera.headingX) < 0.55 * ahead;
}

function onRaster(site: Site, metres: number): number {
  return site.raster ? Math.round(metres * 20) / 20 : metres;
}

function drawRightAngle(random: Random): readonly [number, number] {
  const quarter = below(random, 4);
  if (quarter === 0) return [1, 0];
  if (quarter === 1) return [0, 1];
  return quarter === 2 ? [-1, 0] : [0, -1];
}

/** A uniform unit vector: a point of the unit disc, scaled to its rim. */
function drawDirection(random: Random): readonly [number, number] {
  for (;;) {
    const x = between(random, -1, 1);
    const y = between(random, -1, 1);
    const square = x * x + y * y;
    if (square > 1 || square < 0.01) continue;
    const length = Math.sqrt(square);
    return [x / length, y / length];
  }
}
