/** Every labelled box of the real sample frames, against projections computed independently of this code. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { boxCorners } from '../../runtime/geometry/box.js';
import { asMatrix3 } from '../../runtime/geometry/matrix.js';
import { project } from '../../runtime/geometry/projection.js';
import { openKitti } from '../../runtime/sources/kitti/index.js';
import { openRobospatial } from '../../runtime/sources/robospatial/index.js';
import { readAll } from './read-all.js';

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const numbers = z.array(z.number());
const shape = z.object({
  frames: z.record(
    z.string(),
    z.array(
      z.object({
        label: z.string(),
        center_cam_m: numbers,
        edge_lengths_m: numbers,
        corners_cam_m: z.array(numbers),
        corners_px: z.array(numbers),
        bbox2d_label: numbers.nullish(),
      }),
    ),
  ),
});
type Expected = z.output<typeof shape>['frames'][string][number];

const WITHIN_METRES = 0.01;
const WITHIN_PIXELS = 1;

/** The largest difference between two lists of numbers of equal length. */
function apart(found: readonly number[], expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(...found.map((value, index) => Math.abs(value - (expected[index] ?? Number.NaN))));
}

function expectBox(object: ObjectRow | undefined, expected: Expected, { scene }: SceneFacts): void {
  const rotation = asMatrix3(object?.rotation ?? []);
  if (!object?.centre || !object.size || !rotation || !scene.intrinsics)
    throw new Error(`no box for ${expected.label}`);
  expect(apart(object.centre, expected.center_cam_m)).toBeLessThan(WITHIN_METRES);
  expect(apart(object.size, expected.edge_lengths_m)).toBeLessThan(WITHIN_METRES);
  const corners = boxCorners({ centre: object.centre, size: object.size, rotation });
  expect(corners).toHaveLength(8);
  for (const [index, corner] of corners.entries()) {
    expect(apart(corner, expected.corners_cam_m[index] ?? [])).toBeLessThan(WITHIN_METRES);
    expect(apart(project(scene.intrinsics, corner) ?? [], expected.corners_px[index] ?? [])).toBeLessThan(
      WITHIN_PIXELS,
    );
  }
  if (expected.bbox2d_label) expect(apart(object.box2d ?? [], expected.bbox2d_label)).toBeLessThan(WITHIN_PIXELS);
}

describe.skipIf(!existsSync(`${data}/expected_projections.json`))('boxes of the sample frames', () => {
  const { frames } = shape.parse(JSON.parse(readFileSync(`${data}/expected_projections.json`, 'utf8')));

  it('KITTI: centre, edges and 8 corners agree within 1 cm and 1 px', async () => {
    const { scenes, quarantined } = await readAll(await openKitti({ dir: `${data}/kitti`, gravity: null }));
    expect(quarantined).toEqual([]);
    const keys = Object.keys(frames).filter((key) => key.startsWith('kitti/'));
    expect(scenes.map(({ scene }) => `kitti/${scene.sceneId}`)).toEqual(keys);
    for (const facts of scenes) {
      const things = facts.objects.filter(({ crowd }) => !crowd);
      const expected = frames[`kitti/${facts.scene.sceneId}`] ?? [];
      expect(things.map(({ category }) => category)).toEqual(expected.map(({ label }) => label.toLowerCase()));
      for (const [index, box] of expected.entries()) expectBox(things[index], box, facts);
    }
  });

  it('RoboSpatial: centre, edges and 8 corners agree within 1 cm and 1 px', async () => {
    const { scenes, quarantined } = await readAll(await openRobospatial({ dir: `${data}/robospatial` }));
    expect(quarantined).toEqual([]);
    const expected = frames['robospatial/example_image'] ?? [];
    const [facts] = scenes;
    if (facts === undefined) throw new Error('no scene');
    expect(facts.objects).toHaveLength(expected.length);
    for (const [index, box] of expected.entries()) expectBox(facts.objects[index], box, facts);
    // The camera looks down by 40 degrees: world z is up, sin 40° towards the viewer, cos 40° up in the picture.
    expect(apart(facts.scene.up ?? [], [0, -0.766, -0.6428])).toBeLessThan(0.001);
  });
});
