/** Tasks that name pixels and no thing, or a thing beside them: the truth is what a viewing ray meets. */
import { type Case, idAt, type Judges, pointAt, pointOf, thingAt, together } from '../case.js';
import { isPixel, pixelAt } from '../read.js';
import { awayFrom, depthOf, downward, toRight } from '../room.js';
import { cornersOf, fromPoint } from '../thing.js';
import { minus, norm } from '../vectors.js';
import {
  judgeNumber,
  judgeNumbers,
  judgeOrder,
  judgePick,
  judgeTruth,
  judgeVector,
  judgeWords,
  leastOf,
} from '../verdicts.js';
import { judgeSpots, onFloor } from './spots.js';

/** Nearer straight from the camera and along its axis; null where they differ. */
function firstNearer(c: Case, one: string, other: string): boolean | null {
  const { eye } = c.room;
  const [p, q] = [pointOf(c, one), pointOf(c, other)];
  return together([awayFrom(eye, p) < awayFrom(eye, q), depthOf(eye, p) < depthOf(eye, q)]);
}

/** Whether the text says of the pixel it names first that it is the nearer one. */
function claimsFirst(c: Case): boolean {
  return !/\bfarther from the camera to the point at pixel «1»/.test(c.read.text);
}

const awayOf = (c: Case, id: string): number => awayFrom(c.room.eye, pointOf(c, id));

export const pixelTasks: Judges = {
  level0_pixel_xyz: (c) => {
    const p = pointAt(c, 1);
    const { eye } = c.room;
    return judgeVector(c.asked.answer, [toRight(eye, p), downward(eye, p), depthOf(eye, p)]);
  },

  pairwise_depth_order: (c) => {
    const [one, other] = [idAt(c, 1), idAt(c, 2)];
    const first = firstNearer(c, one, other);
    if (c.asked.format === 'claim') return judgeTruth(c, first === null ? null : first === claimsFirst(c));
    return judgePick(c, first === null ? undefined : first ? one : other);
  },

  marked_points: (c) => {
    const { text } = c.read;
    if (!/\bP\b[^«]*«1»[^«]*\bQ\b[^«]*«2»|«1»[^«]*Q, at «2»|At P[^«]*«1»[^«]*at Q[^«]*«2»/.test(text))
      throw new Error(`who is P and who is Q in: ${text}`);
    const first = firstNearer(c, idAt(c, 1), idAt(c, 2));
    if (c.asked.format === 'claim') return judgeTruth(c, first);
    return first === null ? ['readings disagree'] : judgeWords(c, first ? 'P' : 'Q');
  },

  pixel_depth: (c) => judgeNumber(c, depthOf(c.room.eye, pointAt(c, 1))),

  pixel_against_object: (c) => {
    const pixel = c.read.ids.find(isPixel) ?? '';
    const thing = thingAt(c, c.read.ids.findIndex((id) => id !== pixel) + 1);
    const { eye } = c.room;
    const p = pointOf(c, pixel);
    const corners = cornersOf(thing).map((corner) => awayFrom(eye, corner));
    const nearest = fromPoint(eye.at, thing);
    const readings = [depthOf(eye, p) < depthOf(eye, thing.centre), awayFrom(eye, p) < nearest];
    if (!readings[1] && awayFrom(eye, p) < Math.max(...corners)) return ['it is neither before it nor beyond it'];
    const nearer = together(readings);
    const denied =
      /point at pixel «1» is farther from the camera than|lies beyond the distance|is nearer to the camera than the point/;
    const faults = judgeTruth(c, nearer === null ? null : nearer !== denied.test(c.read.text));
    return [...faults, ...judgeNumbers(c.asked.reason ?? '', [awayFrom(eye, p), nearest])];
  },

  points_in_order: (c) => {
    const order = c.read.ids.toSorted((a, b) => awayOf(c, a) - awayOf(c, b));
    const reason = c.asked.reason ?? '';
    const steps = judgeNumbers(
      reason,
      c.readAlso(reason).mentions.map((id) => awayOf(c, id)),
    );
    return [...judgeOrder(c, order), ...steps];
  },

  spot_of_floor: (c) => {
    const p = pointAt(c, 1);
    const free = onFloor(c, p, 0.01, 0.1);
    if (free === null) return ['it is neither on the floor nor off it'];
    const denied = /is not the floor|is above the floor|would not touch/.test(c.read.text);
    const reason = c.asked.reason ?? '';
    const said = /at the height of the floor/.test(reason) ? [] : judgeNumbers(reason, [p[2]]);
    return [...judgeTruth(c, free !== denied), ...said];
  },

  nearest_free_spot: (c) => {
    const { spots, thing } = spotsAndThing(c);
    const faults = judgeSpots(c, spots);
    const away = (id: string): number => norm(minus(pointOf(c, id), thing.centre));
    return [...faults, ...judgePick(c, leastOf(spots, away)), ...reasonAway(c, away)];
  },

  free_spot_in_region: (c) => {
    const { spots, thing } = spotsAndThing(c);
    const { eye } = c.room;
    const away = (id: string): number => norm(minus(pointOf(c, id), thing.centre));
    const onLeft = (id: string): boolean | null => {
      const p = pointOf(c, id);
      const middle = thing.centre;
      const sight = toRight(eye, p) / depthOf(eye, p) < toRight(eye, middle) / depthOf(eye, middle);
      return together([toRight(eye, p) < toRight(eye, middle), sight]);
    };
    const found = spots.filter((id) => onLeft(id) === true && away(id) < 2);
    const unclear = spots.filter((id) => onLeft(id) === null && away(id) < 2).map((id) => `${id} is left and is not`);
    const [one, ...others] = found;
    return [
      ...judgeSpots(c, spots),
      ...unclear,
      ...judgePick(c, others.length > 0 ? undefined : one),
      ...reasonAway(c, away),
    ];
  },
};

function spotsAndThing(c: Case): { readonly spots: readonly string[]; readonly thing: ReturnType<typeof thingAt> } {
  const spots = c.read.ids.filter(isPixel);
  const number = c.read.ids.findIndex((id) => !spots.includes(id)) + 1;
  for (const id of spots) pixelAt(id);
  return { spots, thing: thingAt(c, number) };
}

/** `From (u, v) it is 1.2 m to the centre of …`, for each. */
function reasonAway(c: Case, away: (id: string) => number): readonly string[] {
  const reason = c.asked.reason ?? '';
  const from = [...reason.matchAll(/From (\(\d+, \d+\)) it is/g)].map(
    ([, pixel = '']) => c.readAlso(pixel).ids[0] ?? '',
  );
  return judgeNumbers(reason, from.map(away));
}
