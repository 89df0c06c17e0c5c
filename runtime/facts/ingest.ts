/**
 * Reads a source into the store: checks each scene, adds what is derived from the vocabulary,
 * and writes in batches. One source is one transaction: after an error nothing of it is in the store.
 */
import { RunError } from '../errors.js';
import type { OpenedSource, Quarantined, SceneFacts, SourceItem } from './rows.js';
import { createTable, storeTables } from './schema.js';
import { openBatch, type StagedBatch } from './staged-batch.js';
import { coverageTables, expandCoverage } from './staged-coverage.js';
import { appendStaged, createStaging, insertStaged } from './staging.js';
import type { Store } from './store.js';
import { type Problem, validate } from './validate.js';
import { type Names, namesOf } from './vocabulary.js';

export interface Ingested {
  /** Scenes stored. */
  readonly scenes: number;
  /** Candidates stored, broken ones (now possible, without geometry) among them. */
  readonly objects: number;
  /** Rows of `quarantine`. */
  readonly quarantined: number;
}

/** Cells staged before a batch is written, some 20,000 objects: about 7 MB. */
const BATCH_CELLS = 1_000_000;

/**
 * Stores the facts of one source.
 *
 * @param sourceName the name that the recipe gives the source; the same name must not be ingested twice into a store
 * @param onScene    called after each scene with the number of scenes read so far, quarantined ones included
 * @param limit      reads no more scenes than this, quarantined ones included
 * @throws RunError what the source throws, and SPQ510 where the store already holds a source of that name
 */
export async function ingest(
  store: Store,
  sourceName: string,
  opened: OpenedSource,
  onScene?: (scenes: number) => void,
  limit = Number.POSITIVE_INFINITY,
): Promise<Ingested> {
  const { connection } = store;
  const firstScene = await requireNewSource(store, sourceName);
  for (const table of coverageTables) await connection.run(createTable(table, 'temp'));
  await createStaging(connection, [...Object.values(storeTables), ...coverageTables]);
  await connection.run('begin transaction');
  try {
    const ingested = await readInBatches(store, sourceName, firstScene, opened, onScene, limit);
    await connection.run('commit');
    return ingested;
  } catch (cause) {
    await connection.run('rollback');
    throw cause;
  }
}

async function requireNewSource({ connection, path }: Store, sourceName: string): Promise<number> {
  const reader = await connection.runAndReadAll(
    `select (select coalesce(max(scene) + 1, 0) from scenes),
       (select count(*) from (from scenes select source union all from vocabulary select source) where source = $source)`,
    { source: sourceName },
  );
  const [first, known] = reader.getRows()[0] ?? [];
  if (Number(known) > 0)
    throw new RunError(
      'SPQ510',
      `The store ${path} already holds a source named \`${sourceName}\`.`,
      'Give every source of a recipe its own name, or write into a fresh folder.',
    );
  return Number(first);
}

async function readInBatches(
  { connection }: Store,
  sourceName: string,
  firstScene: number,
  opened: OpenedSource,
  onScene: ((scenes: number) => void) | undefined,
  limit: number,
): Promise<Ingested> {
  const intake = openIntake(sourceName, firstScene, namesOf(opened.vocabulary));
  for (const row of opened.vocabulary) intake.batch().vocabulary(row);
  // One batch is written while the next one is read.
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const { dictionary, rows } = intake.nextBatch();
    const filled = rows.filter(({ rowCount }) => rowCount > 0);
    await writing;
    if (filled.length === 0) return;
    await appendStaged(connection, dictionary, filled);
    const tables = filled.map(({ table }) => table);
    writing = insertStaged(connection, tables, expandCoverage);
    // A failure is thrown by the next `await writing`; this only keeps it from being called unhandled.
    writing.catch(() => undefined);
  };
  if (limit > 0)
    for await (const item of opened.items) {
      intake.take(item);
      onScene?.(intake.read());
      if (intake.batch().cells() >= BATCH_CELLS) await write();
      if (intake.read() >= limit) break;
    }
  await write();
  await writing;
  return intake.counts();
}

interface Intake {
  readonly take: (item: SourceItem) => void;
  /** Scenes read so far. */
  readonly read: () => number;
  readonly counts: () => Ingested;
  readonly batch: () => StagedBatch;
  /** Gives the batch so far, and begins another. */
  readonly nextBatch: () => StagedBatch;
}

/** Counts, numbers and checks what comes in. */
function openIntake(source: string, firstScene: number, names: (label: string) => Names): Intake {
  const sceneIds = new Set<string>();
  let read = 0;
  let counts: Ingested = { scenes: 0, objects: 0, quarantined: 0 };
  let batch = openBatch(source, names);

  const quarantine = (row: Quarantined): void => {
    batch.quarantine(row);
    counts = { ...counts, quarantined: counts.quarantined + 1 };
  };
  const store = (given: SceneFacts): void => {
    const { sceneId } = given.scene;
    if (sceneIds.has(sceneId)) {
      quarantine(repeatedScene(source, sceneId));
      return;
    }
    sceneIds.add(sceneId);
    const { facts, problems } = validate(given);
    for (const problem of problems) quarantine(quarantinedBy(problem, source, sceneId));
    if (facts === null) return;
    batch.scene(firstScene + counts.scenes, facts);
    counts = { ...counts, scenes: counts.scenes + 1, objects: counts.objects + facts.objects.length };
  };
  return {
    take: (item) => {
      switch (item.kind) {
        case 'scene':
          read++;
          return store(item.facts);
        case 'quarantined':
          if (item.row.objectId === null) read++;
          return quarantine(item.row);
      }
    },
    read: () => read,
    counts: () => counts,
    batch: () => batch,
    nextBatch: () => {
      const full = batch;
      batch = openBatch(source, names);
      return full;
    },
  };
}

const repeatedScene = (source: string, sceneId: string): Quarantined => ({
  sceneId,
  objectId: null,
  stage: 'validate',
  code: 'SPQ510',
  message: `source ${source}, scene ${sceneId}: a scene of this id came before; this one is left out.`,
});

function quarantinedBy({ code, of, column, what, hint }: Problem, source: string, sceneId: string): Quarantined {
  const row = of.kind === 'scene' ? '' : `, ${of.kind} ${of.id}`;
  return {
    sceneId,
    objectId: of.kind === 'object' ? of.id : null,
    stage: 'validate',
    code,
    message: `source ${source}, scene ${sceneId}${row}: ${column} ${what}. ${hint}`,
  };
}
