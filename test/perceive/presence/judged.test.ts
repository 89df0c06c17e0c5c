/** What is there, what is only shown, and what was found twice: on a floor before a wall, made by hand. */
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../runtime/facts/rows.js';
import type { Bounds } from '../../../runtime/geometry/projection.js';
import type { Detection } from '../../../runtime/perceive/decode/detection.js';
import type { InstanceMask } from '../../../runtime/perceive/instance-mask.js';
import { duplicatesAmong, type Found } from '../../../runtime/perceive/presence/duplicates.js';
import { judged } from '../../../runtime/perceive/presence/judged.js';
import { crate, scene, view } from '../block-scene.js';

const up: Vector3 = [0, -1, 0];
const room = scene([crate]);

function rectangle([x1, y1, x2, y2]: Bounds): InstanceMask {
  const pixels = new Uint8Array(view.width * view.height);
  for (let v = y1; v <= y2; v++) pixels.fill(1, v * view.width + x1, v * view.width + x2 + 1);
  return { width: view.width, height: view.height, pixels };
}

function found(label: string, mask: InstanceMask | null, more: Partial<Detection> = {}): Found {
  return { detection: { label, score: 0.8, presence: 'certain', box: [0, 0, 10, 10], ...more }, mask };
}

/** On the wall, 6 m away: level with the eye and above. */
const onWall = rectangle([100, 40, 160, 100]);
/** Within it. */
const inFrame = rectangle([115, 50, 145, 90]);
/** On the floor, left of the crate. */
const onFloor = rectangle([40, 200, 110, 230]);
const doubts = (things: readonly Found[]) => judged(things, room.map, up).map(({ doubt }) => doubt);

describe('a picture of a thing', () => {
  it('lies in one upright plane with what is around it: it is possible, and nothing more', () => {
    expect(judged([found('person', onWall)], room.map, up)).toEqual([
      { presence: 'possible', crowd: false, isDuplicate: false, doubt: 'depicted' },
    ]);
  });

  it('is no thing that stands out, lies flat on something level, or is flat by nature', () => {
    expect(doubts([found('crate', room.mask), found('newspaper', onFloor), found('Door', onWall)])).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is not told from a thing where gravity or depth is unknown', () => {
    expect(judged([found('person', onWall)], room.map, null)[0]?.doubt).toBeNull();
    expect(judged([found('person', onWall)], null, up)[0]?.doubt).toBeNull();
  });

  it('is what a mirror shows, wherever it seems to be', () => {
    const behind = {
      ...room.map,
      points: room.map.points.map((one, at) => (inFrame.pixels[Math.floor(at / 3)] ? 2 * one : one)),
    };
    const things = [found('mirror', onWall), found('person', inFrame, { score: 0.7, box: [20, 0, 30, 10] })];
    expect(judged(things, behind, up).map(({ doubt }) => doubt)).toEqual([null, 'depicted']);
    // Without depth what lies in a mirror is taken for what it shows.
    expect(judged(things, null, up).map(({ doubt }) => doubt)).toEqual([null, 'depicted']);
  });

  it('is no thing that stands before a screen', () => {
    const before = {
      ...room.map,
      points: room.map.points.map((one, at) => (inFrame.pixels[Math.floor(at / 3)] ? 0.5 * one : one)),
    };
    const things = [found('tv', onWall), found('vase', inFrame, { score: 0.7, box: [20, 0, 30, 10] })];
    expect(judged(things, before, up).map(({ doubt }) => doubt)).toEqual([null, null]);
  });
});

describe('walls, floors and stuff', () => {
  it('are regions that may hold any number, and no things', () => {
    const [wall, ceiling] = judged(
      [found('wall', onWall), found(' Ceiling', null, { box: [50, 0, 60, 5] })],
      room.map,
      up,
    );
    expect([wall?.crowd, ceiling?.crowd, wall?.doubt]).toEqual([true, true, null]);
    expect(judged([found('wallet', room.mask)], room.map, up)[0]?.crowd).toBe(false);
  });
});

describe('one thing found twice', () => {
  const box: Bounds = [100, 100, 200, 200];
  /** 100 x 81 of 100 x 100 pixels. */
  const most: Bounds = [100, 100, 200, 181];

  it('is the one with the higher score, of equal ones the first', () => {
    const things = [
      found('sofa', null, { box, score: 0.6 }),
      found('couch', null, { box, score: 0.9 }),
      found('bed', null, { box, score: 0.6 }),
    ];
    expect(duplicatesAmong(things)).toEqual([1, null, 1]);
    expect(duplicatesAmong(things.map(({ detection }) => found(detection.label, null, { box })))).toEqual([null, 0, 0]);
  });

  it('has nearly the same pixels: a box alone must say more than a mask', () => {
    expect(duplicatesAmong([found('sofa', null, { box }), found('couch', null, { box: most })])).toEqual([null, null]);
    const masks = [rectangle([100, 100, 199, 199]), rectangle([100, 100, 199, 181])];
    expect(duplicatesAmong(masks.map((mask, at) => found(`${at}`, mask, { box: at === 0 ? box : most })))).toEqual([
      null,
      0,
    ]);
    // A cup in front of a box has the same box in the picture, but not its pixels.
    const cup = rectangle([140, 140, 160, 199]);
    expect(duplicatesAmong([found('box', masks[0] ?? null, { box }), found('cup', cup, { box })])).toEqual([
      null,
      null,
    ]);
  });

  it('is certain where its labels agree, and possible where both are certain and differ', () => {
    const judgedAs = (other: string, presence: Detection['presence']) =>
      judged([found('chair', null, { box }), found(other, null, { box, score: 0.7, presence })], null, up);
    expect(judgedAs('office chair', 'certain').map((one) => [one.presence, one.isDuplicate])).toEqual([
      ['certain', false],
      ['certain', true],
    ]);
    expect(judgedAs('stool', 'certain')[0]).toMatchObject({ presence: 'possible', doubt: 'label' });
    expect(judgedAs('stool', 'possible')[0]).toMatchObject({ presence: 'certain', doubt: null });
  });
});
