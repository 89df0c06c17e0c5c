import { describe, expect, it } from 'vitest';
import { isCertain } from './candidates.js';
import { isRolled, worldAxes } from './frames.js';
import { randomScene, randomScenes } from './random-scenes.js';
import { evaluateTask } from './recipe-text.js';

const SCENES = randomScenes(600);
const OBJECTS = SCENES.flatMap(({ objects }) => objects);
const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
  items.filter(holds).length / items.length;

describe('random scenes', () => {
  it('are the same for the same number', () => {
    expect(randomScene(17)).toEqual(randomScene(17));
    expect(randomScene(17)).not.toEqual(randomScene(18));
  });

  it('hold only rows that ingestion takes', () => {
    for (const { objects, pixels, scene } of SCENES) {
      const ids = [...objects.map(({ objectId }) => objectId), ...pixels.map(({ pixelId }) => pixelId)];
      expect(new Set(ids).size).toBe(ids.length);
      expect(Math.hypot(...(scene.up ?? [1]))).toBeCloseTo(1, 12);
    }
    for (const { rotation, centre, size, facing, front, box2d } of OBJECTS) {
      if (rotation !== null) expectOrthonormal(rotation);
      expect(centre?.[2] ?? 1).toBeGreaterThan(0);
      expect(Math.min(...(size ?? [1]))).toBeGreaterThan(0);
      expect(facing !== null).toBe(front === 'one');
      expect(Math.hypot(...(facing ?? [1]))).toBeCloseTo(1, 12);
      if (box2d !== null) expect(box2d[0] >= 0 && box2d[1] >= 0 && box2d[2] <= 640 && box2d[3] <= 480).toBe(true);
    }
  });

  it('reach what the rules are about', () => {
    expect(share(OBJECTS, isCertain)).toBeGreaterThan(0.4);
    for (const holds of [
      (row: (typeof OBJECTS)[number]) => row.centre === null,
      (row: (typeof OBJECTS)[number]) => row.category === '*' && row.crowd,
      (row: (typeof OBJECTS)[number]) => row.visibility === null,
      (row: (typeof OBJECTS)[number]) => row.visibility !== null && row.visibility < 0.05,
      (row: (typeof OBJECTS)[number]) => row.extent === 'visible',
      (row: (typeof OBJECTS)[number]) => row.presence === 'possible',
    ]) {
      expect(share(OBJECTS, holds)).toBeGreaterThan(0.01);
    }
    expect(share(SCENES, ({ scene }) => scene.up === null)).toBeGreaterThan(0.03);
    expect(share(SCENES, ({ scene }) => isRolled(scene))).toBeGreaterThan(0.03);
    expect(share(SCENES, ({ scene }) => scene.up !== null && worldAxes(scene) === null)).toBeGreaterThan(0.01);
  });
});

function expectOrthonormal(rotation: readonly number[]): void {
  const at = (row: number, column: number) => rotation[row * 3 + column] ?? Number.NaN;
  for (const i of [0, 1, 2]) {
    for (const j of [0, 1, 2]) {
      const product = at(0, i) * at(0, j) + at(1, i) * at(1, j) + at(2, i) * at(2, j);
      expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  }
}

describe('laws over random scenes', () => {
  it("opposite relations are one another's mirror, unknowns included", () => {
    const opposites = [
      ['a left of b', 'b right of a', 'b left of a'],
      ['a above b', 'b below a', 'b above a'],
      ['a nearer than b', 'b farther than a', 'b nearer than a'],
      ['a in front of b', 'b behind a', 'b in front of a'],
      ['a taller than b', 'b shorter than a', 'b taller than a'],
    ] as const;
    const lines = opposites.flat().map((condition, i) => `claim "{a} {b} ${i}." when ${condition}`);
    const { tuples } = evaluateTask(`for objects (a, b)\n ${lines.join('\n ')}`, SCENES);
    const seen = new Set<string>();
    for (const { claims } of tuples) {
      opposites.forEach((_, i) => {
        const [holds, mirrored, swapped] = claims.slice(i * 3, i * 3 + 3);
        expect(mirrored).toBe(holds);
        expect(swapped).toBe(holds === null ? null : !holds);
        seen.add(`${i} ${holds}`);
      });
    }
    expect(seen.size).toBe(15);
  });

  it('at most one thing of a scene is the leftmost of its kind', () => {
    const { tuples } = evaluateTask(
      'for objects (a, b)\n refer by position\n ask "{a} {b}?"\n answer if a nearer than b then a.height else b.height',
      SCENES,
    );
    const both = tuples.filter(({ references }) => references.a === 'position' && references.b === 'position');
    expect(both.length).toBeGreaterThan(20);
    const { questions } = evaluateTask(
      'for objects (a, b)\n refer by position\n ask "{a}, {b}"\n answer distance(a, b)',
      SCENES,
    );
    for (const { question } of questions) {
      const [first, second] = question.toLowerCase().split(', ');
      expect(first).not.toBe(second);
    }
  });
});
