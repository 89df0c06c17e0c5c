/**
 * Facts as relations of one chunk of scenes, shared by all tasks:
 * `chunk_facts` (every candidate with its columns), `chunk_objects` (the same with what references need),
 * `chunk_pixels`, `chunk_categories`. What no task reads is pruned by the optimizer.
 */
import {
  add,
  and,
  apply,
  atMost,
  below,
  column,
  divide,
  equal,
  int,
  isTrue,
  item,
  join,
  larger,
  multiply,
  named,
  not,
  real,
  smaller,
  subtract,
  text,
  when,
  where,
  whole,
} from '../ir/build.js';
import { fieldsOf } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Field, Relation, ValueType } from '../ir/node.js';
import { type Superlative, superlativeNames } from '../std/references.js';
import { Columns } from './book.js';
import { type Definition, lengthPrefixed, type Need, objectDefinitions } from './object-facts.js';

/** A relation that is made once per chunk, and read by name. */
export interface Shared {
  readonly name: string;
  readonly relation: Relation;
}

const field = (name: string, type: ValueType): Field => ({ name, type });

const objectTable: readonly Field[] = [
  ...['source', 'object_id', 'category', 'presence', 'extent', 'front', 'caption'].map((n) => field(n, 'text')),
  ...['scene', 'object'].map((n) => field(n, 'int')),
  field('crowd', 'bool'),
  ...['box2d', 'centre', 'size', 'rotation', 'facing'].map((n) => field(n, 'reals')),
  ...['visibility', 'truncation', 'score'].map((n) => field(n, 'real')),
  ...['names', 'maybe_names'].map((n) => field(n, 'texts')),
];
const sceneTable: readonly Field[] = [
  ...['scene_id', 'capture_id', 'image_uri'].map((n) => field(n, 'text')),
  ...['scene'].map((n) => field(n, 'int')),
  field('up', 'reals'),
  field('floor_height', 'real'),
  field('metric', 'bool'),
  field('covered', 'texts'),
];
const pixelTable: readonly Field[] = [
  field('source', 'text'),
  field('pixel_id', 'text'),
  field('scene', 'int'),
  field('pixel', 'int'),
  field('u', 'real'),
  field('v', 'real'),
  field('point', 'reals'),
];
const vocabularyTable: readonly Field[] = [
  field('source', 'text'),
  field('label', 'text'),
  field('plural', 'text'),
  field('countable', 'bool'),
];

/** Names of scene columns that every entity row carries along. */
const ofScene = ['scene_id', 'capture_id', 'image_uri', 'up', 'floor_height', 'covered'] as const;

export function inChunk(scene: Expression): Expression {
  return and(
    atMost({ kind: 'parameter', name: 'first', type: 'int' }, scene),
    below(scene, { kind: 'parameter', name: 'end', type: 'int' }),
  );
}

/** Every candidate with every column of `objectDefinitions`. */
export function objectFacts(graph: Graph, chunked: boolean): Relation {
  const objects = graph.table('objects', 'o', objectTable);
  const rows = chunked ? graph.filter(objects, inChunk(column('o.scene', 'int'))) : objects;
  const placed = graph.join(
    rows,
    graph.table('scenes', 's', sceneTable),
    equal(column('o.scene', 'int'), column('s.scene', 'int')),
  );
  const listed = graph.total(
    placed,
    graph.table('vocabulary', 'w', vocabularyTable),
    and(
      equal(column('w.source', 'text'), column('o.source', 'text')),
      equal(column('w.label', 'text'), column('o.category', 'text')),
      column('w.countable', 'bool'),
    ),
    [named('listed', int(1))],
  );
  const base = new Map<string, Expression>([
    ...objectTable.map((f) => [f.name, column(`o.${f.name}`, f.type)] as const),
    ...sceneTable.filter((f) => f.name !== 'scene').map((f) => [f.name, column(`s.${f.name}`, f.type)] as const),
    ['listed', column('listed', 'int')],
  ]);
  const computed = defineAll(graph, listed, base, objectDefinitions);
  const kept = [...base].filter(([name]) => name !== 'listed');
  const all = [
    ...kept.map(([name, value]) => named(name, value)),
    ...Object.keys(objectDefinitions).map((name) => named(name, column(name, typeOf(computed, name)))),
  ];
  return graph.project(graph.filter(computed, column('candidate', 'bool')), all);
}

function defineAll(
  graph: Graph,
  from: Relation,
  base: ReadonlyMap<string, Expression>,
  definitions: Readonly<Record<string, Definition>>,
): Relation {
  const columns = new Columns(graph, from);
  const done = new Map<string, Expression>(base);
  const need: Need = (name) => {
    const known = done.get(name);
    if (known) return known;
    const definition = definitions[name];
    if (!definition) throw new Error(`SPQ904: no column ${name}`);
    const made = columns.define(name, definition(need));
    done.set(name, made);
    return made;
  };
  for (const name of Object.keys(definitions)) need(name);
  return columns.flush();
}

function typeOf(relation: Relation, name: string): ValueType {
  return fieldsOf(relation).get(name)?.type ?? 'int';
}

/** What `relationOf(a, x)` must hold to every other of its kind for "the leftmost …". */
export type SuperlativeTruth = (superlative: Superlative, a: string, x: string) => Expression;

/**
 * Adds to each candidate what referring to it needs: whether its noun is its alone, which superlatives are true of it,
 * and whether a box around it could be taken for another's.
 */
export function objectsWithReferences(graph: Graph, facts: readonly Field[], truth: SuperlativeTruth): Relation {
  const of = (entity: string, name: string): Expression =>
    column(`${entity}.${name}`, facts.find((f) => f.name === name)?.type ?? 'int');
  const a = graph.table('chunk_facts', 'a', facts);
  const x = graph.table('chunk_facts', 'x', facts);
  const maybe = not(isClearlyNot(calledExpression((n) => of('x', n), of('a', 'category'))));
  const surely = isTrue(calledExpression((n) => of('x', n), of('a', 'category')));
  const oneIf = (condition: Expression): Expression => when([[condition, int(1)]], int(0));
  const totals = [
    named('others', oneIf(maybe)),
    named('sure_others', oneIf(and(of('x', 'certain'), surely))),
    ...superlativeNames.map((s) => named(`not_${s}`, oneIf(and(maybe, not(isTrue(truth(s, 'a', 'x'))))))),
    named(
      'clashes',
      oneIf(
        isTrue(
          mistakable(
            (n) => of('a', n),
            (n) => of('x', n),
          ),
        ),
      ),
    ),
  ];
  const other = and(equal(of('x', 'scene'), of('a', 'scene')), not(equal(of('x', 'object'), of('a', 'object'))));
  const counted = graph.total(a, x, other, totals);
  const total = (name: string): Expression => column(name, 'int');
  const zero = (name: string): Expression => equal(total(name), int(0));
  const nounIsSafe = and(of('a', 'clean'), apply('contains', 'bool', of('a', 'covered'), of('a', 'category')));
  const wide = (low: string, high: string): Expression => atMost(real(8), subtract(of('a', high), of('a', low)));
  return graph.project(counted, [
    ...facts.map((f) => named(f.name, of('a', f.name))),
    named('is_unique', isTrue(and(nounIsSafe, zero('others')))),
    ...superlativeNames.map((s) =>
      named(`is_${s}`, isTrue(and(nounIsSafe, below(int(0), total('sure_others')), zero(`not_${s}`)))),
    ),
    named('is_boxable', isTrue(and(wide('x1', 'x2'), wide('y1', 'y2'), zero('clashes')))),
  ]);
}

/** False conditions, as a two-valued test. */
function isClearlyNot(condition: Expression): Expression {
  return isTrue(not(condition));
}

/** `x called c`: true, false or unknown. */
export function calledExpression(x: (column: string) => Expression, name: Expression): Expression {
  const unknown: Expression = { kind: 'literal', value: null, type: 'bool' };
  return when(
    [
      [equal(x('category'), text('*')), unknown],
      [apply('contains', 'bool', x('names'), name), { kind: 'literal', value: true, type: 'bool' }],
      [apply('contains', 'bool', x('maybe_names'), name), unknown],
    ],
    { kind: 'literal', value: false, type: 'bool' },
  );
}

/** A box around a, as drawn or enlarged 1.2 times, that covers x's box by half (IoU) could be taken for x's. */
function mistakable(a: (column: string) => Expression, x: (column: string) => Expression): Expression {
  const half = (low: Expression, high: Expression): Expression => multiply(subtract(high, low), real(0.1));
  const [dx, dy] = [half(a('x1'), a('x2')), half(a('y1'), a('y2'))];
  const enlarged: Record<string, Expression> = {
    x1: subtract(a('x1'), dx),
    y1: subtract(a('y1'), dy),
    x2: add(a('x2'), dx),
    y2: add(a('y2'), dy),
  };
  const close = (box: (column: string) => Expression): Expression => atMost(real(0.5), iou(box, x));
  return apply(
    'or',
    'bool',
    close(a),
    close((n) => enlarged[n] ?? a(n)),
  );
}

/** Intersection over union of two boxes of the picture; unknown where a box is. */
function iou(a: (column: string) => Expression, b: (column: string) => Expression): Expression {
  const overlap = (low: string, high: string): Expression =>
    larger(real(0), subtract(smaller(a(high), b(high)), larger(a(low), b(low))));
  const area = (box: (column: string) => Expression): Expression =>
    multiply(subtract(box('x2'), box('x1')), subtract(box('y2'), box('y1')));
  const shared = multiply(overlap('x1', 'x2'), overlap('y1', 'y2'));
  return divide(shared, subtract(add(area(a), area(b)), shared));
}

/** Sampled pixels: the columns that tasks may read. */
export function pixelFacts(graph: Graph): Relation {
  const pixels = graph.filter(graph.table('pixels', 'p', pixelTable), inChunk(column('p.scene', 'int')));
  const placed = graph.join(
    pixels,
    graph.table('scenes', 's', sceneTable),
    equal(column('p.scene', 'int'), column('s.scene', 'int')),
  );
  const base = new Map<string, Expression>([
    ...pixelTable.map((f) => [f.name, column(`p.${f.name}`, f.type)] as const),
    ...sceneTable.filter((f) => f.name !== 'scene').map((f) => [f.name, column(`s.${f.name}`, f.type)] as const),
  ]);
  const pick = (names: readonly string[]): Readonly<Record<string, Definition>> =>
    Object.fromEntries(names.flatMap((n) => (objectDefinitions[n] ? [[n, objectDefinitions[n]]] : [])));
  const definitions: Readonly<Record<string, Definition>> = {
    ...Object.fromEntries(
      ['x', 'y', 'z'].map((c, i) => [
        `c${c}`,
        (need: Need) => where(need('metric'), whole(multiply(item(need('point'), int(i)), real(1e6)))),
      ]),
    ),
    ...pick([
      'ux',
      'uy',
      'uz',
      'upright',
      'depth',
      'distance',
      'scene_key',
      'height_above',
      'wfx',
      'wfy',
      'wfz',
      'wrx',
      'wry',
      'wrz',
      'world_right',
      'world_up',
      'world_forward',
    ]),
    key: (need) => lengthPrefixed(need('pixel_id')),
  };
  const computed = defineAll(graph, placed, base, definitions);
  return graph.project(computed, [
    ...[...base].map(([n, value]) => named(n, value)),
    ...Object.keys(definitions).map((n) => named(n, column(n, typeOf(computed, n)))),
  ]);
}

/** One row per scene and category of its vocabulary that it covers; `present` where some certain candidate is called so. */
export function categoryFacts(graph: Graph, facts: readonly Field[]): Relation {
  const scenes = graph.filter(
    graph.table('scenes', 's', [...sceneTable, field('source', 'text')]),
    inChunk(column('s.scene', 'int')),
  );
  const words = graph.join(
    scenes,
    graph.table('vocabulary', 'w', vocabularyTable),
    and(
      equal(column('s.source', 'text'), column('w.source', 'text')),
      column('w.countable', 'bool'),
      apply('contains', 'bool', column('s.covered', 'texts'), column('w.label', 'text')),
    ),
  );
  const x = graph.table('chunk_facts', 'x', facts);
  const here = and(
    equal(column('x.scene', 'int'), column('s.scene', 'int')),
    column('x.certain', 'bool'),
    isTrue(apply('contains', 'bool', column('x.names', 'texts'), column('w.label', 'text'))),
  );
  const counted = graph.total(words, x, here, [named('bearers', int(1))]);
  const scene = [...ofScene, 'scene', 'source'] as const;
  return graph.project(counted, [
    ...scene.map((n) => named(n, column(`s.${n}`, sceneTable.find((f) => f.name === n)?.type ?? 'text'))),
    named('category', column('w.label', 'text')),
    named('plural', column('w.plural', 'text')),
    named('present', below(int(0), column('bearers', 'int'))),
    named('scene_key', join(lengthPrefixed(column('s.source', 'text')), lengthPrefixed(column('s.scene_id', 'text')))),
    named('key', lengthPrefixed(column('w.label', 'text'))),
  ]);
}
