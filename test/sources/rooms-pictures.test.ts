/** Rendered rooms against their facts: masks, depth and visibility are measured twice, by two ways. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { bodyOf } from '../../runtime/sources/rooms/body.js';
import { castBody } from '../../runtime/sources/rooms/cast.js';
import { factsOf, lookAt, roomFacts } from '../../runtime/sources/rooms/facts.js';
import { openRooms } from '../../runtime/sources/rooms/index.js';
import { furnish } from '../../runtime/sources/rooms/layout.js';
import { render } from '../../runtime/sources/rooms/render.js';

const width = 640;
const height = 480;
const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function open(count: number, threads: number, into: string): Promise<readonly SceneFacts[]> {
  const scenes: SceneFacts[] = [];
  for await (const item of openRooms({ count, seed: 21, pictures: into, demand: { pixels: true }, threads }).items) {
    if (item.kind === 'scene') scenes.push(item.facts);
  }
  return scenes;
}

describe('a rendered room', () => {
  const seed = 21;
  const scenes = Array.from({ length: 10 }, (_, index) => {
    const scene = lookAt(furnish(seed, index));
    return { scene, facts: factsOf(scene, { pixels: true }), picture: render(scene) };
  });

  it('shows its pixel points at their depth, to the millimetre of the depth image', () => {
    let points = 0;
    for (const { facts, picture } of scenes) {
      const [fx, fy, cx, cy] = facts.scene.intrinsics ?? [0, 0, 0, 0];
      expect(facts.pixels.length).toBeGreaterThan(50);
      expect(facts.pixels.length).toBeLessThanOrEqual(64);
      for (const { u, v, point, pixelId } of facts.pixels) {
        points++;
        expect(pixelId).toBe(`${String(u).padStart(4, '0')}x${String(v).padStart(4, '0')}`);
        expect(Math.abs((picture.depth[v * width + u] ?? 0) / 1000 - point[2])).toBeLessThanOrEqual(0.000501);
        expect((fx * point[0]) / point[2] + cx).toBeCloseTo(u, 9);
        expect((fy * point[1]) / point[2] + cy).toBeCloseTo(v, 9);
        for (const [du, dv] of [
          [3, 0],
          [-3, 0],
          [0, 3],
          [0, -3],
        ] as const) {
          if (u + du < 0 || u + du >= width || v + dv < 0 || v + dv >= height) continue;
          const near = (picture.depth[(v + dv) * width + u + du] ?? 0) / 1000;
          expect(Math.abs(near - point[2])).toBeLessThan(0.04 * point[2] + 0.002);
        }
      }
    }
    expect(points).toBeGreaterThan(500);
  });

  it('has masks within the 2D boxes, and filling those of what is wholly seen', () => {
    let whole = 0;
    for (const { facts, picture } of scenes) {
      facts.objects.forEach((object, k) => {
        const [x1, y1, x2, y2] = object.box2d ?? [0, 0, 0, 0];
        let [left, top, right, bottom] = [width, height, -1, -1];
        for (let at = 0; at < width * height; at++) {
          if (picture.instances[at] !== k + 1) continue;
          left = Math.min(left, at % width);
          right = Math.max(right, at % width);
          top = Math.min(top, Math.floor(at / width));
          bottom = Math.max(bottom, Math.floor(at / width));
        }
        if (right < 0) return;
        // A round part cut by the border is bounded as a polygon of 16 sides: 1 % of its radius off.
        const slack = 1e-6 + (object.truncation === 0 ? 0 : 3);
        expect(left).toBeGreaterThanOrEqual(x1 - slack);
        expect(right).toBeLessThanOrEqual(x2 + slack);
        expect(top).toBeGreaterThanOrEqual(y1 - slack);
        expect(bottom).toBeLessThanOrEqual(y2 + slack);
        if (object.visibility !== 1) return;
        whole++;
        // One pixel, and one more where a sharp corner passes between pixel centres.
        const off = Math.max(left - x1, x2 - right, top - y1, y2 - bottom);
        expect(off, object.objectId).toBeLessThan(slack + 4);
      });
    }
    expect(whole).toBeGreaterThan(20);
  });

  it('agrees with the stated visibility and truncation', () => {
    const errors: number[] = [];
    const cut: number[] = [];
    for (const { scene, facts, picture } of scenes) {
      const { camera } = scene.room;
      facts.objects.forEach((object, k) => {
        const body = scene.listed[k]?.body;
        if (body === undefined) throw new Error('a row without a body');
        let [own, seen, all] = [0, 0, 0];
        for (let v = -height; v < 2 * height; v += 2) {
          for (let u = -width; u < 2 * width; u += 2) {
            const depth = castBody(body, (u - camera.centreU) / camera.focal, (v - camera.centreV) / camera.focal);
            if (depth === Number.POSITIVE_INFINITY) continue;
            all++;
            if (u < 0 || u >= width || v < 0 || v >= height) continue;
            own++;
            if (picture.instances[v * width + u] === k + 1) seen++;
          }
        }
        if (own < 50) return;
        errors.push(Math.abs(seen / own - (object.visibility ?? 0)));
        cut.push(Math.abs(1 - own / all - (object.truncation ?? 0)));
      });
    }
    expect(errors.length).toBeGreaterThan(40);
    expect(errors.filter((e) => e > 0.15).length / errors.length).toBeLessThan(0.03);
    expect(errors.reduce((a, b) => a + b, 0) / errors.length).toBeLessThan(0.03);
    expect(cut.filter((e) => e > 0.15).length / cut.length).toBeLessThan(0.05);
  });

  it('lists everything that covers much of the picture', () => {
    for (const { scene, picture } of scenes) {
      const { room, listed } = scene;
      const left = room.things.filter((thing) => !listed.some(({ body }) => body.thing === thing));
      const { camera } = room;
      for (const thing of left) {
        const body = bodyOf(thing, camera);
        let seen = 0;
        for (let at = 0; at < width * height; at += 7) {
          const x = ((at % width) - camera.centreU) / camera.focal;
          const y = (Math.floor(at / width) - camera.centreV) / camera.focal;
          if (Math.abs(castBody(body, x, y) - (picture.depth[at] ?? 0) / 1000) < 0.001) seen++;
        }
        expect(seen * 7, thing.kind.label).toBeLessThan(1500);
      }
    }
  });
});

describe('the picture files of rooms', () => {
  it('are the same bytes for the same seed, and the facts are those of rooms without pictures', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    const first = await open(3, 1, one);
    const second = await open(2, 3, two);
    expect(first.map(({ scene }) => scene.sceneId)).toEqual(['room-21-0000000', 'room-21-0000001', 'room-21-0000002']);
    second.forEach((facts, index) => {
      for (const ending of ['jpg', 'depth.png', 'instances.png']) {
        const name = `${facts.scene.sceneId}.${ending}`;
        expect(readFileSync(join(two, name)).equals(readFileSync(join(one, name)))).toBe(true);
      }
      const bare = roomFacts(21, index, { pixels: true });
      expect({ ...facts, dense: [], scene: { ...facts.scene, imageUri: null, sha256: null } }).toEqual(bare);
    });
  });

  it('hold 16-bit millimetres and 8-bit object numbers, as their rows say', async () => {
    const into = join(folder, 'three');
    const [facts] = await open(1, 1, into);
    if (facts === undefined) throw new Error('one room was asked for');
    const picture = render(lookAt(furnish(21, 0)));
    expect(facts.scene.imageUri).toBe(join(into, 'room-21-0000000.jpg'));
    const [depth, instances] = facts.dense;
    expect(depth).toMatchObject({ role: 'depth', encoding: 'uint16', depthKind: 'z', scale: 0.001, width, height });
    expect(instances).toMatchObject({ role: 'instances', encoding: 'uint8', depthKind: null, scale: null });
    if (depth === undefined || instances === undefined) throw new Error('two dense rows were asked for');
    expect(existsSync(depth.uri) && existsSync(instances.uri)).toBe(true);
    const stored = await sharp(depth.uri).toColourspace('grey16').raw({ depth: 'ushort' }).toBuffer();
    expect(stored.equals(Buffer.from(picture.depth.buffer))).toBe(true);
    const masks = await sharp(instances.uri).toColourspace('b-w').raw().toBuffer();
    expect(masks.equals(Buffer.from(picture.instances))).toBe(true);
  });
});
