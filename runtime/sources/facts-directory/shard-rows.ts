/**
 * The rows of shards as DuckDB streams them. Texts are dear to read, so what rows repeat is not read with each: the scene comes once
 * for all its rows, over a connection of its own, and the file is its place among the names.
 */
import { type DuckDBConnection, DuckDBListVector, type DuckDBResult, type DuckDBVector } from '@duckdb/node-api';
import { RunError } from '../../errors.js';
import { quoteName, quoteText } from '../../facts/schema.js';

/** Where a row stands: the name of the shard, and the number of the row in it, from 0. */
export interface Place {
  readonly file: string;
  readonly row: number;
}

/** A row of a chunk; what is not asked of it is not put together. */
export class ShardRow implements Place {
  constructor(
    private readonly scene: string | null,
    private readonly chunk: Chunk,
    private readonly index: number,
  ) {}

  /** Text; empty where the row has none. */
  get sceneId(): string {
    return this.scene ?? '';
  }

  get file(): string {
    return this.chunk.files[Number(this.value('spq_file'))] ?? '';
  }

  get row(): number {
    return Number(this.value('spq_row'));
  }

  value(name: string): unknown {
    return name === 'scene_id' ? this.scene : this.chunk.columns[name]?.[this.index];
  }

  /** Column name to value; unknown is null. */
  get values(): Readonly<Record<string, unknown>> {
    const values: Record<string, unknown> = { scene_id: this.scene };
    for (const name of this.chunk.names) values[name] = this.value(name);
    return values;
  }
}

interface Chunk {
  /** Of the shards. */
  readonly files: readonly string[];
  /** Of the columns. */
  readonly names: readonly string[];
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
  readonly rowCount: number;
}

interface Selection {
  /** A table in SQL, with `filename` and `file_row_number`. */
  readonly from: string;
  /** Of the SELECT; one is `scene_id`. */
  readonly columns: readonly string[];
  /** After the scene, and before the place in the files. */
  readonly orderBy: readonly string[];
  /** Names of the files. */
  readonly files: readonly string[];
}

/** The rows in the order of scene_id, some at a time. */
export async function* shardRows(
  connection: DuckDBConnection,
  beside: DuckDBConnection,
  { from, columns, orderBy, files }: Selection,
): AsyncGenerator<readonly ShardRow[]> {
  const file = `list_position([${files.map(quoteText).join(', ')}], parse_filename(filename)) - 1`;
  const all = `select ${file} as spq_file, file_row_number::double as spq_row, filename, file_row_number, ${columns.join(', ')} from ${from}`;
  const order = ['scene_id', ...orderBy, 'filename', 'file_row_number'].map(quoteName).join(', ');
  const counts = `select scene_id, count(*)::double as n from (${all}) group by scene_id order by scene_id`;
  const runs = runsOf(await beside.stream(counts));
  const rows = await connection.stream(
    `select * exclude (scene_id, filename, file_row_number) from (${all}) order by ${order}`,
  );
  let run: Run = { scene: null, left: 0 };
  for await (const chunk of chunksOf(rows, files)) {
    const found: ShardRow[] = [];
    for (let index = 0; index < chunk.rowCount; index++) {
      while (run.left === 0) run = await nextOf(runs);
      run.left--;
      found.push(new ShardRow(run.scene, chunk, index));
    }
    yield found;
  }
}

/** Rows that stand one after the other, of one scene. */
interface Run {
  readonly scene: string | null;
  /** How many of them are still to come. */
  left: number;
}

async function nextOf(runs: AsyncGenerator<Run, undefined>): Promise<Run> {
  const { value } = await runs.next();
  if (value !== undefined) return value;
  throw new RunError('SPQ509', 'Shards were changed while they were read.', 'Run again when they are complete.');
}

async function* runsOf(result: DuckDBResult): AsyncGenerator<Run, undefined> {
  for await (const { columns, rowCount } of chunksOf(result))
    for (let index = 0; index < rowCount; index++) {
      const scene = columns.scene_id?.[index];
      yield { scene: typeof scene === 'string' ? scene : null, left: Number(columns.n?.[index]) };
    }
}

async function* chunksOf(result: DuckDBResult, files: readonly string[] = []): AsyncGenerator<Chunk> {
  const names = result.columnNames();
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const { rowCount } = chunk;
    const columns: Record<string, readonly unknown[]> = {};
    for (const [column, name] of names.entries()) columns[name] = valuesOf(chunk.getColumnVector(column));
    yield { files, names, columns, rowCount };
  }
}

function valuesOf(vector: DuckDBVector): readonly unknown[] {
  if (!(vector instanceof DuckDBListVector)) return vector.toArray();
  return Array.from({ length: vector.itemCount }, (_, row) => vector.getItemVector(row)?.toArray() ?? null);
}
