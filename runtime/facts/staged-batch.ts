/**
 * One batch of scenes on its way into the store: says which value goes into which column.
 * The order of the values is that of `schema.ts`.
 */
import { binaryOrder } from './binary-order.js';
import { saidOf } from './caption.js';
import { Dictionary } from './dictionary.js';
import type {
  CoverageRow,
  DenseRow,
  ObjectRow,
  PixelRow,
  Quarantined,
  SceneFacts,
  SceneRow,
  VocabularyRow,
} from './rows.js';
import { storeTables } from './schema.js';
import { openCoverage } from './staged-coverage.js';
import { StagedRows } from './staged-rows.js';
import type { Names } from './vocabulary.js';

export interface StagedBatch {
  readonly dictionary: Dictionary;
  readonly rows: readonly StagedRows[];
  readonly scene: (number: number, facts: SceneFacts) => void;
  readonly vocabulary: (row: VocabularyRow) => void;
  readonly quarantine: (row: Quarantined) => void;
  /** Numbers staged so far, in all tables. */
  readonly cells: () => number;
}

/** @param names what a label may be called, by the vocabulary of the source */
export function openBatch(source: string, names: (label: string) => Names): StagedBatch {
  const dictionary = new Dictionary();
  const open = (table: (typeof storeTables)[keyof typeof storeTables]): StagedRows => new StagedRows(table, dictionary);
  const scenes = open(storeTables.scenes);
  const dense = open(storeTables.dense);
  const objects = open(storeTables.objects);
  const pixels = open(storeTables.pixels);
  const coverage = openCoverage(dictionary);
  const vocabulary = open(storeTables.vocabulary);
  const quarantine = open(storeTables.quarantine);
  const rows = [scenes, dense, objects, pixels, ...coverage.rows, vocabulary, quarantine];
  return {
    dictionary,
    rows,
    cells: () => rows.reduce((sum, { rowCount, width }) => sum + rowCount * width, 0),
    scene: (number, facts) => {
      stageScene(scenes, source, number, facts.scene, coveredBy(facts.coverage));
      for (const row of facts.dense) stageDense(dense, source, number, row);
      ranked(facts.objects, objectIdOf).forEach((row, rank) => {
        stageObject(objects, source, number, rank, row, names(row.category));
      });
      ranked(facts.pixels, pixelIdOf).forEach((row, rank) => {
        stagePixel(pixels, source, number, rank, row);
      });
      coverage.scene(source, number, facts.coverage);
    },
    vocabulary: (row) => stageVocabulary(vocabulary, source, row),
    quarantine: (row) => stageQuarantine(quarantine, source, row),
  };
}

const objectIdOf = (row: ObjectRow): string => row.objectId;
const pixelIdOf = (row: PixelRow): string => row.pixelId;

/** The rows in the order of their ids; the same list where they already are. */
function ranked<Row>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  const inOrder = rows.every((row, index) => {
    const before = rows[index - 1];
    return before === undefined || binaryOrder(idOf(before), idOf(row)) < 0;
  });
  return inOrder ? rows : rows.toSorted((a, b) => binaryOrder(idOf(a), idOf(b)));
}

/** Sources give many scenes one and the same list, so each list is looked through once. */
const coveredLists = new WeakMap<readonly CoverageRow[], readonly string[]>();

function coveredBy(rows: readonly CoverageRow[]): readonly string[] {
  const known = coveredLists.get(rows);
  if (known !== undefined) return known;
  const covered = new Set(rows.filter(({ status }) => status !== 'unknown').map(({ category }) => category));
  const sorted = [...covered].sort(binaryOrder);
  coveredLists.set(rows, sorted);
  return sorted;
}

function stageScene(into: StagedRows, source: string, scene: number, row: SceneRow, covered: readonly string[]): void {
  into.text(source);
  into.number(scene);
  into.text(row.sceneId);
  into.text(row.captureId);
  into.number(row.frameIndex);
  into.number(row.timestamp);
  into.text(row.imageUri);
  into.text(row.sha256);
  into.number(row.width);
  into.number(row.height);
  into.vector(row.intrinsics, 4);
  into.text(row.intrinsicsSource);
  into.vector(row.worldFromCamera, 16);
  into.vector(row.up, 3);
  into.text(row.upSource);
  into.number(row.floorHeight);
  into.boolean(row.metric);
  into.number(row.scaleSigma);
  into.text(row.licence);
  into.list(covered);
  into.endRow();
}

function stageDense(into: StagedRows, source: string, scene: number, row: DenseRow): void {
  into.text(source);
  into.number(scene);
  into.text(row.role);
  into.text(row.uri);
  into.text(row.encoding);
  into.text(row.depthKind);
  into.number(row.scale);
  into.number(row.width);
  into.number(row.height);
  into.endRow();
}

function stageObject(
  into: StagedRows,
  source: string,
  scene: number,
  rank: number,
  row: ObjectRow,
  { noun, plural, article, names, maybeNames }: Names,
): void {
  into.text(source);
  into.number(scene);
  into.number(rank);
  into.text(row.objectId);
  into.text(row.trackId);
  into.text(row.category);
  into.number(row.score);
  into.text(row.presence);
  into.boolean(row.crowd);
  into.vector(row.box2d, 4);
  into.vector(row.centre, 3);
  into.vector(row.size, 3);
  into.vector(row.rotation, 9);
  into.text(row.extent);
  into.text(row.provenance);
  into.vector(row.facing, 3);
  into.text(row.front);
  into.number(row.visibility);
  into.number(row.truncation);
  into.text(row.caption);
  into.text(row.verifiedBy);
  into.text(saidOf(row));
  into.text(noun);
  into.text(plural);
  into.text(article);
  into.members(row.own?.numbers.map((n) => (n !== null && Number.isFinite(n) ? n : null)) ?? null);
  into.members(row.own?.texts ?? null);
  into.list(names);
  into.list(maybeNames);
  into.endRow();
}

function stagePixel(into: StagedRows, source: string, scene: number, rank: number, row: PixelRow): void {
  into.text(source);
  into.number(scene);
  into.number(rank);
  into.text(row.pixelId);
  into.number(row.u);
  into.number(row.v);
  into.vector(row.point, 3);
  into.endRow();
}

function stageVocabulary(into: StagedRows, source: string, row: VocabularyRow): void {
  into.text(source);
  into.text(row.label);
  into.text(row.singular);
  into.text(row.plural);
  into.text(row.article);
  into.text(row.verb);
  into.boolean(row.countable);
  into.text(row.broader);
  into.list(row.same);
  into.list(row.also);
  into.text(row.hasFront);
  into.endRow();
}

function stageQuarantine(into: StagedRows, source: string, row: Quarantined): void {
  into.text(source);
  into.text(row.sceneId);
  into.text(row.objectId);
  into.text(row.stage);
  into.text(row.code);
  into.text(row.message);
  into.endRow();
}
