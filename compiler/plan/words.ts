/**
 * The recipe's words for SQL users (S13): `object_facts`, a view in layers whose columns are the facts, and one
 * macro per relation over two of its rows. Macros name no table and no other macro, so they work in attached files.
 * Whole-unit columns carry their unit (`height_um`), and have a plain companion in SI (`height`).
 */
import { columnsRead, fieldsOf } from '../ir/columns.js';
import type { Macro, Program } from '../ir/program.js';
import { binary, call, cast, double, integer, name } from '../sql/build.js';
import { type Reach, toSql } from '../sql/expression.js';
import { queryOf } from '../sql/from-ir.js';
import type { Column, Expression } from '../sql/node.js';
import { printExpression, printQuery, quoteName } from '../sql/print.js';
import { definedName } from '../std/facts.js';
import type { Dimension } from '../types/unit.js';

const lengths: ReadonlySet<string> = new Set([
  ...[
    'cx',
    'cy',
    'cz',
    's1',
    's2',
    's3',
    'depth',
    'distance',
    'distance_sigma',
    'nearest',
    'height',
    'width',
    'depth_extent',
    'base',
    'top',
    'level1',
    'level2',
  ],
  ...['span_right_low', 'span_right_high', 'span_forward_low', 'span_forward_high', 'span_up_low', 'span_up_high'],
  ...['world_right', 'world_up', 'world_forward'],
]);
const whole: Readonly<Record<string, readonly [string, number]>> = {
  volume: ['mm3', 1e9],
  footprint_area: ['mm2', 1e6],
  bearing: ['mpx', 1e3],
  elevation: ['mpx', 1e3],
};

type Suffix = readonly [unit: string, perUnit: number];

const unitOf: Readonly<Record<Dimension, Suffix | undefined>> = {
  length: ['um', 1e6],
  area: ['mm2', 1e6],
  volume: ['mm3', 1e9],
  angle: ['udeg', 1e6],
  ratio: ['ppb', 1e9],
  picture: ['mpx', 1e3],
  count: undefined,
};

function suffixOf(column: string, defined: Program['definedFacts']): Suffix | undefined {
  const dimension = defined.get(column);
  if (dimension) return unitOf[dimension];
  return lengths.has(column) ? ['um', 1e6] : whole[column];
}

/** The name of a column in the view: whole units say so; what only serves others has a blank, which no fact's name has. */
function storedName(column: string): string {
  if (internal.test(column)) return `spq ${column}`;
  // Macros read no defined fact: those are written out.
  const suffix = suffixOf(column, new Map());
  return suffix ? `${column}_${suffix[0]}` : column;
}

/** Columns that only serve others. */
const internal =
  /^(o|s)\.|^own |^(own_texts$|own_numbers$|half_|turn|level[12]|height_above|candidate|whole_box|scene_key|key|vertical|listed|[rsu][1-3x-z]|r\d\d|up\d)/;

export function wordsOf(program: Omit<Program, 'tasks'>): readonly string[] {
  return [viewOf(program, neededBy(program.macros)), ...program.macros.map(macroOf)];
}

function neededBy(macros: readonly Macro[]): ReadonlySet<string> {
  return new Set(
    macros.flatMap((m) =>
      [m.body, ...m.shared.flat().map((s) => s.value)].flatMap((e) =>
        [...columnsRead(e)].map((c) => c.slice(c.indexOf('.') + 1)),
      ),
    ),
  );
}

function viewOf({ objectFacts: facts, definedFacts }: Omit<Program, 'tasks'>, needed: ReadonlySet<string>): string {
  const query = queryOf(facts);
  const columns = [...fieldsOf(facts).keys()]
    .filter((c) => needed.has(c) || !internal.test(c))
    .flatMap((c) => companions(c, definedFacts));
  const shown = { name: 'facts', select: { kind: 'columns', from: query.result, columns }, shared: false } as const;
  const steps = [...query.steps, shown];
  return `create or replace view object_facts as\n${printQuery({ steps, result: 'facts' }, 'inlined')}`;
}

function companions(column: string, defined: Program['definedFacts']): readonly Column[] {
  if (internal.test(column)) return [{ name: storedName(column), value: name(column) }];
  const shown = defined.has(column) ? column.slice(definedName('').length) : column;
  const suffix = suffixOf(column, defined);
  if (!suffix) return [{ name: shown, value: name(column) }];
  return [
    { name: `${shown}_${suffix[0]}`, value: name(column) },
    { name: shown, value: binary('/')(cast(name(column), 'double'), double(suffix[1])) },
  ];
}

function macroOf(macro: Macro): string {
  // Parameters that no caller's alias can be: DuckDB substitutes syntax (S13).
  const parameter = (row: string): string => `spq_${hash(macro.name)}_${row}`;
  const layerOf = new Map(
    macro.shared.flatMap((layer, i) => layer.map((s) => [s.name, parameter(`${i + 1}`)] as const)),
  );
  const reach: Reach = (path) => {
    const layer = layerOf.get(path);
    const dot = path.indexOf('.');
    return layer ? name(layer, path) : name(parameter(path.slice(0, dot)), storedName(path.slice(dot + 1)));
  };
  // A value that is used often is a field of a lambda's parameter: DuckDB has no other name within an expression.
  const body = macro.shared.reduceRight(
    (inner, layer, i) => {
      const values = { kind: 'struct', fields: layer.map((s) => [s.name, toSql(s.value, reach)] as const) } as const;
      const all: Expression = { kind: 'list', items: [values] };
      const transformed = call('list_transform', all, {
        kind: 'lambda',
        parameter: parameter(`${i + 1}`),
        body: inner,
      });
      return call('list_extract', transformed, integer(1));
    },
    toSql(macro.body, reach),
  );
  return `create or replace macro ${quoteName(macro.name)}(${macro.parameters.map((p) => quoteName(parameter(p))).join(', ')}) as ${printExpression(body)}`;
}

/** FNV-1a, 32 bits, as hex: only to keep parameter names apart from anything a caller writes. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}
