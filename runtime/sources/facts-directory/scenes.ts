/**
 * The scenes of a facts directory, one after the other: the tables' streams merged by scene_id,
 * every row still knowing its file and row number, and every row that cannot be read told with them.
 */
import type { z } from 'zod';
import { binaryOrder } from '../../facts/binary-order.js';
import { ANY_CATEGORY, type ObjectRow, type SceneFacts } from '../../facts/rows.js';
import { storeTables } from '../../facts/schema.js';
import {
  coverageDefaults,
  coverageShape,
  denseShape,
  objectDefaults,
  objectShape,
  pixelShape,
  sceneDefaults,
  sceneShape,
} from './row-shapes.js';
import { type OwnColumn, ownValue, type Place, type ShardReader, type ShardRow } from './shards.js';

/** One thing that is wrong with one row. */
export interface RowProblem extends Place {
  readonly sceneId: string;
  readonly objectId: string | null;
  readonly column: string;
  readonly code: 'SPQ505' | 'SPQ510';
  readonly what: string;
  readonly hint: string;
}

export interface PlacedScene {
  readonly sceneId: string;
  /** What can be read of the scene; null where its own row cannot. */
  readonly facts: SceneFacts | null;
  readonly place: Place;
  /** Beside `facts.objects`, position by position. */
  readonly objectPlaces: readonly Place[];
  readonly pixelPlaces: readonly Place[];
  /** Rows that could not be read. */
  readonly problems: readonly RowProblem[];
}

/** Reads all scenes in the order of their ids. Rows that name no scene are problems of the scene before them. */
export async function* placedScenes(shards: ShardReader, own: readonly OwnColumn[] = []): AsyncGenerator<PlacedScene> {
  const streams = openStreams(shards, own);
  let before: string | null = null;
  for await (const row of shards.rows(storeTables.scenes, [], sceneDefaults)) {
    if (row.sceneId === before) {
      yield brokenScene(row, [
        problemOf(row, null, 'scene_id', 'SPQ510', 'stands twice', 'Give every scene its own id.'),
      ]);
      continue;
    }
    before = row.sceneId;
    yield await placedScene(row, streams, own);
  }
  const problems = await Promise.all(streams.all.map((stream) => stream.rest()));
  const orphans = problems.flat();
  const [first] = orphans;
  if (first !== undefined) yield brokenScene({ ...first, values: {} }, orphans);
}

function openStreams(shards: ShardReader, own: readonly OwnColumn[]) {
  const objects = groupByScene(shards.rows(storeTables.objects, ['object_id'], objectDefaults, own));
  const pixels = groupByScene(shards.rows(storeTables.pixels, ['pixel_id'], {}));
  const coverage = groupByScene(shards.rows(storeTables.coverage, ['category'], coverageDefaults));
  const dense = groupByScene(shards.rows(storeTables.dense, ['role'], {}));
  return { objects, pixels, coverage, dense, all: [objects, pixels, coverage, dense] };
}

async function placedScene(
  row: ShardRow,
  streams: ReturnType<typeof openStreams>,
  own: readonly OwnColumn[],
): Promise<PlacedScene> {
  const taken = {
    objects: await streams.objects.take(row.sceneId),
    pixels: await streams.pixels.take(row.sceneId),
    coverage: await streams.coverage.take(row.sceneId),
    dense: await streams.dense.take(row.sceneId),
  };
  const orphans = Object.values(taken).flatMap((group) => group.orphans);
  const scene = readRow(row, sceneShape, null);
  if (!scene.ok) return brokenScene(row, [...orphans, scene.problem]);
  const objects = taken.objects.rows.map((object) => {
    const read = readRow(object, objectShape, String(object.values.object_id ?? ''));
    return read.ok
      ? { row: withOwn(read.row, object, own), problems: [] }
      : { row: unreadableObject(object), problems: [read.problem] };
  });
  const pixels = readRows(taken.pixels.rows, pixelShape);
  const coverage = readRows(taken.coverage.rows, coverageShape);
  const dense = readRows(taken.dense.rows, denseShape);
  return {
    sceneId: row.sceneId,
    facts: {
      scene: scene.row,
      objects: objects.map((object) => object.row),
      pixels: pixels.rows,
      coverage: coverage.rows,
      dense: dense.rows,
    },
    place: row,
    objectPlaces: taken.objects.rows,
    pixelPlaces: pixels.places,
    problems: [
      ...orphans,
      ...objects.flatMap(({ problems }) => problems),
      ...pixels.problems,
      ...coverage.problems,
      ...dense.problems,
    ],
  };
}

/** The values of the columns that a recipe names, beside those of the schema. */
function withOwn(row: ObjectRow, { values }: ShardRow, own: readonly OwnColumn[]): ObjectRow {
  if (own.length === 0) return row;
  const found = own.map(({ holds }, place) => ({ holds, value: values[ownValue(place)] }));
  return {
    ...row,
    own: {
      numbers: found.flatMap(({ holds, value }) => (holds === 'text' ? [] : [numberOf(value)])),
      texts: found.flatMap(({ holds, value }) => (holds === 'text' ? [typeof value === 'string' ? value : null] : [])),
    },
  };
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : null;
}

const brokenScene = (row: ShardRow, problems: readonly RowProblem[]): PlacedScene => ({
  sceneId: row.sceneId,
  facts: null,
  place: row,
  objectPlaces: [],
  pixelPlaces: [],
  problems,
});

/** A row that cannot be read may speak of any number of things of any kind. */
function unreadableObject({ file, row }: Place): ObjectRow {
  return {
    objectId: `${file}#${row}`,
    trackId: null,
    category: ANY_CATEGORY,
    score: null,
    presence: 'possible',
    crowd: true,
    box2d: null,
    centre: null,
    size: null,
    rotation: null,
    extent: null,
    provenance: 'unreadable row',
    facing: null,
    front: 'unseen',
    visibility: null,
    truncation: null,
    caption: null,
    verifiedBy: null,
  };
}

type Read<Row> = { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly problem: RowProblem };

function readRow<Shape extends z.ZodType>(row: ShardRow, shape: Shape, objectId: string | null): Read<z.output<Shape>> {
  const parsed = shape.safeParse(row.values);
  if (parsed.success) return { ok: true, row: parsed.data };
  const [issue] = parsed.error.issues;
  const column = String(issue?.path[0] ?? '');
  const what = row.values[column] === null ? 'is NULL' : (issue?.message ?? 'cannot be read');
  return { ok: false, problem: problemOf(row, objectId, column, 'SPQ505', what, 'See docs/store.md for the columns.') };
}

function readRows<Shape extends z.ZodType>(rows: readonly ShardRow[], shape: Shape) {
  const read = rows.map((row) => ({ place: row, read: readRow(row, shape, null) }));
  return {
    rows: read.flatMap(({ read: one }) => (one.ok ? [one.row] : [])),
    places: read.flatMap(({ place, read: one }) => (one.ok ? [place] : [])),
    problems: read.flatMap(({ read: one }) => (one.ok ? [] : [one.problem])),
  };
}

function problemOf(
  { file, row, sceneId }: ShardRow | RowProblem,
  objectId: string | null,
  column: string,
  code: RowProblem['code'],
  what: string,
  hint: string,
): RowProblem {
  return { file, row, sceneId, objectId, column, code, what, hint };
}

interface Grouped {
  /** Rows of the scene, and as orphans those of scenes before it that nobody asked for. */
  readonly take: (
    sceneId: string,
  ) => Promise<{ readonly rows: readonly ShardRow[]; readonly orphans: readonly RowProblem[] }>;
  /** All that was never taken. */
  readonly rest: () => Promise<readonly RowProblem[]>;
}

/** Cuts a stream that is ordered by scene into the rows of one scene at a time. */
function groupByScene(stream: AsyncGenerator<ShardRow>): Grouped {
  let ahead: Promise<IteratorResult<ShardRow>> | null = null;
  const peek = (): Promise<IteratorResult<ShardRow>> => (ahead ??= stream.next());
  const orphan = (row: ShardRow): RowProblem =>
    problemOf(
      row,
      null,
      'scene_id',
      'SPQ505',
      `\`${row.sceneId}\` is in no scenes shard`,
      'Write its scene, or leave it out.',
    );
  const takeWhile = async (wanted: (row: ShardRow) => boolean): Promise<readonly ShardRow[]> => {
    const rows: ShardRow[] = [];
    for (let next = await peek(); next.done !== true && wanted(next.value); next = await peek()) {
      rows.push(next.value);
      ahead = null;
    }
    return rows;
  };
  return {
    take: async (sceneId) => {
      const passed = await takeWhile((row) => row.sceneId !== '' && binaryOrder(row.sceneId, sceneId) < 0);
      return { rows: await takeWhile((row) => row.sceneId === sceneId), orphans: passed.map(orphan) };
    },
    rest: async () => (await takeWhile(() => true)).map(orphan),
  };
}
