/**
 * Renders a room: colour, metric depth and instance masks of the very shapes that its facts are stated from.
 *
 * Depth and masks are those of pixel centres; colour is smoothed along edges with four rays per pixel.
 */

import { bodyOf } from './body.js';
import { pictureHeight, pictureWidth } from './camera.js';
import type { Scene } from './facts.js';
import type { Room } from './layout.js';
import { lightAt, type Obstacle, obstacleOf } from './light.js';
import { below, hashUnit, type Random, randomOf } from './random.js';
import { emptyHit, type Hit, trace } from './ray.js';
import { type Target, targetsByTile, tileColumns, tileSide } from './target.js';
import { type Colour, colourOf, finishColour, floorColour, type Tint, wallColour, woodOf } from './texture.js';

/** Row-major, `pictureWidth` x `pictureHeight`. */
export interface Picture {
  /** Three bytes per pixel. */
  readonly colour: Uint8Array;
  /** Depth z in millimetres; never 0, since every ray ends at a wall. */
  readonly depth: Uint16Array;
  /** Position in the list of objects plus 1; 0 for the room and for what is not listed. */
  readonly instances: Uint8Array;
}

/** How a room itself is painted. */
interface Paint {
  readonly floorStyle: number;
  readonly floor: Tint;
  readonly wallStyle: number;
  readonly wall: Tint;
}

interface Studio {
  readonly room: Room;
  readonly obstacles: readonly Obstacle[];
  readonly paint: Paint;
  readonly hit: Hit;
  readonly colour: Colour;
}

/** Renders all three images of a scene; deterministic in its seed and index. */
export function render(scene: Scene): Picture {
  const studio = studioOf(scene);
  const pixels = pictureWidth * pictureHeight;
  const picture: Picture = {
    colour: new Uint8Array(pixels * 3),
    depth: new Uint16Array(pixels),
    instances: new Uint8Array(pixels),
  };
  /** Which surface each pixel shows: a change between neighbours is an edge. */
  const surfaces = new Int32Array(pixels);
  const tiles = targetsByTile(scene);
  forEachPixel(tiles, (u, v, targets) => renderPixel(studio, picture, surfaces, targets, u, v));
  forEachPixel(tiles, (u, v, targets) => {
    if (isEdge(surfaces, u, v)) smoothPixel(studio, picture, targets, u, v);
  });
  return picture;
}

function studioOf({ room, outlines }: Scene): Studio {
  const inView = new Set(outlines.map(({ body }) => body.thing));
  // What the camera does not see still throws shadows.
  const unseen = room.things.filter((thing) => !inView.has(thing)).map((thing) => bodyOf(thing, room.camera));
  const bodies = outlines.map(({ body }) => body);
  return {
    room,
    obstacles: [...bodies, ...unseen].map(obstacleOf),
    paint: paintOf(room),
    hit: emptyHit(),
    colour: { r: 0, g: 0, b: 0 },
  };
}

function paintOf({ seed, index }: Room): Paint {
  const random: Random = randomOf(seed, 2 ** 40 + index);
  const floorStyle = below(random, 3);
  return {
    floorStyle,
    floor: floorStyle === 0 ? woodOf(below(random, 4)) : colourOf(hashUnit(seed, index, 12), 0.18, 0.5),
    wallStyle: below(random, 2),
    wall: colourOf(hashUnit(seed, index, 13), 0.12, 0.75),
  };
}

function forEachPixel(
  tiles: readonly (readonly Target[])[],
  visit: (u: number, v: number, targets: readonly Target[]) => void,
): void {
  tiles.forEach((targets, k) => {
    const left = (k % tileColumns) * tileSide;
    const top = Math.floor(k / tileColumns) * tileSide;
    for (let v = top; v < top + tileSide; v++) {
      for (let u = left; u < left + tileSide; u++) visit(u, v, targets);
    }
  });
}

function renderPixel(
  studio: Studio,
  picture: Picture,
  surfaces: Int32Array,
  targets: readonly Target[],
  u: number,
  v: number,
): void {
  const { hit, colour } = studio;
  const at = v * pictureWidth + u;
  shade(studio, targets, u, v);
  picture.depth[at] = Math.round(hit.depth * 1000);
  picture.instances[at] = hit.target === null ? 0 : hit.target.instance;
  surfaces[at] = surfaceOf(hit);
  writeColour(picture, at, colour.r, colour.g, colour.b);
}

/** A number for the face that was met. */
function surfaceOf({ target, nx, ny, nz }: Hit): number {
  const face = Math.round(nx * 2) * 25 + Math.round(ny * 2) * 5 + Math.round(nz * 2) + 62;
  return target === null ? face : target.number * 125 + face;
}

function isEdge(surfaces: Int32Array, u: number, v: number): boolean {
  const at = v * pictureWidth + u;
  const here = surfaces[at];
  return (
    (u > 0 && surfaces[at - 1] !== here) ||
    (u + 1 < pictureWidth && surfaces[at + 1] !== here) ||
    (v > 0 && surfaces[at - pictureWidth] !== here) ||
    (v + 1 < pictureHeight && surfaces[at + pictureWidth] !== here)
  );
}

/** The mean of four rays a quarter of a pixel off the centre. */
function smoothPixel(studio: Studio, picture: Picture, targets: readonly Target[], u: number, v: number): void {
  const { colour } = studio;
  let [r, g, b] = [0, 0, 0];
  for (let k = 0; k < 4; k++) {
    shade(studio, targets, u + (k & 1 ? 0.25 : -0.25), v + (k & 2 ? 0.25 : -0.25));
    r += Math.min(1, colour.r) / 4;
    g += Math.min(1, colour.g) / 4;
    b += Math.min(1, colour.b) / 4;
  }
  writeColour(picture, v * pictureWidth + u, r, g, b);
}

/** Leaves what the pixel shows in `hit` and its linear colour in `colour`. */
function shade(
  { room, obstacles, paint, hit, colour }: Studio,
  targets: readonly Target[],
  u: number,
  v: number,
): void {
  const { focal, centreU, centreV } = room.camera;
  const x = (u - centreU) / focal;
  const y = (v - centreV) / focal;
  trace(hit, room, targets, x, y);
  const { target } = hit;
  if (target === null) {
    if (hit.nz > 0) floorColour(colour, hit.x, hit.y, paint.floorStyle, paint.floor);
    else if (hit.nz < 0) setCeiling(colour);
    else wallColour(colour, hit.nx === 0 ? hit.x : hit.y, hit.z, paint.wallStyle, paint.wall);
  } else {
    const { body, solid, main, wood, salt } = target;
    const px = hit.depth * (x * body.rx + y * body.dx + body.fx) + body.ox;
    const py = hit.depth * (x * body.ry + y * body.dy + body.fy) + body.oy;
    const pz = hit.depth * (x * body.rz + y * body.dz + body.fz) + body.oz;
    finishColour(colour, solid.finish, px, py, pz, main, wood, salt);
  }
  const glows = target !== null && target.solid.finish === 'glow';
  const light = glows ? 0.95 : lightAt(hit, room, obstacles, Math.round(u * 4), Math.round(v * 4));
  colour.r *= light;
  colour.g *= light;
  colour.b *= light;
}

function setCeiling(colour: Colour): void {
  colour.r = 0.85;
  colour.g = 0.85;
  colour.b = 0.84;
}

/** Stores a linear colour with the display's tone curve, as the square root. */
function writeColour({ colour }: Picture, at: number, r: number, g: number, b: number): void {
  colour[at * 3] = Math.round(255 * Math.sqrt(Math.min(1, r)));
  colour[at * 3 + 1] = Math.round(255 * Math.sqrt(Math.min(1, g)));
  colour[at * 3 + 2] = Math.round(255 * Math.sqrt(Math.min(1, b)));
}
