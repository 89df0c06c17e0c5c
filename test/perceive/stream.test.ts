/** The stream of perception with operators that count what they are given: order, batches, failures, and what is kept. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlannedOperator } from '../../compiler/plan/plan.js';
import type { SourceItem } from '../../runtime/facts/rows.js';
import type { OpenOperator, OperatorOf } from '../../runtime/perceive/operators/operator.js';
import { inOrder } from '../../runtime/perceive/stream/in-order.js';
import { perceivePictures } from '../../runtime/perceive/stream/perceive-pictures.js';
import type { PicturesToPerceive } from '../../runtime/perceive/stream/picture-file.js';
import { turnsAt } from '../../runtime/perceive/stream/turns.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-stream-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A picture's grey is its number. */
const pictures = Array.from({ length: 9 }, (_, at) => ({ sceneId: `p${at}`, file: join(folder, `p${at}.png`) }));
beforeAll(async () => {
  for (const [at, { file }] of pictures.entries()) {
    const background = { r: at, g: at, b: at };
    await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toFile(file);
  }
});

const objectsOf: PlannedOperator = { role: 'objects', operator: 'owlv2', arguments: {}, reads: [] };
const given = (more: Partial<PicturesToPerceive> = {}): PicturesToPerceive => ({
  pictures,
  operators: [objectsOf],
  boxes: false,
  pixels: false,
  recipeDir: folder,
  modelFolder: folder,
  cacheFolder: null,
  retryFailed: false,
  session: {},
  ...more,
});

interface Watched {
  readonly batch?: number;
  readonly calls?: number;
  readonly key?: string;
  /** Numbers of pictures that fail. */
  readonly failing?: ReadonlySet<number>;
  /** How many turns of the event loop a call takes, by its first picture. */
  readonly takes?: (first: number) => number;
}

/** Finds in each picture one thing, whose score tells the picture's number. */
function watched({ batch = 1, calls = 1, key = 'watched', failing = new Set(), takes }: Watched = {}) {
  const batches: number[][] = [];
  let underWay = 0;
  let most = 0;
  let closed = 0;
  const perceive: OperatorOf<'objects'>['perceive'] = async (photos) => {
    const numbers = photos.map(({ photo }) => photo.picture.pixels[0] ?? -1);
    batches.push(numbers);
    underWay++;
    most = Math.max(most, underWay);
    for (let left = takes?.(numbers[0] ?? 0) ?? 0; left > 0; left--) await turn();
    underWay--;
    return numbers.map((number) =>
      failing.has(number)
        ? { kind: 'failed', code: 'SPQ527', message: `it is number ${number}` }
        : { kind: 'found', found: [{ label: 'thing', score: number / 10, presence: 'certain', box: [1, 1, 5, 5] }] },
    );
  };
  const close = async (): Promise<void> => {
    closed++;
  };
  const open: OpenOperator = async () => ({ role: 'objects', key, batch, calls, labels: ['thing'], perceive, close });
  return { table: { owlv2: open }, batches, most: () => most, closed: () => closed };
}

async function all(
  wanted: PicturesToPerceive,
  table: Readonly<Record<string, OpenOperator>>,
): Promise<readonly SourceItem[]> {
  const { items, close } = await perceivePictures(wanted, table);
  try {
    const found: SourceItem[] = [];
    for await (const item of items) found.push(item);
    return found;
  } finally {
    await close();
  }
}

const told = (items: readonly SourceItem[]): readonly string[] =>
  items.map((item) =>
    item.kind === 'scene'
      ? `${item.facts.scene.sceneId} ${Math.round((item.facts.objects[0]?.score ?? -1) * 10)}`
      : `${item.row.sceneId} ${item.row.stage} ${item.row.code}`,
  );
const inTheirOrder = pictures.map(({ sceneId }, at) => `${sceneId} ${at}`);

describe('scenes', () => {
  it('come in the order of the pictures, however long each takes', async () => {
    const { table, closed } = watched({ calls: 4, takes: (first) => (first % 3 === 0 ? 400 : 0) });
    expect(told(await all(given(), table))).toEqual(inTheirOrder);
    expect(closed()).toBe(1);
  });

  it('are the same facts whatever the timing', async () => {
    const slow = watched({ calls: 3, takes: (first) => 300 - 30 * first });
    const batched = watched({ batch: 4 });
    expect(await all(given(), slow.table)).toEqual(await all(given(), batched.table));
  });
});

describe('an operator', () => {
  it('is never given more pictures than it takes', async () => {
    const { table, batches } = watched({ batch: 3, takes: () => 200 });
    await all(given(), table);
    expect(batches.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(3);
  });

  it('has no more calls under way than it allows', async () => {
    const one = watched({ takes: () => 50 });
    await all(given(), one.table);
    expect(one.most()).toBe(1);
    const two = watched({ calls: 2, takes: () => 50 });
    await all(given(), two.table);
    expect(two.most()).toBe(2);
  });

  it('that breaks stops the run with its cause, and everything is closed', async () => {
    const { table, closed } = watched();
    const broken: OpenOperator = async (call, workbench) => ({
      ...(await table.owlv2(call, workbench)),
      role: 'objects',
      perceive: () => Promise.reject(new Error('the server is gone')),
    });
    await expect(all(given(), { owlv2: broken })).rejects.toThrow('the server is gone');
    expect(closed()).toBe(1);
  });

  it('that cannot be opened closes those before it', async () => {
    const { table, closed } = watched();
    const refuses: OpenOperator = () => Promise.reject(new Error('no model'));
    const masks: PlannedOperator = { role: 'masks', operator: 'slimsam', arguments: {}, reads: ['objects'] };
    const both = given({ operators: [objectsOf, masks] });
    await expect(all(both, { ...table, slimsam: refuses })).rejects.toThrow('no model');
    expect(closed()).toBe(1);
  });
});

describe('a picture on which a model fails', () => {
  it('is told with stage and cause, and the others go on', async () => {
    const items = await all(given(), watched({ failing: new Set([4]) }).table);
    expect(told(items)).toEqual(inTheirOrder.with(4, 'p4 perceive SPQ527'));
    expect(items[4]).toMatchObject({ row: { message: expect.stringMatching(/p4\.png: objects: it is number 4/) } });
  });

  it('is not looked at again, unless that is asked for', async () => {
    const cacheFolder = join(folder, 'cache-of-failures');
    await all(given({ cacheFolder }), watched({ failing: new Set([2, 7]) }).table);
    const again = watched();
    expect(told(await all(given({ cacheFolder }), again.table))[2]).toBe('p2 perceive SPQ527');
    expect(again.batches).toEqual([]);
    const retried = watched();
    expect(told(await all(given({ cacheFolder, retryFailed: true }), retried.table))).toEqual(inTheirOrder);
    expect(retried.batches.flat().toSorted()).toEqual([2, 7]);
  });
});

describe('what was found', () => {
  const cacheFolder = join(folder, 'cache');

  it('is kept: an interrupted run goes on where it was', async () => {
    const first = watched();
    const { items, close } = await perceivePictures(given({ cacheFolder }), first.table);
    for (let read = 0; read < 3; read++) await items.next();
    await items.return(undefined);
    await close();
    const before = first.batches.flat();
    const second = watched();
    expect(told(await all(given({ cacheFolder }), second.table))).toEqual(inTheirOrder);
    expect([...before, ...second.batches.flat()].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('belongs to the bytes of the picture, not to its name', async () => {
    const other = pictures.map(({ file }, at) => ({ sceneId: `other${at}`, file }));
    const { table, batches } = watched();
    expect(told(await all(given({ cacheFolder, pictures: other }), table))).toEqual(
      other.map(({ sceneId }, at) => `${sceneId} ${at}`),
    );
    expect(batches).toEqual([]);
  });

  it('belongs to the operator: another model looks again', async () => {
    const { table, batches } = watched({ key: 'another model' });
    await all(given({ cacheFolder }), table);
    expect(batches).toHaveLength(9);
  });

  it('is found anew where its file was cut off', async () => {
    const kept = join(folder, 'cut');
    await all(given({ cacheFolder: kept, pictures: pictures.slice(0, 1) }), watched().table);
    const [file = ''] = readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.bin'),
    );
    writeFileSync(join(kept, file), Uint8Array.of(255, 15));
    const { table, batches } = watched();
    expect(told(await all(given({ cacheFolder: kept, pictures: pictures.slice(0, 1) }), table))).toEqual(['p0 0']);
    expect(batches).toEqual([[0]]);
  });
});

describe('the camera of a photograph', () => {
  const cameras = async (sidecar: string | null): Promise<readonly unknown[]> => {
    const place = mkdtempSync(join(folder, 'camera-'));
    const file = join(place, 'p.png');
    copyFileSync(pictures[3]?.file ?? '', file);
    if (sidecar !== null) writeFileSync(join(place, 'intrinsics.json'), sidecar);
    const seen: unknown[] = [];
    const perceive: OperatorOf<'objects'>['perceive'] = async (photos) => {
      seen.push(...photos.map(({ photo }) => photo.camera));
      return photos.map(() => ({ kind: 'found', found: [] }));
    };
    const common = { key: 'cameras', batch: 1, calls: 1, labels: [], close: async () => {} };
    const open: OpenOperator = async () => ({ role: 'objects', perceive, ...common });
    const items = await all(given({ pictures: [{ sceneId: 'p', file }] }), { owlv2: open });
    const [item] = items;
    return [...seen, item?.kind === 'scene' ? item.facts.scene.intrinsicsSource : item?.row.code];
  };

  it('is that of the file beside it, else unknown', async () => {
    const stated = '{ "intrinsics": [80, 80, 39.5, 29.5], "width": 80, "height": 60 }';
    const intrinsics = [40, 40, 19.5, 14.5];
    expect(await cameras(stated)).toEqual([{ intrinsics, source: 'truth' }, 'truth']);
    expect(await cameras(null)).toEqual([null, null]);
  });

  it('is not guessed where the file beside it is of another picture', async () => {
    expect(await cameras('{ "intrinsics": [80, 80, 39.5, 29.5], "width": 80, "height": 80 }')).toEqual(['SPQ505']);
  });
});

describe('turns', () => {
  it('take together what waits', async () => {
    const batches: (readonly number[])[] = [];
    const turns = turnsAt<number, number>({ batch: 3, calls: 1 }, async (numbers) => {
      batches.push(numbers);
      await turn();
      return numbers;
    });
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(turns.take))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(batches).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('refuse results that are not one for each', async () => {
    const turns = turnsAt<number, number>({ batch: 2, calls: 1 }, async () => [1]);
    await expect(Promise.all([turns.take(1), turns.take(2)])).rejects.toThrow('1 results of 2 pictures');
  });
});

describe('work in order', () => {
  it('is begun for no more things than are wanted ahead', async () => {
    const begun: number[] = [];
    const things = inOrder([0, 1, 2, 3, 4, 5], 2, async (thing) => begun.push(thing));
    await things.next();
    expect(begun).toEqual([0, 1]);
    await things.next();
    expect(begun).toEqual([0, 1, 2]);
  });
});
