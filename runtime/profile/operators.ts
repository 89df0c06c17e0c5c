/**
 * What DuckDB tells of a statement that it profiled, condensed: scans, joins, computations, filters, totals, orders, with
 * rows and time. A chain of operators of one kind is one of them.
 */
import { z } from 'zod';

export type OperatorKind = 'scan' | 'join' | 'compute' | 'filter' | 'total' | 'window' | 'top' | 'order' | 'other';

export interface OperatorTree {
  readonly kind: OperatorKind;
  /** The table of a scan, the kind of a join; empty where there is nothing to tell. */
  readonly about: string;
  /** That came out of it, of all runs. */
  readonly rows: number;
  /** Of the processor, of all runs. */
  readonly ms: number;
  readonly inputs: readonly OperatorTree[];
}

export interface StatementProfile {
  /** Bytes that were allocated in addition. */
  readonly allocated: number;
  /** Bytes of DuckDB's buffers at their largest so far. */
  readonly peak: number;
  readonly operators: OperatorTree | null;
}

interface Told {
  readonly operator_type: string;
  readonly operator_timing: number;
  readonly operator_cardinality: number;
  readonly extra_info: unknown;
  readonly children: readonly Told[];
}

const told: z.ZodType<Told> = z.lazy(() =>
  z.object({
    operator_type: z.string(),
    operator_timing: z.number(),
    operator_cardinality: z.number(),
    extra_info: z.unknown(),
    children: z.array(told),
  }),
);
const statement = z.object({
  total_memory_allocated: z.number(),
  system_peak_buffer_memory: z.number(),
  children: z.array(told),
});

/** @param text what DuckDB wrote; undefined where that is no profile */
export function readProfile(text: string): StatementProfile | undefined {
  const parsed = statement.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { total_memory_allocated: allocated, system_peak_buffer_memory: peak, children } = parsed.data;
  const [first] = children.flatMap(condensed);
  return { allocated, peak, operators: first ?? null };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writing the rows is the statement itself. */
const writes = /^(EXPLAIN_ANALYZE|RESULT_COLLECTOR|(BATCH_)?(INSERT|CREATE_TABLE_AS))$/;

function condensed(given: Told): readonly OperatorTree[] {
  const inputs = given.children.flatMap(condensed);
  if (writes.test(given.operator_type)) return inputs;
  const kind = kindOf(given.operator_type);
  const about = aboutOf(given, kind);
  const ms = given.operator_timing * 1000;
  const [only, ...others] = inputs;
  const rows = given.operator_cardinality;
  // A limit that holds nothing back is how a query keeps the database from moving work across it.
  if (kind === 'top' && only !== undefined && only.rows === rows) return [{ ...only, ms: only.ms + ms }];
  const chain = only !== undefined && others.length === 0 && only.kind === kind && only.about === about;
  if (chain) return [{ kind, about, rows, ms: ms + only.ms, inputs: only.inputs }];
  return [{ kind, about, rows, ms, inputs }];
}

function kindOf(type: string): OperatorKind {
  if (/JOIN|CROSS_PRODUCT/.test(type)) return 'join';
  if (/SCAN|RANGE|UNNEST/.test(type)) return 'scan';
  if (type === 'PROJECTION') return 'compute';
  if (type === 'FILTER') return 'filter';
  if (/GROUP_BY|AGGREGATE/.test(type)) return 'total';
  if (/WINDOW/.test(type)) return 'window';
  if (/TOP_N|LIMIT/.test(type)) return 'top';
  return /ORDER/.test(type) ? 'order' : 'other';
}

const extra = z.object({ Table: z.string().optional(), 'CTE Name': z.string().optional() });

function aboutOf({ operator_type, extra_info }: Told, kind: OperatorKind): string {
  if (kind === 'other') return operator_type.toLowerCase().replaceAll('_', ' ');
  if (kind === 'join')
    return operator_type
      .replace(/_?JOIN$/, '')
      .toLowerCase()
      .replaceAll('_', ' ');
  if (kind !== 'scan') return '';
  const info = extra.safeParse(extra_info);
  const table = info.success ? (info.data.Table ?? info.data['CTE Name']) : undefined;
  return table?.split('.').at(-1) ?? operator_type.toLowerCase().replaceAll('_', ' ');
}

/** Adds a run of a statement to those before it: rows and times of the tree with the same form, or one tree more. */
export function addRun(before: readonly OperatorTree[], run: OperatorTree | null): readonly OperatorTree[] {
  if (run === null) return before;
  const same = before.findIndex((tree) => formOf(tree) === formOf(run));
  return same < 0 ? [...before, run] : before.map((tree, i) => (i === same ? added(tree, run) : tree));
}

const formOf = ({ kind, about, inputs }: OperatorTree): string => `${kind} ${about}(${inputs.map(formOf).join(',')})`;

function added(one: OperatorTree, other: OperatorTree): OperatorTree {
  const inputs = one.inputs.flatMap((input, i) => {
    const beside = other.inputs[i];
    return beside === undefined ? [input] : [added(input, beside)];
  });
  return { ...one, rows: one.rows + other.rows, ms: one.ms + other.ms, inputs };
}
