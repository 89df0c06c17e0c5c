/** Writes the table `questions` to files: to a temporary name, then renamed, so that no half file looks whole. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../compiler/plan/plan.js';
import { RunError } from '../errors.js';
import { quoteText } from '../facts/schema.js';

type Emit = Plan['emits'][number];

const endings: Readonly<Record<Emit['format'], string>> = { parquet: '.parquet', jsonl: '.jsonl' };
const options: Readonly<Record<Emit['format'], string>> = {
  parquet: 'format parquet, compression zstd, row_group_size 122880',
  jsonl: 'format json, array false',
};

/** @returns the file written: the path itself where it names one, else `part-00000` in that folder */
export async function emit(connection: DuckDBConnection, wanted: Emit, out: string): Promise<string> {
  const path = resolve(out, wanted.path);
  const file = path.endsWith(endings[wanted.format]) ? path : join(path, `part-00000${endings[wanted.format]}`);
  const temporary = `${file}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    await inOrder(connection, () =>
      connection.run(`copy questions to ${quoteText(temporary)} (${options[wanted.format]})`),
    );
    renameSync(temporary, file);
  } catch (cause) {
    if (existsSync(temporary)) rmSync(temporary);
    const reason = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    throw new RunError(
      'SPQ512',
      `${file} cannot be written: ${reason}`,
      'Check the path in `emit`, the rights on the folder, and the space left.',
    );
  }
  return file;
}

/** The table is ordered. One thread writes it as it is, in row groups of one size; several would write their own. */
async function inOrder(connection: DuckDBConnection, write: () => Promise<unknown>): Promise<void> {
  const threads = Number((await connection.runAndReadAll("select current_setting('threads')")).getRows()[0]?.[0]);
  await connection.run('set threads = 1');
  try {
    await write();
  } finally {
    await connection.run(`set threads = ${threads}`);
  }
}
