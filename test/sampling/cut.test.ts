/** Cuts drop and never change, by histograms that add up over shards. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceQuotas } from '../../runtime/synth/balance.js';
import { cut, listQuotas } from '../../runtime/synth/cut.js';
import { type Cell, type Cutting, countCells, makeHistograms, makeThresholds } from '../../runtime/synth/histogram.js';
import { byKey, fill, left, type Row, row, rows, withAsked } from './asked-table.js';

const cutting: Cutting = { draw: 'balance_draw', cell: ['task', 'balance_group', 'balance_form', 'balance_value'] };
const cellOf = ({ task, group, form, value }: Row): Cell => [task, group, form, value];
const placeOf = ({ balance }: Row): number => Math.floor((balance ?? 0) / 2 ** 36);

/** Few places and draws that differ within them, so that cuts fall among equals; NULL beside text. */
const someRows = fc
  .array(
    fc.record({
      task: fc.constantFrom('a', 'b'),
      group: fc.constantFrom(null, 'open', "o'clock"),
      form: fc.constantFrom(null, 'box, box', '"the" Ärmel'),
      value: fc.constantFrom(null, 'left', 'rechts ↗'),
      place: fc.constantFrom(0, 1, 2, 3, 40_000, 65_535),
      rest: fc.integer({ min: 0, max: 2 ** 36 - 1 }),
    }),
    { maxLength: 60 },
  )
  .map((each) =>
    each.map(({ task, group, form, value, place, rest }, i): Row => {
      const key = String(i).padStart(3, '0');
      return { ...{ key, task, group, form, value }, select: null, balance: place * 2 ** 36 + rest, mix: null };
    }),
  );

/** What must stay, found row by row. */
function expected(all: readonly Row[], quota: number): readonly Row[] {
  return all.filter((each) => {
    const places = all.filter((r) => String(cellOf(r)) === String(cellOf(each))).map(placeOf);
    if (places.length <= quota) return true;
    // Everything up to its place, equals included, must find room.
    return places.filter((place) => place <= placeOf(each)).length <= quota;
  });
}

describe('a threshold', () => {
  it.each([
    [0, 3],
    [1, 3],
    [2, 7],
    [3, 9],
    [6, 9],
    [7, undefined],
    [8, undefined],
  ])('of a quota of %i is %i', async (quota, threshold) => {
    await withAsked([], async (connection) => {
      await connection.run(`create temp table cells as select 0 as number, ${quota} as quota`);
      await connection.run(
        'create temp table histograms as select * from (values (0, 9, 4), (0, 3, 2), (0, 7, 1)) as h (number, place, count)',
      );
      await makeThresholds(connection);
      const reader = await connection.runAndReadAll('select number, threshold from thresholds');
      expect(reader.getRows()).toEqual(threshold === undefined ? [] : [[0, threshold]]);
    });
  });
});

describe('a cut', () => {
  it('keeps what its definition says, as it was, whatever the order of rows', async () => {
    await withAsked([], async (connection) => {
      await fc.assert(
        fc.asyncProperty(someRows, fc.integer({ min: 0, max: 8 }), fc.gen(), async (all, quota, g) => {
          const order = g(fc.shuffledSubarray, all, { minLength: all.length, maxLength: all.length });
          await fill(connection, order);
          const cells = await countCells(connection, cutting);
          const dropped = await cut(
            connection,
            cutting,
            cells.map((c) => ({ ...c, quota })),
          );
          const kept = await left(connection);
          expect(kept).toEqual(byKey(expected(all, quota)));
          expect(dropped).toBe(all.length - kept.length);
        }),
        { numRuns: 60 },
      );
    });
  });

  it('is the same for any number of shards: their histograms add up', async () => {
    await withAsked([], async (connection) => {
      const thresholds = async (): Promise<unknown> => {
        await makeThresholds(connection);
        return (await connection.runAndReadAll('select number, threshold from thresholds order by all')).getRows();
      };
      let found = 0;
      await fc.assert(
        fc.asyncProperty(
          someRows,
          fc.integer({ min: 0, max: 3 }),
          fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 60, maxLength: 60 }),
          async (all, quota, shardOf) => {
            const cells = [...new Map(all.map((r) => [String(cellOf(r)), cellOf(r)])).values()];
            await listQuotas(
              connection,
              cutting,
              cells.map((cell) => ({ cell, count: 0, quota })),
            );
            await fill(connection, all);
            await makeHistograms(connection, cutting);
            const whole = await thresholds();
            found += Array.isArray(whole) ? whole.length : 0;
            await connection.run('create or replace temp table parts as select * from histograms limit 0');
            for (const shard of [2, 0, 1]) {
              await fill(
                connection,
                all.filter((_, i) => shardOf[i] === shard),
              );
              await makeHistograms(connection, cutting);
              await connection.run('insert into parts select * from histograms');
            }
            await connection.run('create or replace temp table histograms as select * from parts');
            expect(await thresholds()).toEqual(whole);
          },
        ),
        { numRuns: 30 },
      );
      expect(found).toBeGreaterThan(30);
    });
  });

  it('only moves when rows are added: one of two cuts keeps what the other does', async () => {
    const balanced = (all: readonly Row[]): Promise<readonly Row[]> =>
      withAsked(all, async (connection) => {
        await cut(connection, cutting, balanceQuotas(await countCells(connection, cutting)));
        return await left(connection);
      });
    const before = rows(3000, (i) => row('t', `${i}`, 'open', i % 5 < 3 ? 'left' : 'right'));
    const added = rows(500, (i) => row('t', `new ${i}`, 'open', i % 4 === 0 ? 'left' : 'right'));
    const [few, many] = [await balanced(before), await balanced([...before, ...added])];
    const old = many.filter(({ key }) => !key.startsWith('new'));
    for (const value of ['left', 'right']) {
      const keys = (of: readonly Row[]): Set<string> => new Set(of.filter((r) => r.value === value).map((r) => r.key));
      const [a, b] = [keys(few), keys(old)].toSorted((x, y) => x.size - y.size);
      expect([...(a ?? [])].filter((key) => !b?.has(key))).toEqual([]);
    }
    expect(few.length).toBe(2400);
    // 1800 + 125 against 1200 + 375: the runner-up has grown, so more of the old left ones stay.
    expect(old.length).toBeGreaterThan(2400);
  });
});
