/** What the label alone tells of a detection: that it is part of the building or stuff, or flat and bearing pictures by nature. */

/** Of these nobody counts pieces, and their boxes mean nothing: where one ends is a matter of the segmenter. */
const structure = new Set(
  (
    'wall, floor, ceiling, window, roof, ground, road, street, sidewalk, pavement, grass, sky, water, sea, river, sand, snow, ' +
    'field, building, fence, stairs, column, pillar, beam, carpet, tiles'
  ).split(', '),
);

/** What these show is depicted, or behind glass. */
const frames = new Set(
  (
    'picture, painting, poster, photo, photograph, print, drawing, billboard, sign, mirror, tv, television, monitor, ' +
    'computer monitor, screen, laptop, tablet, cell phone, phone, magazine, book, calendar, map, window, whiteboard, blackboard'
  ).split(', '),
);

/** Flat things that lie in an upright surface without being depicted there. */
const flat = new Set(
  (
    'door, curtain, blinds, clock, wall clock, switch, light switch, socket, outlet, radiator, vent, tapestry, towel, handle, ' +
    'door handle, drawer, cabinet door, tile, sticker, label, logo, flag, banner, chalkboard, board'
  ).split(', '),
);

/** @param label as `normaliseLabel` gives it */
export const isStructure = (label: string): boolean => structure.has(label);

/** What is seen in such a thing is not there. */
export const showsPictures = (label: string): boolean => frames.has(label);

/** That it lies in an upright surface says nothing against it. */
export const isFlat = (label: string): boolean => flat.has(label) || frames.has(label) || structure.has(label);
