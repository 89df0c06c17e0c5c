/**
 * Renders a room: colour, metric depth and instance masks of the very shapes that its facts are stated from.
 *
 * Depth and masks are those of pixel centres; colour is smoothed along edges with four rays per pixel.
 */

import { type Body, bodyOf } from './body.js';
import { pictureHeight, pictureWidth } from './camera.js';
import type { Scene } from './facts.js';
import { lightAt, type Obstacle, obstacleOf } from './light.js';
import { below, hashUnit, type Random, randomOf } from './random.js';
import { emptyHit, type Hit, trace } from './ray.js';
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

/** How a room is painted. */
interface Paint {
  readonly floorStyle: number;
  readonly floor: Tint;
  readonly wallStyle: number;
  readonly wall: Tint;
  readonly main: ReadonlyMap<Body, Tint>;
}

interface Studio {
  readonly scene: Scene;
  readonly obstacles: readonly Obstacle[];
  /** Where a body stands in the list of objects, from 1; a body that is not listed has no number. */
  readonly numbers: ReadonlyMap<Body, number>;
  readonly order: ReadonlyMap<Body, number>;
  readonly paint: Paint;
  readonly hit: Hit;
  readonly colour: Colour;
}

const tile = 16;

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
  const tiles = bodiesByTile(scene);
  forEachPixel(tiles, (u, v, bodies) => renderPixel(studio, picture, surfaces, bodies, u, v));
  forEachPixel(tiles, (u, v, bodies) => {
    if (isEdge(surfaces, u, v)) smoothPixel(studio, picture, bodies, u, v);
  });
  return picture;
}

function studioOf(scene: Scene): Studio {
  const { room, outlines, listed } = scene;
  const inView = new Set(outlines.map(({ body }) => body.thing));
  // What the camera does not see still throws shadows.
  const unseen = room.things.filter((thing) => !inView.has(thing)).map((thing) => bodyOf(thing, room.camera));
  const bodies = outlines.map(({ body }) => body);
  return {
    scene,
    obstacles: [...bodies, ...unseen].map(obstacleOf),
    numbers: new Map(listed.map(({ body }, k) => [body, k + 1])),
    order: new Map(bodies.map((body, k) => [body, k])),
    paint: paintOf(scene, bodies),
    hit: emptyHit(),
    colour: { r: 0, g: 0, b: 0 },
  };
}

function paintOf({ room }: Scene, bodies: readonly Body[]): Paint {
  const random: Random = randomOf(room.seed, 2 ** 40 + room.index);
  const floorStyle = below(random, 3);
  const firstHue = hashUnit(room.seed, room.index, 11);
  const golden = (Math.sqrt(5) - 1) / 2;
  return {
    floorStyle,
    floor: floorStyle === 0 ? woodOf(below(random, 4)) : colourOf(hashUnit(room.seed, room.index, 12), 0.18, 0.5),
    wallStyle: below(random, 2),
    wall: colourOf(hashUnit(room.seed, room.index, 13), 0.12, 0.75),
    // Hues a golden section of the circle apart stay apart however many there are.
    main: new Map(bodies.map((body, k) => [body, colourOf((firstHue + k * golden) % 1, 0.6, 0.3 + 0.25 * (k % 3))])),
  };
}

/** For each 16 x 16 tile the bodies that reach into it, nearest first. */
function bodiesByTile({ room, outlines }: Scene): readonly (readonly Body[])[] {
  const { focal, centreU, centreV } = room.camera;
  const columns = pictureWidth / tile;
  const tiles: Body[][] = Array.from({ length: columns * (pictureHeight / tile) }, () => []);
  for (const { body, bounds } of [...outlines].sort((a, b) => a.body.nearest - b.body.nearest)) {
    // Two pixels wider: bounds of round things cut by the border are those of polygons.
    const first = Math.max(0, Math.floor((bounds.left * focal + centreU - 2) / tile));
    const last = Math.min(columns - 1, Math.floor((bounds.right * focal + centreU + 2) / tile));
    const top = Math.max(0, Math.floor((bounds.top * focal + centreV - 2) / tile));
    const bottom = Math.min(pictureHeight / tile - 1, Math.floor((bounds.bottom * focal + centreV + 2) / tile));
    for (let row = top; row <= bottom; row++) {
      for (let column = first; column <= last; column++) tiles[row * columns + column]?.push(body);
    }
  }
  return tiles;
}

function forEachPixel(
  tiles: readonly (readonly Body[])[],
  visit: (u: number, v: number, bodies: readonly Body[]) => void,
): void {
  const columns = pictureWidth / tile;
  tiles.forEach((bodies, k) => {
    const left = (k % columns) * tile;
    const top = Math.floor(k / columns) * tile;
    for (let v = top; v < top + tile; v++) {
      for (let u = left; u < left + tile; u++) visit(u, v, bodies);
    }
  });
}

function renderPixel(
  studio: Studio,
  picture: Picture,
  surfaces: Int32Array,
  bodies: readonly Body[],
  u: number,
  v: number,
): void {
  const { hit, colour } = studio;
  const at = v * pictureWidth + u;
  shade(studio, bodies, u, v);
  picture.depth[at] = Math.round(hit.depth * 1000);
  picture.instances[at] = hit.body === null ? 0 : (studio.numbers.get(hit.body) ?? 0);
  surfaces[at] = surfaceOf(hit, studio.order);
  writeColour(picture, at, colour.r, colour.g, colour.b);
}

/** A number for the face that was met; bodies keep their order from tile to tile. */
function surfaceOf(hit: Hit, order: ReadonlyMap<Body, number>): number {
  const face = Math.round(hit.nx * 2) * 25 + Math.round(hit.ny * 2) * 5 + Math.round(hit.nz * 2) + 62;
  if (hit.body === null || hit.solid === null) return face;
  return ((order.get(hit.body) ?? 0) * 64 + hit.body.solids.indexOf(hit.solid) + 1) * 125 + face;
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
function smoothPixel(studio: Studio, picture: Picture, bodies: readonly Body[], u: number, v: number): void {
  const { colour } = studio;
  let [r, g, b] = [0, 0, 0];
  for (let k = 0; k < 4; k++) {
    shade(studio, bodies, u + (k & 1 ? 0.25 : -0.25), v + (k & 2 ? 0.25 : -0.25));
    r += Math.min(1, colour.r) / 4;
    g += Math.min(1, colour.g) / 4;
    b += Math.min(1, colour.b) / 4;
  }
  writeColour(picture, v * pictureWidth + u, r, g, b);
}

/** Leaves what the pixel shows in `hit` and its linear colour in `colour`. */
function shade({ scene, obstacles, paint, hit, colour }: Studio, bodies: readonly Body[], u: number, v: number): void {
  const { room } = scene;
  const { focal, centreU, centreV } = room.camera;
  const x = (u - centreU) / focal;
  const y = (v - centreV) / focal;
  trace(hit, room, bodies, x, y);
  const { body, solid } = hit;
  if (body === null || solid === null) {
    if (hit.nz > 0) floorColour(colour, hit.x, hit.y, paint.floorStyle, paint.floor);
    else if (hit.nz < 0) [colour.r, colour.g, colour.b] = [0.85, 0.85, 0.84];
    else wallColour(colour, hit.nx === 0 ? hit.x : hit.y, hit.z, paint.wallStyle, paint.wall);
  } else {
    const main = paint.main.get(body) ?? paint.wall;
    const px = hit.depth * (x * body.rx + y * body.dx + body.fx) + body.ox;
    const py = hit.depth * (x * body.ry + y * body.dy + body.fy) + body.oy;
    const pz = hit.depth * (x * body.rz + y * body.dz + body.fz) + body.oz;
    const salt = Math.round(body.thing.width * 100);
    finishColour(colour, solid.finish, px, py, pz, main, woodOf(salt), salt);
  }
  const light = solid?.finish === 'glow' ? 0.95 : lightAt(hit, room, obstacles, Math.round(u * 4), Math.round(v * 4));
  colour.r *= light;
  colour.g *= light;
  colour.b *= light;
}

/** Stores a linear colour with the display's tone curve, as the square root. */
function writeColour({ colour }: Picture, at: number, r: number, g: number, b: number): void {
  colour[at * 3] = Math.round(255 * Math.sqrt(Math.min(1, r)));
  colour[at * 3 + 1] = Math.round(255 * Math.sqrt(Math.min(1, g)));
  colour[at * 3 + 2] = Math.round(255 * Math.sqrt(Math.min(1, b)));
}
