/**
 * A Facts v1 directory as a source: manifest.json and Parquet shards, written by any pipeline.
 * What is wrong with a row is told by shard and row number; the other scenes go on.
 */
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { RunError } from '../../errors.js';
import type { Doubt } from '../../facts/plausibility.js';
import type { OpenedSource, Quarantined, SceneFacts, SourceItem } from '../../facts/rows.js';
import { storeTables } from '../../facts/schema.js';
import { type Problem, validate } from '../../facts/validate.js';
import { readJson } from '../json-file.js';
import { Unreadable } from '../unreadable.js';
import type { Lifted } from './lifted.js';
import { type Manifest, manifestShape, vocabularyRows } from './manifest.js';
import type { RowProblem } from './read-row.js';
import { type PlacedScene, placedScenes } from './scenes.js';
import type { OwnColumn } from './shard-columns.js';
import { openShards, shardNames } from './shards.js';

export interface FactsDirectoryArguments {
  /** The folder that holds manifest.json. */
  readonly dir: string;
  /** Columns of `objects` beside those of the schema, which the recipe's facts read. */
  readonly columns?: readonly OwnColumn[];
}

/**
 * Opens a facts directory. Relative picture paths in it are relative to the directory.
 *
 * @throws RunError SPQ501 where the folder is missing, SPQ506 where it holds no manifest or no scenes, SPQ507 where the
 *   manifest is broken; and, from `items`, SPQ509 where a column is missing or of the wrong type
 */
export async function openFactsDirectory({ dir, columns = [] }: FactsDirectoryArguments): Promise<OpenedSource> {
  const manifest = await readManifest(dir);
  return { vocabulary: vocabularyRows(manifest), count: null, items: readItems(dir, columns) };
}

/** @throws RunError SPQ501, SPQ506, SPQ507 as `openFactsDirectory` */
export async function readManifest(dir: string): Promise<Manifest> {
  if (!existsSync(dir)) throw new RunError('SPQ501', `There is no folder ${dir}.`, 'Paths are relative to the recipe.');
  const file = join(dir, 'manifest.json');
  if (!existsSync(file)) throw new RunError('SPQ506', `${dir} has no manifest.json.`, layout);
  if (shardNames(dir, storeTables.scenes).length === 0)
    throw new RunError('SPQ506', `${dir} has no scenes*.parquet.`, layout);
  try {
    return await readJson(file, manifestShape);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    throw new RunError(cause.code, cause.message, 'docs/store.md says what a manifest holds.');
  }
}

const layout = 'A facts directory holds manifest.json, scenes*.parquet and objects*.parquet.';

/** Every scene with what is wrong with it, by file and row; problems of `validate` included. */
export async function* checkedScenes(
  dir: string,
  columns: readonly OwnColumn[] = [],
): AsyncGenerator<{
  readonly placed: PlacedScene;
  readonly facts: SceneFacts | null;
  readonly problems: readonly RowProblem[];
  /** Why objects with a mask got no box. */
  readonly doubts: readonly Doubt[];
}> {
  const shards = await openShards(dir);
  try {
    for await (const placed of placedScenes(shards, columns)) {
      if (placed.facts === null) {
        yield { placed, facts: null, problems: placed.problems, doubts: [] };
        continue;
      }
      const valid = validate(placed.facts);
      const problems = [...placed.problems, ...valid.problems.map((problem) => locate(problem, placed))];
      const found = valid.facts === null ? null : await withLiftedBoxes(dir, valid.facts, placed, valid.problems);
      if (found === null) yield { placed, facts: null, problems, doubts: [] };
      else yield { placed, facts: found.facts, problems: [...problems, ...found.problems], doubts: found.doubts };
    }
  } finally {
    shards.close();
  }
}

/** Most directories have no masks: what lifts them is loaded for those that do. */
async function withLiftedBoxes(
  dir: string,
  facts: SceneFacts,
  placed: PlacedScene,
  problems: readonly Problem[],
): Promise<Lifted> {
  if (facts.dense.length === 0 || placed.masks.every((mask) => mask === null))
    return { facts, problems: [], doubts: [] };
  const { lifted } = await import('./lifted.js');
  const broken = new Set(problems.flatMap(({ of }) => (of.kind === 'object' ? [of.position] : [])));
  return lifted(facts, placed, broken, (uri) => resolved(uri, dir));
}

async function* readItems(dir: string, columns: readonly OwnColumn[]): AsyncGenerator<SourceItem> {
  for await (const { placed, facts, problems } of checkedScenes(dir, columns)) {
    // A scene that is lost needs a row of its own, or nobody would know how many there were.
    const lost = facts === null;
    for (const [index, problem] of problems.entries())
      yield { kind: 'quarantined', row: quarantinedRow(dir, problem, placed.sceneId, lost && index === 0) };
    if (facts !== null) yield { kind: 'scene', facts: withResolvedPaths(facts, dir) };
  }
}

function quarantinedRow(dir: string, problem: RowProblem, sceneId: string, wholeScene: boolean): Quarantined {
  const { file, row, objectId, code, column, what, hint } = problem;
  const name = objectId === null ? '' : ` (object ${objectId})`;
  return {
    sceneId,
    objectId: wholeScene ? null : (objectId ?? `${file}#${row}`),
    stage: 'validate',
    code,
    message: `${join(dir, file)}, row ${row}${name}: ${column} ${what}. ${hint}`,
  };
}

function locate({ code, of, column, what, hint }: Problem, placed: PlacedScene): RowProblem {
  const { file, row } = placeOf(of, placed);
  return {
    file,
    row,
    sceneId: placed.sceneId,
    objectId: of.kind === 'object' ? of.id : null,
    code,
    column,
    what,
    hint,
  };
}

function placeOf({ kind, position }: Problem['of'], { place, objectPlaces, pixelPlaces }: PlacedScene) {
  switch (kind) {
    case 'scene':
      return place;
    case 'object':
      return objectPlaces[position] ?? place;
    case 'pixel':
      return pixelPlaces[position] ?? place;
  }
}

function withResolvedPaths(facts: SceneFacts, dir: string): SceneFacts {
  const { scene, dense } = facts;
  return {
    ...facts,
    scene: { ...scene, imageUri: scene.imageUri === null ? null : resolved(scene.imageUri, dir) },
    dense: dense.map((row) => ({ ...row, uri: resolved(row.uri, dir) })),
  };
}

const resolved = (uri: string, dir: string): string =>
  isAbsolute(uri) || /^[a-z][a-z0-9+.-]+:/i.test(uri) ? uri : join(dir, uri);
