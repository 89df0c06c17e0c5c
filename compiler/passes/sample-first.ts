/**
 * Of each scene the tuples that are drawn first, and more only where too few of those can be asked:
 *
 *   top n of filter(x, p)   becomes   top need of filter(filter(x, low <= draw and draw < high), p)
 *
 * The bounds and what is still needed stand in `open_scenes`, which a run fills round by round (runtime/synth/rounds.ts). So most
 * tuples cost no more than their draw.
 */
import { and, atMost, below, column, equal, named } from '../ir/build.js';
import { fieldsOf } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import { inputsOf } from '../ir/inputs.js';
import type { Expression, Field, Of, Relation } from '../ir/node.js';
import { openScenes } from '../ir/program.js';
import type { OnFire, Rule } from '../ir/rewrite.js';
import type { Pass } from './pass.js';

const law =
  'top(filter(x, p), n) = rounds of top(filter(filter(x, low <= draw and draw < high), p), need)   when [low, high) go up';
// What is narrowed lies far below the relation that says so: a walk, with a rule for the trace.
const traced: Rule = { law, apply: () => undefined };

const prefix = 'open';
const fields: readonly Field[] = ['scene', 'low', 'high', 'need'].map((name) => ({ name, type: 'int' as const }));
const open = (name: string): Expression => column(`${prefix}.${name}`, 'int');

/** The relation with the open scenes beside it, and tuples outside this round left out; undefined where that cannot be. */
function narrowed(relation: Relation, scene: string, draw: string, graph: Graph): Relation | undefined {
  const has = (of: Relation): boolean => fieldsOf(of).has(scene);
  const beneath = (input: Relation, name = scene): Relation | undefined => narrowed(input, name, draw, graph);
  if (!has(relation)) return undefined;
  switch (relation.kind) {
    case 'table':
      return graph.join(relation, graph.table(openScenes, prefix, fields), equal(column(scene, 'int'), open('scene')));
    case 'filter': {
      const input = beneath(relation.input);
      return input && graph.filter(input, relation.where);
    }
    case 'compute': {
      const input = beneath(relation.input);
      const made = input && graph.compute(input, relation.columns);
      return made && relation.columns.some(({ name }) => name === draw) ? graph.filter(made, ofThisRound(draw)) : made;
    }
    case 'lookup': {
      const input = beneath(relation.input);
      return input && graph.lookup(input, relation.table, relation.prefix, relation.columns, relation.keys);
    }
    case 'join':
      return joined(relation, scene, draw, graph);
    case 'total': {
      const input = beneath(relation.input);
      return input && graph.total(input, relation.each, relation);
    }
    case 'place': {
      // Places are counted within a scene, of which all rows stay or none.
      const input = beneath(relation.input);
      return input && graph.place(input, relation);
    }
    case 'project': {
      const value = relation.columns.find(({ name }) => name === scene)?.value;
      // Below, columns have other names: none of them is the draw.
      const input = value?.kind === 'column' ? narrowed(relation.input, value.name, '', graph) : undefined;
      const carried = fields.map(({ name }) => named(`${prefix}.${name}`, open(name)));
      return input && graph.project(input, [...relation.columns, ...carried]);
    }
    case 'top':
    case 'series':
      return undefined;
  }
}

function joined({ left, right, on }: Of<'join'>, scene: string, draw: string, graph: Graph): Relation | undefined {
  const first = narrowed(left, scene, draw, graph);
  if (first) return graph.join(first, right, on);
  const second = narrowed(right, scene, draw, graph);
  return second && graph.join(left, second, on);
}

const ofThisRound = (draw: string): Expression =>
  and(atMost(open('low'), column(draw, 'int')), below(column(draw, 'int'), open('high')));

/** Whether the draw was found on the way to the scene's own table. */
function isBounded(relation: Relation, draw: string, graph: Graph): boolean {
  const bounds = graph.expressionNumber(ofThisRound(draw));
  const is = (r: Relation): boolean =>
    (r.kind === 'filter' && graph.expressionNumber(r.where) === bounds) || inputsOf(r).some(is);
  return is(relation);
}

function sampled(relation: Relation, graph: Graph, onFire: OnFire): Relation {
  if (relation.kind === 'top' && relation.need) return relation;
  if (relation.kind !== 'top') return graph.mapInputs(relation, (input) => sampled(input, graph, onFire));
  const [scene, ...others] = relation.per;
  const [draw] = relation.by;
  // A share for each thing of a scene would need rounds of its own.
  if (scene === undefined || draw === undefined || others.length > 0) return relation;
  const input = narrowed(relation.input, scene, draw, graph);
  if (!input || !isBounded(input, draw, graph)) return relation;
  const made = graph.top(input, relation.per, relation.by, relation.count, open('need'));
  onFire(traced, relation, made);
  return made;
}

export const sampleFirst: Pass = {
  name: 'sample-first',
  about: 'Looks at the tuples that are drawn first, and at more only where too few of them can be asked.',
  laws: [law],
  run: (root, graph, onFire) => sampled(root, graph, onFire),
};
