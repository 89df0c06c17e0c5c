/** What a detector lists of the things that are there: found, possible, missed, twice, under another label; and its coverage. */
import type { CoverageRow, ObjectRow, VocabularyRow } from '../../runtime/facts/rows.js';
import { type Drawing, noiseOf } from './gaussian.js';
import type { NoiseModel } from './noise-model.js';

export interface Detected {
  readonly row: ObjectRow;
  /** What draws about it go by. */
  readonly name: string;
  /** Id of the thing that it is. */
  readonly origin: string;
}

export interface Detections {
  readonly listed: readonly Detected[];
  /** Categories of which the detector knows that it may have missed or misjudged one. */
  readonly doubted: ReadonlySet<string>;
}

/** Labels that a detector takes for each other, by label. */
export type Similar = ReadonlyMap<string, readonly string[]>;

export function detections(
  rows: readonly ObjectRow[],
  similar: Similar,
  model: NoiseModel,
  drawing: Drawing,
): Detections {
  const each = rows.map((row) => detected(row, similar, model, drawing));
  return {
    listed: each.flatMap(({ listed }) => listed),
    doubted: new Set(each.flatMap(({ doubted }) => [...doubted])),
  };
}

function detected(row: ObjectRow, similar: Similar, model: NoiseModel, drawing: Drawing): Detections {
  const noise = noiseOf(drawing, `detector ${row.objectId}`);
  const [isMissed, isPossible, isSilent, isTwice, isConfused, isSure] = [
    noise.chance((row.visibility ?? 1) < 0.5 ? 2 * model.missed : model.missed),
    noise.chance(model.missedIsPossible),
    noise.chance(model.missedSilently),
    noise.chance(model.doubled),
    noise.chance(model.confused),
    noise.chance(model.confusedSilently),
  ];
  const others = similar.get(row.category) ?? [];
  const other = others[Math.floor(noise.unit() * others.length)];
  if (isMissed && !isPossible) return { listed: [], doubted: new Set(isSilent ? [] : [row.category]) };
  const as = (changed: Partial<ObjectRow>, name = row.objectId): Detected => ({
    row: { ...row, ...changed, objectId: name },
    name,
    origin: row.objectId,
  });
  const twin = isTwice ? [as({ presence: 'possible' }, `${row.objectId}~2`)] : [];
  if (isConfused && other !== undefined) {
    const presence = isSure && !isMissed ? row.presence : 'possible';
    const doubted = isSure ? [] : [row.category, other];
    return { listed: [as({ category: other, presence }), ...twin], doubted: new Set(doubted) };
  }
  const isUnsure = isMissed || sideOf(row) < model.leastPixels;
  return { listed: [as(isUnsure ? { presence: 'possible' } : {}), ...twin], doubted: new Set() };
}

/** The shorter side of the picture box, pixels. */
function sideOf({ box2d }: ObjectRow): number {
  const [x1, y1, x2, y2] = box2d ?? [0, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  return Math.min(x2 - x1, y2 - y1);
}

/** Where it has a doubt, or says nothing, a category is not covered. */
export function coverageStated(
  coverage: readonly CoverageRow[],
  doubted: ReadonlySet<string>,
  { uncovered }: NoiseModel,
  drawing: Drawing,
): readonly CoverageRow[] {
  return coverage.map((row) => {
    const isUnsaid = noiseOf(drawing, `coverage ${row.category}`).chance(uncovered);
    return isUnsaid || doubted.has(row.category) ? { ...row, status: 'unknown' } : row;
  });
}

/** Of the labels given: those of which one may be called the other, and those with one wider name that says something. */
export function similarLabels(labels: readonly string[], vocabulary: readonly VocabularyRow[]): Similar {
  const rows = new Map(vocabulary.map((row) => [row.label, row]));
  const isSimilar = (a: string, b: string): boolean => {
    const [p, q] = [rows.get(a), rows.get(b)];
    if (a === b || p === undefined || q === undefined) return false;
    if (p.also.includes(b) || q.also.includes(a) || p.broader === b || q.broader === a) return true;
    return p.broader !== null && p.broader !== 'furniture' && p.broader === q.broader;
  };
  return new Map(labels.map((label) => [label, labels.filter((other) => isSimilar(label, other))]));
}
