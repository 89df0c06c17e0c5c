/**
 * The scenes of a facts directory, one after the other: the tables' streams merged by scene_id,
 * every row still knowing its file and row number, and every row that cannot be read told with them.
 */
import { binaryOrder } from '../../facts/binary-order.js';
import { ANY_CATEGORY, type ObjectRow, type SceneFacts } from '../../facts/rows.js';
import { storeTables } from '../../facts/schema.js';
import { coverageReader } from './coverage.js';
import { problemOf, type RowProblem, readRow, readRows } from './read-row.js';
import {
  coverageDefaults,
  denseShape,
  objectDefaults,
  objectShape,
  pixelShape,
  sceneDefaults,
  sceneShape,
} from './row-shapes.js';
import { maskColumn, type OwnColumn, ownValue } from './shard-columns.js';
import type { Place, ShardRow } from './shard-rows.js';
import type { ShardReader } from './shards.js';

export interface PlacedScene {
  readonly sceneId: string;
  /** What can be read of the scene; null where its own row cannot. */
  readonly facts: SceneFacts | null;
  readonly place: Place;
  /** Beside `facts.objects`, position by position. */
  readonly objectPlaces: readonly Place[];
  readonly pixelPlaces: readonly Place[];
  /** Beside `facts.dense`. */
  readonly densePlaces: readonly Place[];
  /** Beside `facts.objects`: the masks as they are written; null where a row has none. */
  readonly masks: readonly (string | null)[];
  /** Rows that could not be read. */
  readonly problems: readonly RowProblem[];
}

/** Reads all scenes in the order of their ids. Rows that name no scene are problems of the scene before them. */
export async function* placedScenes(shards: ShardReader, own: readonly OwnColumn[] = []): AsyncGenerator<PlacedScene> {
  const streams = openStreams(shards, own);
  let before: string | null = null;
  for await (const rows of shards.rows(storeTables.scenes, [], sceneDefaults))
    for (const row of rows) {
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
  if (first !== undefined) yield brokenScene(first, orphans);
}

function openStreams(shards: ShardReader, own: readonly OwnColumn[]) {
  const objects = groupByScene(shards.rows(storeTables.objects, ['object_id'], objectDefaults, own));
  const pixels = groupByScene(shards.rows(storeTables.pixels, ['pixel_id'], {}));
  const coverage = groupByScene(shards.rows(storeTables.coverage, ['category'], coverageDefaults));
  const dense = groupByScene(shards.rows(storeTables.dense, ['role'], {}));
  return { objects, pixels, coverage, dense, all: [objects, pixels, coverage, dense], readCoverage: coverageReader() };
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
    const read = readRow(object, objectShape, String(object.value('object_id') ?? ''));
    return read.ok
      ? { row: withOwn(read.row, object, own), problems: [] }
      : { row: unreadableObject(object), problems: [read.problem] };
  });
  const pixels = readRows(taken.pixels.rows, pixelShape);
  const coverage = streams.readCoverage(taken.coverage.rows);
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
    densePlaces: dense.places,
    masks: taken.objects.rows.map((object) => textOf(object.value(maskColumn.name))),
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
function withOwn(row: ObjectRow, found: ShardRow, own: readonly OwnColumn[]): ObjectRow {
  if (own.length === 0) return row;
  const values = own.map(({ holds }, place) => ({ holds, value: found.value(ownValue(place)) }));
  return {
    ...row,
    own: {
      numbers: values.flatMap(({ holds, value }) => (holds === 'text' ? [] : [numberOf(value)])),
      texts: values.flatMap(({ holds, value }) => (holds === 'text' ? [textOf(value)] : [])),
    },
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function numberOf(value: unknown): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : null;
}

const brokenScene = (row: ShardRow | RowProblem, problems: readonly RowProblem[]): PlacedScene => ({
  sceneId: row.sceneId,
  facts: null,
  place: row,
  objectPlaces: [],
  pixelPlaces: [],
  densePlaces: [],
  masks: [],
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

interface Grouped {
  /** Rows of the scene, and as orphans those of scenes before it that nobody asked for. */
  readonly take: (
    sceneId: string,
  ) => Promise<{ readonly rows: readonly ShardRow[]; readonly orphans: readonly RowProblem[] }>;
  /** All that was never taken. */
  readonly rest: () => Promise<readonly RowProblem[]>;
}

/** Cuts a stream that is ordered by scene into the rows of one scene at a time. */
function groupByScene(stream: AsyncGenerator<readonly ShardRow[]>): Grouped {
  let ahead: readonly ShardRow[] = [];
  let next = 0;
  const readOn = async (): Promise<boolean> => {
    const { done, value } = await stream.next();
    if (done === true) return false;
    ahead = value;
    next = 0;
    return true;
  };
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
    do
      for (let row = ahead[next]; row !== undefined; row = ahead[++next]) {
        if (!wanted(row)) return rows;
        rows.push(row);
      }
    while (await readOn());
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
