/**
 * Real street and indoor frames, their boxes computed independently: of the pairs that are clearly left and right in
 * metres but the other way round in the picture, none may be asked, by relation or by reference (S1).
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ObjectRow, SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import { normaliseLabel } from '../../runtime/facts/rows.js';
import { completeWord } from '../../runtime/vocabulary/word.js';
import { askedStore, planOf } from './pipeline.js';

const file = new URL('../../../shared/data/expected_projections.json', import.meta.url);

const vector = z.tuple([z.number(), z.number(), z.number()]);
const boxes = z.array(
  z.object({
    label: z.string(),
    center_cam_m: vector,
    edge_lengths_m: vector,
    corners_cam_m: z.array(vector).length(8),
    corners_px: z.array(z.tuple([z.number(), z.number()])).length(8),
    bbox2d_label: z.array(z.number()).length(4).nullable(),
  }),
);
type Box = z.infer<typeof boxes>[number];

const recipe = `
source frames = facts("frames")
refer by category, position
level 2 "Relations" {
  task left_right "Left and right" {
    for     objects {a, b}
    claim   "{a} is to the left of {b}." when a left of b
    claim   "{a} is to the right of {b}." when a right of b
    refer   by box
  }
  task distance "Distance" {
    for     objects {a, b}
    let     d = distance(a, b)
    ask     "How far is {a} from {b}?"
    answer  d
  }
}`;

describe.skipIf(!existsSync(file))('left and right on real frames', () => {
  it('asks no pair whose order in metres and in the picture disagree, and calls nothing leftmost that is not', async () => {
    const frames = z
      .object({ frames: z.record(z.string(), boxes) })
      .parse(JSON.parse(readFileSync(file, 'utf8'))).frames;
    const scenes = Object.entries(frames).map(([id, found]) => sceneOf(id, found));
    const disagreeing = new Set(
      Object.entries(frames).flatMap(([id, found]) => pairsThatDisagree(found).map(([i, j]) => `${id} ${i} ${j}`)),
    );
    const store = await askedStore({ plan: planOf(recipe), scenes, vocabulary: vocabularyOf(scenes) });
    const rows = await store.connection.runAndReadAll(
      `select scene_id, task, objects, question, answer, list_transform(slots, s -> s.strategy), list_transform(slots, s -> s.text) from questions`,
    );
    // The relation itself, over every pair, whether or not there are references to ask by.
    const told = await store.connection.runAndReadAll(
      'select a.scene_id, a.object_id, b.object_id from object_facts a join object_facts b on a.scene = b.scene and a.object <> b.object where left_of(a, b)',
    );
    store.close();
    const related = told
      .getRowsJson()
      .map(([frame, a, b]) => `${frame} ${[String(a), String(b)].sort(byNumber).join(' ')}`);
    expect(related.length).toBeGreaterThan(500);
    expect(related.filter((p) => disagreeing.has(p))).toEqual([]);
    const asked = rows.getRowsJson();
    const pairs = asked
      .filter((r) => r[1] === 'left_right')
      .map((r) => `${r[0]} ${[...z.array(z.string()).parse(r[2])].sort(byNumber).join(' ')}`);
    // The frames hold many such pairs, and many that agree: neither side of the test is empty.
    expect(disagreeing.size).toBeGreaterThan(100);
    expect(pairs.length).toBeGreaterThan(200);
    expect(pairs.filter((p) => disagreeing.has(p))).toEqual([]);
    const superlatives = asked.flatMap((r) => namesOf(String(r[0]), r[2], r[6]));
    expect(superlatives.length).toBeGreaterThan(0);
    expect(superlatives.filter((s) => !trueInThePicture(s, frames))).toEqual([]);
  }, 60_000);
});

const byNumber = (a: string, b: string): number => Number(a) - Number(b);

interface Superlative {
  readonly frame: string;
  readonly id: number;
  readonly text: string;
}

function namesOf(frame: string, ids: unknown, texts: unknown): readonly Superlative[] {
  const [objects, words] = [z.array(z.string()).parse(ids), z.array(z.string()).parse(texts)];
  return objects
    .map((id, i) => ({ frame, id: Number(id), text: words[i] ?? '' }))
    .filter(({ text }) => /most /.test(text));
}

/** The leftmost pedestrian is left of every other in metres and in the picture. */
function trueInThePicture({ frame, id, text }: Superlative, frames: Readonly<Record<string, readonly Box[]>>): boolean {
  const all = frames[frame] ?? [];
  const self = all[id];
  const sign = text.includes('leftmost') ? 1 : -1;
  return (
    self !== undefined &&
    all.every(
      (o) =>
        o === self ||
        o.label !== self.label ||
        (sign * (middle(o) - middle(self)) > 0 && sign * (o.center_cam_m[0] - self.center_cam_m[0]) > 0.1),
    )
  );
}

/** Clear by centre (10 cm or 10 %), and the other way round in the picture. */
function pairsThatDisagree(found: readonly Box[]): readonly (readonly [number, number])[] {
  return found.flatMap((a, i) =>
    found.slice(i + 1).flatMap((b, k) => {
      const [x, y] = [a.center_cam_m[0], b.center_cam_m[0]];
      const clear = Math.abs(x - y) > Math.max(0.1, 0.1 * Math.max(Math.abs(x), Math.abs(y)));
      return clear && (x - y) * (middle(a) - middle(b)) < 0 ? [[i, i + 1 + k] as const] : [];
    }),
  );
}

/** Horizontal middle of the 2D box, as stored: the labelled one, or the bounds of the projected corners. */
function middle(box: Box): number {
  const [x1, , x2] = box2dOf(box);
  return (x1 + x2) / 2;
}

function box2dOf(box: Box): readonly [number, number, number, number] {
  const [x1, y1, x2, y2] = box.bbox2d_label ?? [];
  if (x1 !== undefined && y1 !== undefined && x2 !== undefined && y2 !== undefined) return [x1, y1, x2, y2];
  const xs = box.corners_px.map(([u]) => u);
  const ys = box.corners_px.map(([, v]) => v);
  const clip = (v: number, most: number): number => Math.min(Math.max(v, 0), most);
  return [
    clip(Math.min(...xs), 4999),
    clip(Math.min(...ys), 4999),
    clip(Math.max(...xs), 4999),
    clip(Math.max(...ys), 4999),
  ];
}

function sceneOf(id: string, found: readonly Box[]): SceneFacts {
  return {
    scene: {
      sceneId: id,
      captureId: id,
      frameIndex: null,
      timestamp: null,
      imageUri: null,
      sha256: null,
      width: 5000,
      height: 5000,
      intrinsics: null,
      intrinsicsSource: null,
      worldFromCamera: null,
      up: null,
      upSource: null,
      floorHeight: null,
      metric: true,
      scaleSigma: null,
      licence: null,
    },
    objects: found.map((box, i) => objectOf(box, i)),
    pixels: [],
    coverage: [...new Set(found.map((b) => normaliseLabel(b.label)))].map((category) => ({
      category,
      status: 'exhaustive' as const,
      method: 'label',
    })),
    dense: [],
  };
}

/** Corner order: 0 to 1 runs along the first edge, 1 to 2 along the second, 0 to 4 along the third. */
function objectOf(box: Box, i: number): ObjectRow {
  const axis = (from: number, to: number, length: number): readonly number[] =>
    [0, 1, 2].map((k) => ((box.corners_cam_m[to]?.[k] ?? 0) - (box.corners_cam_m[from]?.[k] ?? 0)) / length);
  const [l, h, w] = box.edge_lengths_m;
  const first = unit(axis(0, 1, l));
  const second = unit(axis(1, 2, h));
  const third = cross(first, second);
  return {
    objectId: String(i),
    trackId: null,
    category: normaliseLabel(box.label),
    score: null,
    presence: 'certain',
    crowd: false,
    box2d: box2dOf(box),
    centre: box.center_cam_m,
    size: [l, h, w],
    rotation: [0, 1, 2].flatMap((k) => [first[k] ?? 0, second[k] ?? 0, third[k] ?? 0]),
    extent: 'amodal',
    provenance: 'label',
    facing: null,
    front: 'unseen',
    visibility: null,
    truncation: null,
    caption: null,
    verifiedBy: null,
  };
}

function unit(v: readonly number[]): readonly number[] {
  const length = Math.hypot(...v);
  return v.map((x) => x / length);
}

function cross(a: readonly number[], b: readonly number[]): readonly number[] {
  const at = (v: readonly number[], i: number): number => v[i] ?? 0;
  return [0, 1, 2].map((k) => at(a, (k + 1) % 3) * at(b, (k + 2) % 3) - at(a, (k + 2) % 3) * at(b, (k + 1) % 3));
}

function vocabularyOf(scenes: readonly SceneFacts[]): readonly VocabularyRow[] {
  const labels = new Set(scenes.flatMap((s) => s.objects.map((o) => o.category)));
  return [...labels].map((label) => completeWord({ label, countable: true }));
}
