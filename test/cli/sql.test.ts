/** `spq sql` on a store made here: every format against text written by hand, and what a query may not do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../runtime/facts/store.js';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-sql-'));
const store = join(folder, 'rooms.duckdb');

beforeAll(async () => {
  const { connection, close } = await openStore(store);
  await connection.run(`
    create table things as select * from (values
      (1::bigint, 'chair, "red"', 1.5, [1, 2]),
      (9007199254740993::bigint, 'a|b', null, []),
      (-3::bigint, '', 'nan'::double, null)
    ) as t(id, name, height, parts)`);
  close();
});

afterAll(() => rmSync(folder, { recursive: true }));

async function ask(query: string, format: string, columns?: number): Promise<string> {
  const { code, out, err } = await spq(
    ['sql', query, '--store', store, '--format', format],
    columns === undefined ? {} : { columns },
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

describe('spq sql', () => {
  it('boxes and aligns, numbers to the right, NULL shown', async () => {
    expect(await ask('select name, height from things', 'box')).toBe(
      [
        '┌──────────────┬────────┐',
        '│ name         │ height │',
        '├──────────────┼────────┤',
        '│ chair, "red" │    1.5 │',
        '│ a|b          │   NULL │',
        '│              │    NaN │',
        '└──────────────┴────────┘',
        '3 rows',
        '',
      ].join('\n'),
    );
  });

  it('cuts the widest columns to the terminal, and only there', async () => {
    const query = "select 1 as n, repeat('ab', 20) as text";
    expect(await ask(query, 'box', 20)).toBe(
      [
        '┌───┬──────────────┐',
        '│ n │ text         │',
        '├───┼──────────────┤',
        '│ 1 │ abababababa… │',
        '└───┴──────────────┘',
        '1 row',
        '',
      ].join('\n'),
    );
    expect(await ask(query, 'box')).toContain('ab'.repeat(20));
  });

  it('says when a box holds not all rows', async () => {
    const out = await ask('select i from range(201) as r(i)', 'box');
    expect(out).toContain('│ 199 │');
    expect(out).not.toContain('│ 200 │');
    expect(out).toMatch(/the first 200 rows; --format csv, json or markdown gives all\n$/);
    expect(await ask('select i from range(200) as r(i)', 'box')).toMatch(/\n200 rows\n$/);
  });

  it('writes CSV after RFC 4180, NULL as nothing and empty text as ""', async () => {
    expect(await ask('select * from things', 'csv')).toBe(
      'id,name,height,parts\r\n1,"chair, ""red""",1.5,"[1,2]"\r\n9007199254740993,a|b,,[]\r\n-3,"",NaN,\r\n',
    );
  });

  it('writes JSON that keeps whole numbers beyond 2^53', async () => {
    const rows: unknown = JSON.parse(await ask('select * from things', 'json'));
    expect(rows).toEqual([
      { id: 1, name: 'chair, "red"', height: 1.5, parts: [1, 2] },
      { id: '9007199254740993', name: 'a|b', height: null, parts: [] },
      { id: -3, name: '', height: 'NaN', parts: null },
    ]);
    expect(await ask('select * from things where false', 'json')).toBe('[]\n');
  });

  it('keeps structs, maps, decimals and dates readable in JSON', async () => {
    const query =
      "select {'x': 1, 'y': [2.5]} as p, map {'a': 1} as m, 1.25::decimal(5,2) as d, date '2024-02-29' as t";
    expect(JSON.parse(await ask(query, 'json'))).toEqual([
      { p: { x: 1, y: [2.5] }, m: [{ key: 'a', value: 1 }], d: 1.25, t: '2024-02-29' },
    ]);
  });

  it('escapes pipes and line breaks in Markdown', async () => {
    expect(await ask("select name || chr(10) || 'x' as t from things where id > 1", 'markdown')).toBe(
      '| t |\n| --- |\n| a\\|b<br>x |\n',
    );
  });

  it('lets no control character of the data reach the terminal', async () => {
    expect(await ask("select chr(27) || '[31m' as t", 'box')).toContain('│ ␛[31m │');
  });

  it('finds the one store of a folder', async () => {
    const found = await spq(['sql', 'select count(*) as n from things', '--out', folder, '--format', 'csv']);
    expect(found).toEqual({ code: 0, out: 'n\r\n3\r\n', err: '' });
  });

  it('tells of a wrong query, a missing store and a file that is none, without a stack', async () => {
    const wrong = await spq(['sql', 'select heigth from things', '--store', store]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/^error SPQ582: The query failed\n {2}Binder Error: .*heigth/);
    expect(wrong.err).not.toMatch(/\n\s+at /);

    const missing = await spq(['sql', 'select 1', '--store', join(folder, 'none.duckdb')]);
    expect(missing.code).toBe(1);
    expect(missing.err).toMatch(/^error SPQ501: Path not found\n {2}There is no store at /);

    const text = join(folder, 'text.db');
    writeFileSync(text, 'not a database, only some words that are long enough to be read as a header');
    const other = await spq(['sql', 'select 1', '--store', text]);
    expect(other.code).toBe(1);
    expect(other.err).toMatch(/^error SPQ508: .*\n.* is not a DuckDB file/);
  });

  it('refuses queries that write, read other files, or reach for extensions', async () => {
    const secret = join(folder, 'secret.csv');
    writeFileSync(secret, 'a\n1\n');
    for (const query of [
      'create table more (x int)',
      'delete from things',
      `select * from read_csv('${secret}')`,
      `copy things to '${join(folder, 'stolen.csv')}'`,
      `attach '${join(folder, 'other.duckdb')}'`,
      'set enable_external_access = true',
      'load httpfs',
    ]) {
      const { code, err } = await spq(['sql', query, '--store', store]);
      expect({ query, code, told: err.startsWith('error SPQ582: ') }).toEqual({ query, code: 1, told: true });
    }
  });
});
