/**
 * Scenes in which a careless definition asks a wrong question, one per counterexample of the semantics.
 * Each says in its name what goes wrong; the numbers are small enough to follow by hand.
 */
import type { ObjectRow, Vector3 } from '../../runtime/facts/rows.js';
import { boxAround, covered, scene, thing } from './scene-builder.js';

/** The table is 1 m to the right of the chair in metres, and left of it in the picture (420 px against 570 px). */
export const metricallyRightPictureLeft = scene('metrically right, picture left', [
  thing('chair', 'chair', [1, 0, 2]),
  thing('table', 'table', [2, 0, 10]),
]);

/** Centres 30 cm apart, boxes one within the other. */
export const overlappingSofa = scene('overlapping sofa', [
  thing('sofa', 'sofa', [0, 0, 4], { size: [2, 0.8, 0.8] }),
  thing('table', 'table', [0.3, 0, 4], { size: [0.5, 0.5, 0.5] }),
]);

/** The sofa's centre is farther than the lamp (3.0 m against 2.6 m), its near end nearer (1.5 m against 2.5 m). */
export const longSofa = scene('long sofa', [
  thing('sofa', 'sofa', [0, 0, 3], { size: [1, 0.8, 3] }),
  thing('lamp', 'lamp', [0, 0, 2.6], { size: [0.2, 0.5, 0.2] }),
]);

/** Two chairs in the same ambiguous order as in the first scene: neither is leftmost. */
export const noLeftmostChair = scene('no leftmost chair', [
  thing('near', 'chair', [1, 0, 2]),
  thing('far', 'chair', [2, 0, 10]),
]);

/** Things on one line, 5.0 m and 5.3 m to the right: clear by 10 cm, not by 10 %. */
export const farToTheRight = scene('far to the right', [
  thing('a', 'chair', [5, 0, 10], { size: [0.1, 1, 0.1] }),
  thing('b', 'lamp', [5.3, 0, 10], { size: [0.1, 1.1, 0.1] }),
]);

/** Chairs of the given heights, 1 m apart. */
export function chairsOfHeight(sceneId: string, ...heights: readonly number[]) {
  return scene(
    sceneId,
    heights.map((height, i) => thing(`c${i + 1}`, 'chair', [i - 1, 0, 4], { size: [0.5, height, 0.5] })),
  );
}

/** Two clear chairs and one more whose facts the caller changes. */
export function twoChairsAnd(sceneId: string, third: Partial<ObjectRow>) {
  return scene(sceneId, [
    thing('left', 'chair', [-2, 0, 4]),
    thing('right', 'chair', [2, 0, 4]),
    thing('third', 'chair', [0, 0, 4], third),
    thing('lamp', 'lamp', [3, 0, 4]),
  ]);
}

/** A viewer at a, 4 m ahead, facing to the picture's right; b stands `degrees` clockwise of that, `metres` away. */
export function viewerAnd(sceneId: string, degrees: number, metres: number) {
  const [ahead, right] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return scene(sceneId, [
    thing('a', 'chair', [0, 0, 4], { facing: [1, 0, 0] }),
    // Facing along +x, right is towards the camera, -z.
    thing('b', 'lamp', [ahead * metres, 0, 4 - right * metres]),
  ]);
}

/** A scene with an armchair beside a chair, and a sofa. */
export const armchairBesideChair = scene('armchair beside chair', [
  thing('armchair', 'armchair', [-1, 0, 4]),
  thing('chair', 'chair', [1, 0, 4]),
  thing('sofa', 'sofa', [0, 0, 3]),
]);

/** Only chairs are annotated. */
export const onlyChairsCovered = scene('only chairs covered', [thing('chair', 'chair', [0, 0, 4])], {
  coverage: [covered('chair'), covered('lamp', 'unknown'), covered('table', 'verified_absent')],
});

/** Chairs 10 cm apart to the last bit, and 11 cm apart. */
export const exactlyTheMargin = scene('exactly the margin', [
  thing('a', 'chair', [1.0, 0, 4], { size: [0.01, 0.01, 0.01] }),
  thing('b', 'chair', [1.1, 0, 4], { size: [0.01, 0.01, 0.01] }),
  thing('c', 'lamp', [1.21, 0, 4], { size: [0.01, 0.01, 0.01] }),
]);

/** Three chairs in a clear row, so that leftmost and rightmost are known, at equal depth. */
export const rowOfChairs = scene('row of chairs', [
  thing('c1', 'chair', [-2, 0, 4]),
  thing('c2', 'chair', [0, 0, 4]),
  thing('c3', 'chair', [2, 0, 4]),
]);

/** Two chairs, one clearly left and clearly nearer. */
export const nearLeftChair = scene('near left chair', [
  thing('near', 'chair', [-1, 0, 2]),
  thing('far', 'chair', [2, 0, 6]),
]);

/** A level scene seen by a camera with this up direction. */
export function seenWithUp(sceneId: string, up: Vector3 | null) {
  return scene(
    sceneId,
    [
      thing('a', 'chair', [-1, 0, 4], { facing: [1, 0, 0] }),
      thing('b', 'lamp', [1, 0, 4], { box2d: boxAround([1, 0, 4], 30) }),
    ],
    { scene: { up } },
  );
}
