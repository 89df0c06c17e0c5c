/** typed AST -> IR: the only folder that sees both. */
import type * as typed from '../check/typed.js';
import { column, named } from '../ir/build.js';
import { fieldsOf } from '../ir/columns.js';
import { Graph } from '../ir/graph.js';
import type { Field, Relation } from '../ir/node.js';
import type { Program } from '../ir/program.js';
import { definedName } from '../std/facts.js';
import type { Dimension } from '../types/unit.js';
import type { Tables } from './binding.js';
import { categoryFacts } from './chunk-categories.js';
import { objectFacts } from './chunk-facts.js';
import { withLandmarks } from './chunk-landmarks.js';
import { objectsWithReferences } from './chunk-objects.js';
import { pixelFacts } from './chunk-pixels.js';
import { ofDraws } from './entity-keys.js';
import { lowerScalar } from './expression.js';
import { macrosOf } from './macros.js';
import { ownFactsOf } from './own-facts.js';
import { type ReferenceNeeds, referenceNeeds } from './reference-needs.js';
import { type RelationTruth, relationTruth } from './relation-truth.js';
import type { Scope } from './scope.js';
import { lowerTask } from './task.js';

export function lowerRecipe(recipe: typed.Recipe): Program {
  const { tables, ...common } = lowerCommon(recipe);
  const tasks = recipe.levels.flatMap((level) =>
    level.tasks.map((task) => lowerTask(task, { level, settings: recipe.settings, tables })),
  );
  return { ...common, tasks };
}

/** All but the tasks, and the fields of the tables that these stand on. */
export function lowerCommon(recipe: typed.Recipe): Omit<Program, 'tasks'> & Pick<Foundation, 'tables'> {
  const graph = new Graph();
  const { shared, tables } = foundation(recipe, graph);
  const ownFacts = ownFactsOf(recipe);
  return {
    graph,
    shared,
    tables,
    ...withDefined(recipe, objectFacts(graph, ownFacts, false), graph),
    ownFacts,
    macros: macrosOf(recipe.relations, recipe.settings, tables.candidate),
  };
}

/** What tasks stand on: the shared relations of a chunk, their fields, and what proves the names of things. */
export interface Foundation {
  readonly shared: Program['shared'];
  readonly tables: Tables;
  readonly needs: ReferenceNeeds;
  readonly truth: RelationTruth;
}

export function foundation(recipe: typed.Recipe, graph: Graph): Foundation {
  const facts = objectFacts(graph, ownFactsOf(recipe), true);
  const candidate = fieldList(facts);
  const needs = referenceNeeds(recipe);
  const truth = relationTruth(recipe.settings, candidate);
  const alone = objectsWithReferences(graph, candidate, recipe, truth, needs);
  const referable = withLandmarks(graph, alone, fieldList(alone), needs.relations, truth);
  const objects = referable.at(-1)?.relation ?? alone;
  const pixels = pixelFacts(graph);
  const categories = categoryFacts(graph, candidate);
  return {
    shared: [
      { name: 'chunk_facts', relation: facts },
      ...referable,
      { name: 'chunk_pixels', relation: pixels },
      { name: 'chunk_categories', relation: categories },
    ],
    tables: { object: fieldList(objects), pixel: fieldList(pixels), category: fieldList(categories), candidate },
    needs,
    truth,
  };
}

/** Facts that are defined by others, as columns beside them. */
function withDefined(
  recipe: typed.Recipe,
  facts: Relation,
  graph: Graph,
): Pick<Program, 'objectFacts' | 'definedFacts'> {
  const fields = fieldsOf(facts);
  const scope: Scope = {
    settings: recipe.settings,
    column: (_, name) => column(name, fields.get(name)?.type ?? 'int'),
    share: (value) => value,
    valueOf: () => outsideTask('a fact'),
    count: () => outsideTask('a fact'),
  };
  const columns = recipe.facts.map((f) => named(definedName(f.name), lowerScalar(f.body, scope)));
  const dimension = ({ body }: typed.UserFact): Dimension | undefined =>
    body.type.kind === 'quantity' ? body.type.dimension : undefined;
  return {
    objectFacts: graph.project(facts, [
      ...[...fields.values()].filter((f) => !ofDraws.has(f.name)).map((f) => named(f.name, column(f.name, f.type))),
      ...columns,
    ]),
    definedFacts: new Map(recipe.facts.map((f) => [definedName(f.name), dimension(f)] as const)),
  };
}

function outsideTask(what: string): never {
  throw new Error(`SPQ904: ${what} has no task`);
}

const fieldList = (relation: Relation): readonly Field[] => [...fieldsOf(relation).values()];
