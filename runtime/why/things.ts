/** What the store knows of the scene of a question and of the things it is about: facts, and where they come from. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { numberIn, numbersIn, type Row, rowsOf, textIn, truthIn } from './scene-queries.js';

/** Metres and pixels, camera frame; null is unknown. */
export interface SceneReport {
  readonly source: string;
  readonly scene: number;
  readonly sceneId: string;
  readonly captureId: string;
  readonly picture: string | null;
  readonly width: number;
  readonly height: number;
  /** fx, fy, cx, cy */
  readonly intrinsics: readonly number[] | null;
  readonly intrinsicsSource: string | null;
  readonly up: readonly number[] | null;
  readonly upSource: string | null;
  readonly floorHeight: number | null;
  readonly metric: boolean;
}

export interface ThingReport {
  /** In the task; empty for other candidates of the scene. */
  readonly name: string;
  readonly kind: 'object' | 'pixel' | 'category';
  readonly id: string;
  readonly category: string | null;
  readonly presence: string | null;
  readonly provenance: string | null;
  readonly extent: string | null;
  readonly score: number | null;
  readonly visibility: number | null;
  readonly truncation: number | null;
  readonly box2d: readonly number[] | null;
  readonly centre: readonly number[] | null;
  readonly size: readonly number[] | null;
  readonly rotation: readonly number[] | null;
  readonly facing: readonly number[] | null;
  readonly front: string | null;
  readonly caption: string | null;
  readonly verifiedBy: string | null;
  /** Of its category: exhaustive, verified_absent or unknown, and who looked; null where the scene says nothing. */
  readonly coverage: string | null;
  readonly coverageMethod: string | null;
  /** u, v of a pixel, and its point. */
  readonly at: readonly number[] | null;
  readonly point: readonly number[] | null;
}

/** What a name of the task stands for. */
export interface Thing {
  readonly name: string;
  readonly kind: ThingReport['kind'];
  readonly id: string;
}

export async function sceneReport(connection: DuckDBConnection, scene: number): Promise<SceneReport> {
  const [row = {}] = await rowsOf(connection, 'select * from scenes where scene = $scene', { scene });
  return {
    source: textIn(row, 'source') ?? '',
    scene,
    sceneId: textIn(row, 'scene_id') ?? '',
    captureId: textIn(row, 'capture_id') ?? '',
    picture: textIn(row, 'image_uri'),
    width: numberIn(row, 'width') ?? 0,
    height: numberIn(row, 'height') ?? 0,
    intrinsics: numbersIn(row, 'intrinsics'),
    intrinsicsSource: textIn(row, 'intrinsics_source'),
    up: numbersIn(row, 'up'),
    upSource: textIn(row, 'up_source'),
    floorHeight: numberIn(row, 'floor_height'),
    metric: truthIn(row, 'metric') === true,
  };
}

const OBJECTS = `
  select o.*, c.status as coverage, c.method as coverage_method
  from objects o left join coverage c on c.scene = o.scene and c.category = o.category
  where o.scene = $scene order by o.object`;

/** Every candidate of the scene that has a row, in the order of the store. */
export async function sceneObjects(connection: DuckDBConnection, scene: number): Promise<readonly ThingReport[]> {
  const rows = await rowsOf(connection, OBJECTS, { scene });
  return rows.map((row) => objectReport(row));
}

/** The things of a question; an object without a row is left out. */
export async function thingReports(
  connection: DuckDBConnection,
  scene: number,
  things: readonly Thing[],
): Promise<readonly ThingReport[]> {
  const objects = await sceneObjects(connection, scene);
  const pixels = await rowsOf(connection, 'select * from pixels where scene = $scene', { scene });
  const coverage = await rowsOf(connection, 'select * from coverage where scene = $scene', { scene });
  return things.flatMap(({ name, kind, id }) => {
    if (kind === 'object') return objects.flatMap((o) => (o.id === id ? [{ ...o, name }] : []));
    if (kind === 'pixel') return pixels.flatMap((p) => (textIn(p, 'pixel_id') === id ? [pixelReport(p, name)] : []));
    const status = coverage.find((c) => textIn(c, 'category') === id);
    return [categoryReport(name, id, status ?? {})];
  });
}

const nothing = {
  category: null,
  presence: null,
  provenance: null,
  extent: null,
  score: null,
  visibility: null,
  truncation: null,
  box2d: null,
  centre: null,
  size: null,
  rotation: null,
  facing: null,
  front: null,
  caption: null,
  verifiedBy: null,
  coverage: null,
  coverageMethod: null,
  at: null,
  point: null,
} as const;

function objectReport(row: Row): ThingReport {
  return {
    ...nothing,
    name: '',
    kind: 'object',
    id: textIn(row, 'object_id') ?? '',
    category: textIn(row, 'category'),
    presence: truthIn(row, 'crowd') === true ? 'crowd' : textIn(row, 'presence'),
    provenance: textIn(row, 'provenance'),
    extent: textIn(row, 'extent'),
    score: numberIn(row, 'score'),
    visibility: numberIn(row, 'visibility'),
    truncation: numberIn(row, 'truncation'),
    box2d: numbersIn(row, 'box2d'),
    centre: numbersIn(row, 'centre'),
    size: numbersIn(row, 'size'),
    rotation: numbersIn(row, 'rotation'),
    facing: numbersIn(row, 'facing'),
    front: textIn(row, 'front'),
    caption: textIn(row, 'caption'),
    verifiedBy: textIn(row, 'verified_by'),
    coverage: textIn(row, 'coverage'),
    coverageMethod: textIn(row, 'coverage_method'),
  };
}

function pixelReport(row: Row, name: string): ThingReport {
  const [u, v] = [numberIn(row, 'u'), numberIn(row, 'v')];
  const at = u === null || v === null ? null : [u, v];
  return { ...nothing, name, kind: 'pixel', id: textIn(row, 'pixel_id') ?? '', at, point: numbersIn(row, 'point') };
}

function categoryReport(name: string, id: string, row: Row): ThingReport {
  const coverage = textIn(row, 'status');
  return { ...nothing, name, kind: 'category', id, category: id, coverage, coverageMethod: textIn(row, 'method') };
}
