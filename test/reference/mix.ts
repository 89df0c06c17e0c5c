/** `mix`: how often questions of a level are drawn, as weights, or how many of them stay of a total. */
import type * as ast from '../../compiler/syntax/ast.js';
import { type Cell, cutTo, grouped } from './cuts.js';
import { hashed } from './draws.js';
import type { Drafted } from './question.js';
import { ppmOf } from './settings.js';
import { givenBy, sharedOut } from './sharing.js';
import { compareBytes } from './whole-units.js';

/** A task with its questions after balance. */
export interface TaskQuestions {
  readonly level: number;
  readonly task: ast.Task;
  readonly drafted: readonly Drafted[];
  readonly cellOf: (item: Drafted) => Cell | undefined;
}

export interface Weighted {
  readonly item: Drafted;
  readonly weight: number;
}

export function mix(
  tasks: readonly TaskQuestions[],
  setting: ast.MixSetting | undefined,
  seed: number,
): readonly Weighted[] {
  if (setting === undefined) return tasks.flatMap(({ drafted }) => drafted.map((item) => ({ item, weight: 1 })));
  const shares = setting.levels.map(({ level, share }) => ({ level, share: ppmOf(share) ?? 0 }));
  if (setting.total === undefined) return weighted(tasks, shares);
  const quotas = sharedOut(
    setting.total,
    shares.map(({ share }) => share),
    1_000_000,
  );
  const kept = shares.flatMap(({ level }, i) => {
    const ofLevel = tasks.filter((each) => each.level === level);
    const stocks = ofLevel.map(({ drafted, task }) => ({ count: drafted.length, weight: task.weight ?? 1 }));
    const given = givenBy(stocks, quotas[i] ?? 0);
    return ofLevel.flatMap((each, j) => cutByCells(each, given[j] ?? 0, seed));
  });
  return kept.map((item) => ({ item, weight: 1 }));
}

interface LevelShare {
  readonly level: number;
  /** Millionths. */
  readonly share: number;
}

/** The chance that one draw from the whole mix is the question. */
function weighted(tasks: readonly TaskQuestions[], shares: readonly LevelShare[]): readonly Weighted[] {
  return tasks.flatMap(({ level, task, drafted }) => {
    const share = shares.find((each) => each.level === level)?.share ?? 0;
    const own = task.weight ?? 1;
    const ofLevel = tasks.filter((each) => each.level === level && each.drafted.length > 0);
    const sum = ofLevel.reduce((all, each) => all + (each.task.weight ?? 1), 0);
    const divisor = 1_000_000 * sum * drafted.length;
    return drafted.map((item) => ({ item, weight: divisor === 0 ? 0 : (share * own) / divisor }));
  });
}

/** A task gives from each cell of balance by its size, so that what was balanced stays so. */
function cutByCells({ task, drafted, cellOf }: TaskQuestions, quota: number, seed: number): readonly Drafted[] {
  const keyOf = (item: Drafted): string => {
    const cell = cellOf(item);
    return JSON.stringify(cell === undefined ? [] : [cell.value, cell.group]);
  };
  const cells = [...grouped(drafted, keyOf).values()].map((items) => ({ items, cell: items.map(cellOf)[0] }));
  cells.sort((a, b) => compareCells(a.cell, b.cell));
  const quotas = sharedOut(
    quota,
    cells.map(({ items }) => items.length),
    drafted.length,
    phaseOf(seed, task.name.text),
  );
  return cells.flatMap(({ items }, i) => cutTo(items, 'mix', quotas[i] ?? 0));
}

/** By value, then group; what is in none stands first. */
function compareCells(a: Cell | undefined, b: Cell | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareBytes(a.value, b.value) || compareBytes(a.group, b.group);
}

/** Which cells are rounded up differs from task to task. */
function phaseOf(seed: number, task: string): number {
  return Math.floor(hashed([String(seed), 'mix', task]) / 2 ** 36);
}
