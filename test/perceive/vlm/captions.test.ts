/** Captions and their verification against a stand-in that looks at what it is sent, and that fails in every way. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Bounds, intersectionOverUnion } from '../../../runtime/geometry/projection.js';
import { slots } from '../../../runtime/perceive/http/slots.js';
import { boxesOf, captionOf, shown } from '../../../runtime/perceive/vlm/captions.js';
import {
  type CoordinateSpace,
  coordinateSpaces,
  KEY_VARIABLE,
  openVlm,
  type Vlm,
} from '../../../runtime/perceive/vlm/chat.js';
import { toldBoxes } from '../../../runtime/perceive/vlm/told-boxes.js';
import { blue, green, painted, red, white } from '../painted.js';
import { type Fault, startVlm, type VlmStandIn } from './vlm-stand-in.js';

let standIn: VlmStandIn | undefined;
afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
});

async function started(coordinates: CoordinateSpace = 'norm1000', faults: readonly Fault[] = []): Promise<VlmStandIn> {
  standIn = await startVlm(coordinates);
  standIn.faults.push(...faults);
  return standIn;
}

/** As the operator opens it, but with waits that a test can bear. */
function vlmOf({ endpoint }: VlmStandIn, coordinates: CoordinateSpace = 'norm1000', key?: string): Vlm {
  const vlm = openVlm(endpoint, 'stand-in', coordinates, slots(4), { [KEY_VARIABLE]: key });
  return { ...vlm, timeoutMs: 2000, patience: { attempts: 3, firstWaitMs: 5, longestWaitMs: 50 } };
}

const redBlock = { left: 100, top: 40, right: 180, bottom: 200, colour: red };
const blueBlock = { left: 500, top: 300, right: 620, bottom: 380, colour: blue };
const picture = painted(641, 433, white, [redBlock, blueBlock]);
const boxOf = ({ left, top, right, bottom }: typeof redBlock): Bounds => [left, top, right - 1, bottom - 1];

describe('a caption', () => {
  it.each(coordinateSpaces)('is verified where looking for it finds the thing alone, in %s', async (coordinates) => {
    const server = await started(coordinates);
    const vlm = vlmOf(server, coordinates);
    const whole = await shown(picture);
    for (const [block, colour] of [
      [redBlock, 'red'],
      [blueBlock, 'blue'],
    ] as const) {
      const caption = await captionOf(vlm, vlm, whole, { label: 'block', box: boxOf(block) });
      expect(caption).toEqual({ text: `${colour} block`, verified: true });
      const [found] = await boxesOf(vlm, whole, `${colour} block`);
      expect(intersectionOverUnion(found ?? [0, 0, 0, 0], boxOf(block))).toBeGreaterThan(0.95);
    }
  });

  it('is not verified where another thing is found, two are, or none is', async () => {
    const server = await started();
    const vlm = vlmOf(server);
    const whole = await shown(picture);
    const thing = { label: 'block', box: boxOf(redBlock) };
    const one = '{"bbox_2d": [156, 92, 281, 462]}';
    for (const [says, verified] of [
      [`[${one}]`, true],
      [`[${one}, ${one}]`, false],
      ['[]', false],
      // The right half of it: an overlap of exactly a half would do, less does not.
      ['[{"bbox_2d": [225, 92, 281, 462]}]', false],
    ] as const) {
      server.faults.push({ says: 'a red block' }, { says });
      expect(await captionOf(vlm, vlm, whole, thing)).toEqual({ text: 'red block', verified });
    }
  });

  it('is none where the model writes no phrase', async () => {
    const server = await started('norm1000', [{ says: 'There are 3 blocks: one is red.' }]);
    const vlm = vlmOf(server);
    expect(await captionOf(vlm, vlm, await shown(picture), { label: 'block', box: boxOf(redBlock) })).toBeNull();
    expect(server.requests).toHaveLength(1);
  });
});

describe('a server that fails', () => {
  const asked = async (server: VlmStandIn, key?: string) =>
    boxesOf(vlmOf(server, 'norm1000', key), await shown(picture), 'red block');

  it.each<readonly [string, readonly Fault[]]>([
    ['is busy', [{ status: 429, retryAfter: '0' }]],
    ['is busy until a date', [{ status: 429, retryAfter: new Date(0).toUTCString() }]],
    ['breaks down', [{ status: 500 }, { status: 503 }]],
    ['breaks off', ['breaks off']],
    ['sends a page', [{ body: '<html>' }]],
    ['sends something else', [{ body: '{"choices": []}' }]],
    ['writes prose', [{ says: 'I see a red block on the left.' }]],
    ['writes half of a list', [{ says: '[{"bbox_2d": [156, 92, 2' }]],
    ['is cut off', [{ says: '[]', finish: 'length' }]],
    ['writes three numbers', [{ says: '[{"bbox_2d": [156, 92, 281]}]' }]],
    ['speaks of other coordinates', [{ says: '[{"bbox_2d": [156, 92, 2810, 462]}]' }]],
  ])('is asked again where it %s', async (_, faults) => {
    const server = await started('norm1000', faults);
    expect(await asked(server)).toHaveLength(1);
    expect(server.requests).toHaveLength(faults.length + 1);
  });

  it('is asked again where it does not answer in time', async () => {
    const server = await started('norm1000', ['hangs']);
    const vlm = { ...vlmOf(server), timeoutMs: 300 };
    expect(await boxesOf(vlm, await shown(picture), 'red block')).toHaveLength(1);
  });

  it('is given up after some attempts, with its cause', async () => {
    const busy = await started('norm1000', Array(3).fill({ status: 500, body: 'out of memory' }));
    await expect(asked(busy)).rejects.toMatchObject({
      code: 'SPQ541',
      message: `\`${busy.endpoint}/chat/completions\` cannot be asked: the server answers 500 Internal Server Error: out of memory, 3 times.`,
    });
    await busy.close();
    const mad = await started('norm1000', Array(3).fill({ says: 'a red block' }));
    await expect(asked(mad)).rejects.toMatchObject({
      code: 'SPQ542',
      message: expect.stringContaining('no JSON, or JSON that is cut off: `a red block`, 3 times.'),
    });
  });

  it('is not asked again where it refuses, and the key is told nobody', async () => {
    const server = await started('norm1000', [{ status: 401, body: 'the key sk-secret is unknown' }]);
    await expect(asked(server, 'sk-secret')).rejects.toMatchObject({
      code: 'SPQ543',
      message: `\`${server.endpoint}/chat/completions\` refuses: the server answers 401 Unauthorized: the key … is unknown.`,
    });
    server.faults.push({ status: 400, body: 'the picture is too large' });
    await expect(asked(server)).rejects.toMatchObject({ code: 'SPQ541' });
    const path = '/v1/chat/completions';
    expect(server.requests).toMatchObject([{ authorization: 'Bearer sk-secret', path }, { path }]);
    expect(server.requests[1]?.authorization).toBeUndefined();
  });

  it('sends no picture elsewhere', async () => {
    const other = await startVlm('norm1000');
    try {
      const server = await started('norm1000', Array(3).fill({ redirectsTo: `${other.endpoint}/chat/completions` }));
      await expect(asked(server)).rejects.toMatchObject({ code: 'SPQ541' });
      expect(other.requests).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('is asked no more at once than it may be', async () => {
    const server = await started();
    const vlm = { ...vlmOf(server), slots: slots(2) };
    const whole = await shown(painted(100, 100, green));
    await Promise.all(Array.from({ length: 8 }, () => boxesOf(vlm, whole, 'green block')));
    expect(server.requests).toHaveLength(8);
    expect(server.mostAtOnce()).toBe(2);
  });
});

describe('boxes in an answer', () => {
  it('are read between fences, under both names, alone or in a list', () => {
    expect(toldBoxes('Here:\n```json\n[{"bbox_2d": [1, 2, 3, 4], "label": "x"}]\n```\nDone.')).toEqual([[1, 2, 3, 4]]);
    expect(toldBoxes(' [{"bbox": [3, 4, 1, 2]}, {"bbox_2d": [5.5, 6, 7, 8]}] ')).toEqual([
      [1, 2, 3, 4],
      [5.5, 6, 7, 8],
    ]);
    expect(toldBoxes('{"bbox_2d": [1, 2, 3, 4]}')).toEqual([[1, 2, 3, 4]]);
    expect(toldBoxes('[]')).toEqual([]);
  });

  it.each(['', 'none', '[1, 2, 3, 4]', '[{"bbox_2d": ["1", 2, 3, 4]}]', '```json\n[{"bbox_2d": [1, 2'])(
    'are none in %j',
    (answer) => {
      expect(() => toldBoxes(answer)).toThrow(/no JSON|four numbers/);
    },
  );
});
