/**
 * Balance (docs/semantics.md, section 10). Of claims and open questions: in each group, and however its things are named,
 * no answer stays more frequent than the group's two most frequent. Of choices: nothing that is offered is right more often
 * than what it is offered with. `balance by words` does so once more for the nouns that a question names.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { balanceWords, type ToldTask } from './balance-words.js';
import { cut, type Quota } from './cut.js';
import { cutDuels } from './duels.js';
import { type Cell, type CellCount, type Cutting, countCells } from './histogram.js';
import { listRows } from './rows.js';

/** A group whose answers were all alike: nothing of it could be kept. */
export interface OneSided {
  readonly task: string;
  readonly group: string;
  readonly value: string;
  readonly count: number;
}

export interface Balanced {
  /** Questions that left. */
  readonly dropped: number;
  readonly oneSided: readonly OneSided[];
  readonly told: readonly ToldTask[];
}

const cutting: Cutting = {
  draw: 'balance_draw',
  cell: ['task', 'balance_group', 'balance_form', 'balance_value'],
};

/** A form with fewer questions whose answer is one of the heads is balanced with the other rare forms of its group. */
export const fewest = 100;

/** Cuts each answer of `asked`, form by form; tells of groups that had one answer only. */
export async function balance(connection: DuckDBConnection): Promise<Balanced> {
  const cells = await countCells(connection, cutting);
  await joinRareForms(connection, rareForms(cells));
  const joined = await countCells(connection, cutting);
  const ofAnswers = await cut(connection, cutting, balanceQuotas(joined));
  const ofOptions = await cutDuels(connection, {
    group: 'balance_group',
    form: 'balance_form',
    value: 'balance_value',
    others: 'balance_others',
    draw: 'balance_draw',
  });
  const told = await balanceWords(connection);
  const dropped = ofAnswers + ofOptions + told.dropped;
  return { dropped, oneSided: groupsOf(cells).flatMap(oneSided), told: told.tasks };
}

/** The forms that are too rare to be balanced alone: task, group and form. */
export function rareForms(cells: readonly CellCount[]): readonly Cell[] {
  return groupsOf(cells).flatMap((group) => {
    const heads = headsOf(group);
    return [...by(group, formOf).values()].flatMap((ofForm) => {
      const [first] = ofForm;
      const count = heads.reduce((sum, head) => sum + countOf(ofForm, head), 0);
      return first && formOf(first) !== null && count < fewest ? [first.cell.slice(0, 3)] : [];
    });
  });
}

/** Of each form the rarer of the group's two most frequent answers. What is in no group keeps all it has, and choices. */
export function balanceQuotas(cells: readonly CellCount[]): readonly Quota[] {
  return groupsOf(cells.filter(notChosen)).flatMap((group) => {
    const [first, second] = headsOf(group);
    return [...by(group, formOf).values()].flatMap((ofForm) => {
      const quota = second === undefined ? 0 : Math.min(countOf(ofForm, first), countOf(ofForm, second));
      return ofForm.map((cell) => ({ ...cell, quota }));
    });
  });
}

/** The two most frequent answers of a group; of equals those that come first by their bytes. */
function headsOf(group: readonly CellCount[]): readonly (string | null)[] {
  const values = [...by(group, answerOf)].map(([value, cells]) => ({ value, count: total(cells) }));
  return values
    .toSorted((a, b) => b.count - a.count || Buffer.compare(Buffer.from(a.value ?? ''), Buffer.from(b.value ?? '')))
    .slice(0, 2)
    .map(({ value }) => value);
}

/** Of choices it counts what else was offered. */
const notChosen = ({ cell: [, group] }: CellCount): boolean => !/^choice(,|$)/.test(group ?? '');
const formOf = ({ cell: [, , form] }: CellCount): string | null => form ?? null;
const answerOf = ({ cell: [, , , value] }: CellCount): string | null => value ?? null;
const total = (cells: readonly CellCount[]): number => cells.reduce((sum, { count }) => sum + count, 0);
const countOf = (cells: readonly CellCount[], value: string | null | undefined): number =>
  total(cells.filter((each) => answerOf(each) === value));

function groupsOf(cells: readonly CellCount[]): readonly (readonly CellCount[])[] {
  const grouped = cells.filter(({ cell: [, group] }) => group !== null);
  return [...by(grouped, ({ cell: [task, group] }) => JSON.stringify([task, group])).values()];
}

function by<Key>(cells: readonly CellCount[], keyOf: (cell: CellCount) => Key): ReadonlyMap<Key, readonly CellCount[]> {
  const found = new Map<Key, CellCount[]>();
  for (const each of cells) {
    const known = found.get(keyOf(each));
    if (known) known.push(each);
    else found.set(keyOf(each), [each]);
  }
  return found;
}

/** From here on all rare forms of a group are one: NULL. */
async function joinRareForms(connection: DuckDBConnection, rare: readonly Cell[]): Promise<void> {
  if (rare.length === 0) return;
  await listRows(connection, 'rare', ['task', 'balance_group', 'balance_form'], rare);
  await connection.run(
    `update asked set balance_form = null from rare where asked.task = rare.task
     and asked.balance_group = rare.balance_group and asked.balance_form = rare.balance_form`,
  );
  await connection.run('drop table rare');
}

function oneSided(group: readonly CellCount[]): readonly OneSided[] {
  const [first] = group;
  if (!first || by(group, answerOf).size > 1) return [];
  const [task, name] = first.cell;
  return [{ task: String(task), group: String(name), value: String(answerOf(first)), count: total(group) }];
}
