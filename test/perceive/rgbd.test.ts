/** What is lifted from the depth of real sensors: up as the data sets have it, floors at eye height, known things at their sizes. */
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../runtime/facts/rows.js';
import { apply3, dot } from '../../runtime/geometry/matrix.js';
import { liftedFrame } from './lifted-rgbd.js';
import { hasRgbd, rgbdFrames } from './rgbd-frames.js';

const degrees = (a: Vector3, b: Vector3): number => (Math.acos(Math.min(1, dot(a, b))) * 180) / Math.PI;

describe.skipIf(!hasRgbd)('frames of RGB-D data sets', async () => {
  const frames = hasRgbd ? (await rgbdFrames()).map(liftedFrame) : [];

  it('have the way up that their data set states, where one is found', () => {
    const stated = frames.flatMap(({ frame, lifted }) =>
      frame.up === null ? [] : [{ name: frame.name, off: lifted.up === null ? null : degrees(frame.up, lifted.up) }],
    );
    // A frame full of shelves shows hardly any floor: unknown.
    expect(stated.map(({ name }) => name)).toEqual(['sun raw', 'sun votenet']);
    for (const { name, off } of stated) expect(off ?? 0, name).toBeLessThan(3);
    expect(stated.filter(({ off }) => off === null).length).toBeLessThanOrEqual(1);
  });

  it('of one kitchen agree on up, through the poses of the camera', () => {
    const ups = frames.flatMap(({ frame, lifted }) =>
      frame.worldFromCamera === null || lifted.up === null ? [] : [apply3(frame.worldFromCamera, lifted.up)],
    );
    const [first, second] = ups;
    if (first === undefined || second === undefined) throw new Error('gravity is unknown in a frame of 7-Scenes');
    expect(degrees(first, second)).toBeLessThan(3);
  });

  it('have their floor where hands hold cameras above it, or none', () => {
    const floors = frames.flatMap(({ lifted }) => (lifted.floorHeight === null ? [] : [-lifted.floorHeight]));
    expect(floors.length).toBeGreaterThanOrEqual(3);
    for (const height of floors) {
      expect(height).toBeGreaterThan(1);
      expect(height).toBeLessThan(1.8);
    }
  });

  it('have mugs, a can, a monitor and furniture as tall as such things are', () => {
    const found = frames.flatMap(({ frame, lifted }) =>
      frame.prompts.map(({ label, tall }, at) => ({
        name: `${frame.name} ${label}`,
        tall,
        box: lifted.objects[at]?.box ?? null,
      })),
    );
    const boxed = found.filter(({ box }) => box !== null);
    expect(boxed.length).toBeGreaterThanOrEqual(7);
    for (const { name, tall, box } of boxed) {
      expect(box?.size[1], name).toBeGreaterThan(tall[0]);
      expect(box?.size[1], name).toBeLessThan(tall[1]);
    }
  });
});
