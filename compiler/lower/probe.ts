/**
 * A task again, without the filter that decides what is asked: every tuple with what was found out about it, and for one
 * tuple the evidence of every line. Draws, names and values are those of `task.ts`, column for column.
 */
import { showStrategy } from '../check/explain-references.js';
import { reasons } from '../check/references.js';
import type * as typed from '../check/typed.js';
import { and, bool, equal, int, isTrue, named, text, toText, unknown, when } from '../ir/build.js';
import type { EvidenceLine, ProbedName, ProbedPhrasing, ProbedThing } from '../ir/evidence.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Named, Relation } from '../ir/node.js';
import { answerKnown } from './askable.js';
import { type Bound, bindEntities } from './binding.js';
import { type Bodies, type BodyScope, each } from './bodies.js';
import { candidateQueries, holding } from './candidates.js';
import { decidingDimension } from './deciding-margin.js';
import { decidingIn } from './deciding-question.js';
import { type Drawn, drawFor } from './drawn.js';
import { evidenceOf, type Looking } from './evidence.js';
import { lowerScalar } from './expression.js';
import type { Foundation } from './lower.js';
import { available } from './name-words.js';
import { type Name, nameObjects } from './naming.js';
import { printsOf } from './print.js';
import { questionId } from './question.js';
import { rivalsOf } from './rivals.js';
import { pickFromScene } from './scene-pick.js';
import { inAllFormats, scopesOf } from './task.js';

export interface LoweredProbe {
  readonly things: readonly ProbedThing[];
  /** How many `where`s there are. */
  readonly wheres: number;
  /** One row per tuple and format, nothing left out but by `let n = the object …`. */
  readonly tuples: Relation;
  readonly body: ProbedBody;
}

export interface ProbedBody {
  readonly number: number;
  readonly about: string;
  readonly lines: readonly EvidenceLine[];
  /** Those of all claims, in the order in which one is drawn. */
  readonly phrasings: readonly ProbedPhrasing[];
  readonly names: readonly ProbedName[];
  /** One row: the tuple whose question has the id that the parameter `question` holds. */
  readonly evidence: Relation;
  readonly candidates: readonly Relation[];
  readonly pairs: Relation;
  readonly alone: Relation;
  readonly superlatives: readonly string[];
}

export interface Place {
  readonly recipe: typed.Recipe;
  readonly level: typed.Level;
  readonly foundation: Foundation;
  readonly graph: Graph;
}

/** @param number of the body whose lines are wanted */
export function lowerProbe(task: typed.Task, number: number, place: Place): LoweredProbe {
  const { recipe, level, foundation, graph } = place;
  const { tables, truth, needs } = foundation;
  const { settings } = recipe;
  const bound = bindEntities(task, settings.seed, tables, graph);
  const bodies = scopesOf(task, bound, { level, settings, tables, graph });
  pickFromScene({ task, bound, bodies, tables, graph });
  inAllFormats(task, bound);
  const drawn = drawFor(task, bodies, bound);
  const names = nameObjects(task, bodies, bound);
  const prints = printsOf(drawn, settings.imperialPpm, bound);
  const things = thingsOf(task);
  const wheres = Math.max(...task.bodies.map((b) => b.wheres.length));
  const question = bound.columns.define('#question', toText(questionId(task, drawn, bound)));
  const known: Known = { answer: answerKnown(drawn, prints), names };
  const columns = tupleColumns({ task, bound, bodies, drawn, question, wheres }, known);
  const chosen = bodies.all[number] ?? bodies.all[0];
  const looked = lookAt(chosen, { task, bound, names, place });
  const all = bound.columns.flush();
  const tuple = graph.filter(all, equal(question, { kind: 'parameter', name: 'question', type: 'text' }));
  const { pairs, alone, superlatives } = rivalsOf(graph, tables.candidate, recipe, truth, needs);
  return {
    things,
    wheres,
    tuples: graph.project(all, columns),
    body: {
      number,
      about: chosen.body.about,
      lines: looked.lines,
      phrasings: chosen.body.claims.flatMap((c, claim) => c.phrasings.map(({ negated }) => ({ claim, negated }))),
      names: looked.names,
      evidence: graph.project(tuple, looked.columns()),
      candidates: looked.candidates(tuple),
      pairs,
      alone,
      superlatives,
    },
  };
}

/** Those of the `for` line, then those that a `let` picks from the scene. */
function entitiesOf(task: typed.Task): readonly typed.Entity[] {
  const picked = task.bodies[0].lets.flatMap((l) => (l.kind === 'entity' ? [l.entity] : []));
  return [...task.binders.flatMap((b) => b.entities), ...picked];
}

const thingsOf = (task: typed.Task): readonly ProbedThing[] =>
  entitiesOf(task).map(({ name, kind }, i) => ({ name, kind, id: `id_${i}` }));

interface Tuples {
  readonly task: typed.Task;
  readonly bound: Bound;
  readonly bodies: Bodies;
  readonly drawn: Drawn;
  readonly question: Expression;
  readonly wheres: number;
}

interface Known {
  readonly answer: Expression;
  readonly names: ReadonlyMap<typed.Entity, Name>;
}

const idColumn = { object: 'object_id', pixel: 'pixel_id', category: 'category' } as const;

function tupleColumns({ task, bound, bodies, drawn, question, wheres }: Tuples, known: Known): readonly Named[] {
  const named_ = [...known.names.values()].map((n) => n.known);
  return [
    named('scene', bound.column(bound.first, 'scene')),
    named('question', question),
    named('format', when(drawn.formats.map((f) => [drawn.is(f), text(f)] as const))),
    named('body', bound.body ?? int(0)),
    named('asked', drawn.asked),
    named('claimed', drawn.claimed),
    ...entitiesOf(task).map((e, i) => named(`id_${i}`, bound.column(e, idColumn[e.kind]))),
    ...Array.from({ length: wheres }, (_, i) =>
      named(
        `where_${i}`,
        each(bodies, ({ body, scope }) => {
          const where = body.wheres[i];
          return where ? lowerScalar(where, scope) : bool(true);
        }),
      ),
    ),
    named('named', isTrue(and(...named_))),
    named('answerable', isTrue(known.answer)),
  ];
}

interface Lines {
  readonly lines: readonly EvidenceLine[];
  readonly names: readonly ProbedName[];
  readonly columns: () => readonly Named[];
  readonly candidates: (tuple: Relation) => readonly Relation[];
}

interface Around {
  readonly task: typed.Task;
  readonly bound: Bound;
  readonly names: ReadonlyMap<typed.Entity, Name>;
  readonly place: Place;
}

/** The lines of a body, in the order in which tasks have them; reasons where they have a condition. */
function lookAt({ body, scope }: BodyScope, { task, bound, names, place }: Around): Lines {
  const held = holding('p', (value) => bound.columns.share(value));
  const queries = candidateQueries({
    task,
    candidate: place.foundation.tables.candidate,
    graph: place.graph,
    column: bound.column,
    first: bound.first,
  });
  const looking: Looking = { scope, name: (e) => e.name, hold: held.hold, candidates: queries.look };
  const line = (clause: EvidenceLine['clause'], name: string, e: typed.Expression): EvidenceLine => ({
    ...{ clause, name, claim: undefined, margin: undefined },
    evidence: evidenceOf(e, looking),
  });
  const decider = (clause: EvidenceLine['clause'], e: typed.Expression, claim?: number): EvidenceLine => {
    const deciding = decidingIn(body, e, scope);
    return { ...line(clause, '', e), claim, margin: deciding && decidingDimension(deciding) };
  };
  const statements = body.choices?.kind === 'statements' ? body.choices.statements : [];
  const lines = [
    ...body.lets.map((l) => (l.kind === 'value' ? line('let', l.name, l.value) : picked(l, looking))),
    ...body.wheres.map((e) => line('where', '', e)),
    ...(body.answer ? [decider('answer', body.answer.value)] : []),
    ...body.claims.flatMap((c, i) => (c.when ? [decider(c.question ? 'answer' : 'claim', c.when, i)] : [])),
    ...statements.map((s) => decider('statement', s.relation)),
    ...body.reasons.flatMap((r) => (r.when ? [line('reason', '', r.when)] : [])),
  ];
  return {
    lines,
    names: body.naming.map((n) => probedName(n, body, names.get(n.entity), { bound, scope, hold: held.hold })),
    columns: held.columns,
    candidates: queries.all,
  };
}

/** `let n = the object x where p with least f` */
function picked({ name, entity, pick }: Extract<typed.Let, { kind: 'entity' }>, looking: Looking): EvidenceLine {
  const written = `the ${pick.other ? 'other ' : ''}object ${pick.variable.name} with ${pick.most} …`;
  const evidence = {
    at: entity.span,
    written,
    value: { kind: 'constant', text: entity.name },
    put: undefined,
    compared: undefined,
    choice: undefined,
    sector: undefined,
    candidates: looking.candidates(pick, looking),
    parts: [],
  } as const;
  return { clause: 'let', name, claim: undefined, margin: undefined, evidence };
}

function probedName(
  naming: typed.Naming,
  body: typed.Body,
  name: Name | undefined,
  { bound, scope, hold }: Pick<Around, 'bound'> & Pick<Looking, 'scope' | 'hold'>,
): ProbedName {
  const object = {
    naming,
    column: (column: string) => bound.column(naming.entity, column),
    category: (e: typed.Expression) => lowerScalar(e, scope),
  };
  return {
    name: naming.entity.name,
    alike: body.naming.flatMap((n) => (n.group === naming.group && n !== naming ? [n.entity.name] : [])),
    words: hold(name?.words ?? unknown('text')),
    strategy: hold(name?.strategy ?? unknown('text')),
    colour: hold(name?.colour ?? unknown('text')),
    strategies: naming.strategies.map((strategy) => ({
      kind: strategy.kind,
      allowed: showStrategy(strategy),
      superlatives: 'superlatives' in strategy ? strategy.superlatives : [],
      available: hold(isTrue(available(strategy.kind, object))),
    })),
    wanted: naming.wanted,
    refused: naming.wanted.flatMap((kind) =>
      reasons(naming.refused.filter(({ strategy }) => strategy === kind)).map((refusal) => ({ kind, ...refusal })),
    ),
  };
}
