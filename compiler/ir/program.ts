/** A recipe as IR: shared relations of a chunk, one relation of questions per task, and the words for SQL users. */
import type { Span } from '../diagnostics/span.js';
import type { OwnColumn } from '../std/facts.js';
import type { Provision } from '../std/operators.js';
import type { Dimension } from '../types/unit.js';
import type { Graph } from './graph.js';
import type { Expression, Named, Relation } from './node.js';

/** A fact that a column of a facts directory gives. */
export interface OwnFact extends OwnColumn {
  readonly name: string;
}

export interface Program {
  /** Made the shared relations and `objectFacts`. */
  readonly graph: Graph;
  /** In the order in which they must be made. */
  readonly shared: readonly { readonly name: string; readonly relation: Relation }[];
  readonly tasks: readonly TaskProgram[];
  /** Every object of the store with all its facts; not of one chunk. */
  readonly objectFacts: Relation;
  /** Columns of `objectFacts` that the library and the recipe define (`definedName`), with their dimensions. */
  readonly definedFacts: ReadonlyMap<string, Dimension | undefined>;
  readonly macros: readonly Macro[];
  readonly ownFacts: readonly OwnFact[];
}

export interface TaskProgram {
  /** Made `questions`, and no other task's: a task's plan does not depend on its neighbours. */
  readonly graph: Graph;
  readonly level: number;
  readonly levelTitle: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly formats: readonly Format[];
  /** Share of its level in the mix, against the level's other tasks. */
  readonly weight: number;
  readonly takes: Takes;
  /** The product of these is how many tuples a scene has, before any is left out. */
  readonly tuples: readonly TupleCount[];
  /** As many as there are formats where all of them are asked, else 1. */
  readonly questionsPerTuple: number;
  readonly questions: Relation;
  readonly demands: readonly Demand[];
  readonly largestSets: readonly LargestSet[];
}

/** Questions that `take n per …` keeps of each scene, of each thing that is bound first, of the whole run; null: all. */
export interface Takes {
  readonly scene: number | null;
  readonly object: number | null;
  readonly task: number | null;
}

/** The scenes that a round of sampling asks of: number, bounds of the draw, and how many questions are still needed. */
export const openScenes = 'open_scenes';

/** Rows of a scene that a binder may bind: `places` are the pixels on the floor, `labels` all categories, `categories` those that are there. */
export type CountedRows = 'objects' | 'pixels' | 'places' | 'categories' | 'labels';

/** In how many ways some rows of a scene are chosen; a number of `rows` is a factor by itself. */
export interface TupleCount {
  readonly rows: CountedRows | number;
  readonly choose: number;
  /** How many things of the kind are bound before, at least: they are not bound again. */
  readonly beside: number;
  /** Whether the same rows in another order are another choice. */
  readonly ordered: boolean;
}

/** A drawn set at its largest, and how many things of its kind a tuple binds beside it at least. */
export interface LargestSet {
  readonly kind: 'object' | 'pixel';
  readonly size: number;
  readonly beside: number;
}

export type Format = 'open' | 'choice' | 'claim';

/** A fact that a task cannot be asked without, and where it says so. */
export interface Demand {
  readonly fact: string;
  readonly provision: Provision;
  readonly at: Span;
}

/** A text that is to be the name or the label of things, and where it stands. */
export interface WordDemand {
  readonly word: string;
  readonly as: 'name' | 'label';
  readonly at: Span;
}

/** Things that must be named, in one way, and the ways that are left: a source that gives what one of them needs is enough. */
export interface NameDemand {
  readonly entities: readonly string[];
  readonly ways: readonly { readonly strategy: string; readonly needs: readonly Provision[] }[];
  readonly at: Span;
}

/** A relation or function of two objects, over rows of `object_facts`. */
export interface Macro {
  readonly name: string;
  /** Prefixes of the columns in the body. */
  readonly parameters: readonly [string, string];
  /** Values that the body uses more than once; each layer reads columns and earlier layers. Empty where it is short. */
  readonly shared: readonly (readonly Named[])[];
  readonly body: Expression;
  readonly about: string;
}
