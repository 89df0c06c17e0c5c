/** `spq facts check` on a folder that is right, one whose rows were made wrong, and one that is not there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFacts } from '../../runtime/facts/write.js';
import { example, sourceOf } from '../facts/example-scene.js';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-facts-check-'));
const right = join(folder, 'right');
const wrong = join(folder, 'wrong');

beforeAll(async () => {
  const scenes = [example({}, [{}]), example({ sceneId: 'room 2' }, [{ objectId: 'b' }])];
  await writeFacts(right, sourceOf(scenes));
  await writeFacts(wrong, sourceOf(scenes));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const file = join(wrong, 'objects-00000.parquet');
  await connection.run(`create table t as from read_parquet('${file}')`);
  await connection.run("update t set size = [1.0, -1.0, 1.0] where object_id = 'b'");
  await connection.run(`copy t to '${file}' (format parquet)`);
  connection.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('spq facts check', () => {
  it('ends in 0 for a folder without errors', async () => {
    const { code, out, err } = await spq(['facts', 'check', right]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${right}: 2 scenes, 2 objects, 2 pixels; nothing is wrong.\n`);
  });

  it('ends in 1 and names file, row, column and what to do', async () => {
    const { code, out, err } = await spq(['facts', 'check', wrong]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^error SPQ505: \S*objects-00000\.parquet, row 1, size: must be positive.*\n {2}Full edge lengths/m,
    );
    expect(out).toContain('1 error, ');
  });

  it('gives all of it as one JSON document', async () => {
    const { code, out, err } = await spq(['facts', 'check', wrong, '--json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      errors: 1,
      counts: { scenes: 2 },
      problems: expect.arrayContaining([expect.objectContaining({ code: 'SPQ505', row: 1, column: 'size' })]),
    });
  });

  it('tells of a folder that is not there', async () => {
    const { code, err } = await spq(['facts', 'check', join(folder, 'none')]);
    expect(code).toBe(1);
    expect(err).toContain('SPQ501');
  });
});
