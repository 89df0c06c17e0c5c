/**
 * Evidence: how a value of a recipe came about, as plain data. A tree of what was looked at, with the columns of a query
 * that hold the numbers. Compiler and runtime share these types; the runtime reads the columns and puts the numbers in.
 */
import type { Span } from '../diagnostics/span.js';
import type { StrategyName } from '../std/references.js';
import type { Dimension } from '../types/unit.js';

/** How columns become a value. Numbers are whole units of their dimension; those of directions are ratios. */
export type Reading =
  | { readonly kind: 'number'; readonly dimension: Dimension; readonly column: string }
  /** A count: certain ones, and those that may be. */
  | { readonly kind: 'bounds'; readonly dimension: Dimension; readonly low: string; readonly high: string }
  | { readonly kind: 'range'; readonly low: string; readonly high: string }
  | { readonly kind: 'truth'; readonly column: string }
  | { readonly kind: 'word'; readonly column: string }
  /** `level`: holds where the words right and up mean something; absent where they always do. */
  | {
      readonly kind: 'vector';
      readonly dimension: 'length' | 'ratio';
      readonly right: string;
      readonly up: string;
      readonly forward: string;
      readonly level?: string;
    }
  /** On the level, in the frame of the world. */
  | { readonly kind: 'direction'; readonly right: string; readonly forward: string }
  | { readonly kind: 'pixels'; readonly columns: readonly string[] }
  /** Centre, sizes, heading. */
  | { readonly kind: 'box3d'; readonly lengths: readonly string[]; readonly heading: string }
  /** One of the members, by its number from 0. */
  | { readonly kind: 'member'; readonly members: readonly string[]; readonly column: string }
  /** The members in permutation number `column`, lexicographic. */
  | { readonly kind: 'order'; readonly members: readonly string[]; readonly column: string }
  | { readonly kind: 'tuple'; readonly items: readonly Reading[] }
  | { readonly kind: 'constant'; readonly text: string };

export interface Margin {
  readonly absolute: number;
  readonly relativePpm: number;
}

/** Text with values between. */
export type Put = readonly (string | Reading)[];

/** What stands between the two sides of a comparison, smaller side first. */
export interface Compared {
  readonly left: Reading;
  readonly right: Reading;
  /** Undefined: exact. */
  readonly margin: Margin | undefined;
  readonly about: boolean;
}

export interface Evidence {
  readonly at: Span;
  /** In the language, with the names of the task: members of a set and values of a finite binder are put in. */
  readonly written: string;
  readonly value: Reading;
  /** As written, with numbers for what was measured; undefined where that would say no more than the value. */
  readonly put: Put | undefined;
  readonly compared: Compared | undefined;
  readonly choice: Choice | undefined;
  readonly sector: Sector | undefined;
  /** Candidates of the scene that were looked at: number of the query in `Probe.candidates`, and what was asked of each. */
  readonly candidates: Candidates | undefined;
  readonly parts: readonly Evidence[];
}

/** A choice among members by a measure; their values are the parts, in the order of the members. */
export interface Choice {
  readonly members: readonly string[];
  readonly most: 'least' | 'greatest';
  /** Undefined: all are put in order. */
  readonly rank: number | undefined;
  readonly margin: Margin;
}

/** A sector of the horizontal plane of a vector. Values clockwise from straight ahead, n of them around; value i is centred at i/n of that. */
export interface Sector {
  readonly values: readonly string[];
  readonly of: Reading;
  /** 360; of what is the same either way 180. */
  readonly aroundDegrees: number;
  /** A vector must be clear of the borders by this, too; undefined for a direction. */
  readonly marginUm: number | undefined;
  readonly bandDegrees: number;
}

export interface Candidates {
  readonly query: number;
  /** Of `let n = the object x where …`: what they are ordered by. */
  readonly by: Evidence | undefined;
  readonly most: 'least' | 'greatest' | undefined;
  readonly margin: Margin | undefined;
  readonly where: Evidence;
  /** Categories that the scene must cover. */
  readonly categories: readonly Reading[];
}

export type Clause = 'let' | 'where' | 'answer' | 'claim' | 'statement' | 'reason';

/** One line of a task. */
export interface EvidenceLine {
  readonly clause: Clause;
  /** Of a `let`: its name. */
  readonly name: string;
  /** Of a claim, and of a question of yes or no: its number, from 0. */
  readonly claim: number | undefined;
  /** What the margin is measured in that decided it; undefined where none did, and of lines that decide nothing. */
  readonly margin: Dimension | undefined;
  readonly evidence: Evidence;
}

/** A phrasing of a claim, and whether it says the contrary. */
export interface ProbedPhrasing {
  readonly claim: number;
  readonly negated: boolean;
}

/** A thing of a task: what a name of the `for` line, or of a `let`, stands for. */
export interface ProbedThing {
  readonly name: string;
  readonly kind: 'object' | 'pixel' | 'category';
  /** The column of the tuples that holds its id. */
  readonly id: string;
}

/** How one thing may be named, and which columns of the evidence tell how it was. */
export interface ProbedName {
  readonly name: string;
  /** Things that are named by the same strategy. */
  readonly alike: readonly string[];
  readonly words: string;
  readonly strategy: string;
  readonly colour: string;
  /** What `refer by` asks for, in its order. */
  readonly wanted: readonly StrategyName[];
  /** Those that reveal nothing, in the order in which they are tried. */
  readonly strategies: readonly ProbedStrategy[];
  /** What is refused since it would give the answer away. */
  readonly refused: readonly {
    readonly kind: StrategyName;
    readonly names: readonly string[];
    readonly because: string;
  }[];
}

export interface ProbedStrategy {
  readonly kind: StrategyName;
  /** With what is left of it: `position (leftmost, rightmost)`. */
  readonly allowed: string;
  readonly superlatives: readonly string[];
  /** Holds where it names the thing in its scene. */
  readonly available: string;
}
