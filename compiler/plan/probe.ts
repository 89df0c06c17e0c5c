/**
 * A probe: what a run does not keep, as queries over a store. It tells how a question came about, and why a tuple that was
 * not asked was left out. Plain JSON; compiler and runtime meet here, as in `plan.ts`.
 */
import type { EvidenceLine, ProbedName, ProbedPhrasing, ProbedThing } from '../ir/evidence.js';
import type { Relation } from '../ir/node.js';
import { queryOf } from '../sql/from-ir.js';
import { printQuery } from '../sql/print.js';
import type { Plan } from './plan.js';

export type * from '../ir/evidence.js';

export interface Probe {
  readonly task: string;
  readonly level: number;
  readonly title: string | null;
  /** As in a plan: made for a chunk of scenes before any of the queries; parameters `first` and `end`. */
  readonly shared: Plan['shared'];
  readonly things: readonly ProbedThing[];
  /** How many `where`s there are: the columns `where_0`, … of the tuples. */
  readonly wheres: number;
  /**
   * Every tuple in each of its formats, before anything is left out: scene, question (the id it has, or would have, as
   * text), format, body, asked and claimed (numbers of the phrasing), an id per thing, the truth of each `where`, `named`
   * and `answerable`. A `let n = the object …` that picks nothing leaves no row.
   */
  readonly tuples: string;
  readonly body: ProbedBody;
}

/** The lines of one body of a task. Queries have the parameter `question`, the id as text. */
export interface ProbedBody {
  readonly number: number;
  /** `m = height`; empty where the task has one body. */
  readonly about: string;
  readonly lines: readonly EvidenceLine[];
  /** Those of all claims, in the order in which one is drawn: the tuples' `claimed` is a place in it. */
  readonly phrasings: readonly ProbedPhrasing[];
  readonly names: readonly ProbedName[];
  /** One row, with the columns that lines and names read. */
  readonly evidence: string;
  /**
   * A row per candidate of the scene: object_id, category, certain, crowd; kin: it may be called as those that are ranged
   * over; and what `Candidates` read.
   */
  readonly candidates: readonly string[];
  /** Without parameters. Per two candidates: object_id, rival, category, certain, maybe, twin, clash, and `superlatives`. */
  readonly pairs: string;
  /** Without parameters. Per candidate: object_id, clean, covered, wide, said. */
  readonly alone: string;
  readonly superlatives: readonly string[];
}

export const sqlOf = (relation: Relation): string => printQuery(queryOf(relation), 'layered');
