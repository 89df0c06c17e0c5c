/**
 * The plan: plain JSON, all that running needs. Compiler and runtime meet here and nowhere else.
 * It holds no path of a machine, no time and no version of one: the same recipe gives the same plan.
 */
import type { Format, Takes, TupleCount } from '../ir/program.js';
import type { SourceName } from '../std/operators.js';
import type { OperatorName, Role } from '../std/perception.js';

export interface Plan {
  readonly version: 1;
  /** Base name of the recipe without its ending, and its text: `recipe_hash` is the SHA-256 of the text. */
  readonly recipe: { readonly name: string; readonly text: string };
  readonly seed: number;
  readonly sources: readonly PlannedSource[];
  /** Columns that facts directories must have beside those of the schema, and what reads them. */
  readonly columns: readonly PlannedColumn[];
  /** Dear facts that some task needs. */
  readonly demand: { readonly pixels: boolean };
  /** `create or replace …` of views and macros, in order: the recipe's words for SQL users. */
  readonly words: readonly string[];
  /** Relations of a chunk of scenes, made in this order; parameters `first` and `end` bound the scene numbers. */
  readonly shared: readonly { readonly name: string; readonly sql: string }[];
  /** In the order of the recipe; each query gives rows of `questionColumns`. */
  readonly tasks: readonly PlannedTask[];
  /** Null: the recipe has no `mix`. */
  readonly mix: PlannedMix | null;
  /** Parts of the data, with cumulated shares in millionths; what is left over belongs to the first. None: all is `train`. */
  readonly split: readonly { readonly name: string; readonly belowPpm: number }[];
  readonly emits: readonly { readonly format: 'parquet' | 'jsonl'; readonly path: string }[];
}

/** A column of `objects`: of numbers, texts or truth values. NULL is unknown. */
export interface PlannedColumn {
  readonly fact: string;
  readonly column: string;
  readonly holds: 'number' | 'text' | 'condition';
}

export interface PlannedSource {
  readonly name: string;
  readonly operator: SourceName;
  readonly arguments: Readonly<Record<string, PlannedArgument>>;
  /** Absent where the recipe has nothing perceived of it. */
  readonly perceive?: PlannedPerception;
}

/** What is perceived of the pictures of a source: no more than questions need. */
export interface PlannedPerception {
  /** In an order in which each finds what it reads. */
  readonly operators: readonly PlannedOperator[];
  /** True where 3D boxes are made of what they find. */
  readonly boxes: boolean;
}

export interface PlannedOperator {
  readonly role: Role;
  readonly operator: OperatorName;
  readonly arguments: Readonly<Record<string, PlannedArgument>>;
  /** Roles whose findings it is given. */
  readonly reads: readonly Role[];
}

/** A range is its two shares, 0..1. */
export type PlannedArgument = string | number | boolean | readonly [number, number];

/** Of the whole recipe, even where the plan leaves out levels; a level it does not name has no share. */
export interface PlannedMix {
  readonly levels: readonly { readonly level: number; readonly sharePpm: number }[];
  /** Null: the mix cuts nothing, and weighs questions. */
  readonly total: number | null;
}

export interface PlannedTask {
  readonly level: number;
  readonly levelTitle: string;
  readonly name: string;
  readonly title: string | null;
  readonly formats: readonly Format[];
  /** Share of its level in the mix, against the level's other tasks: a whole number. */
  readonly weight: number;
  /** Rows of a task that is taken per task have a `select_draw`. */
  readonly takes: Takes;
  /** The product of these is how many tuples a scene has, before any is left out. */
  readonly tuples: readonly TupleCount[];
  /** As many as there are formats where all of them are asked, else 1. */
  readonly questionsPerTuple: number;
  /** Drawn sets at their largest, and how many things of the kind stand beside one at least. */
  readonly largestSets: readonly {
    readonly kind: 'object' | 'pixel';
    readonly size: number;
    readonly beside: number;
  }[];
  /** The query asks of `open_scenes` alone, and is run in rounds until each scene has what is taken of it. */
  readonly inRounds: boolean;
  readonly sql: string;
}
