/** The bound recipe: sources, settings in whole units, definitions, levels. */
import type { Span } from '../../diagnostics/span.js';
import type { DegreeWords } from '../../std/facts.js';
import type { SourceName } from '../../std/operators.js';
import type { OperatorName, Role } from '../../std/perception.js';
import type { StrategyName } from '../../std/references.js';
import type { Expression } from './expression.js';
import type { Entity, Task } from './task.js';

export interface Recipe {
  readonly file: string;
  readonly sources: readonly SourceUse[];
  readonly perceptions: readonly Perception[];
  readonly settings: Settings;
  /** In the order of definition: each sees those before it. */
  readonly definitions: readonly (FactDefinition | RelationDefinition)[];
  readonly levels: readonly Level[];
  readonly emits: readonly Emit[];
  /** Where a message about the recipe as a whole points. */
  readonly span: Span;
}

export interface SourceUse {
  readonly name: string;
  readonly operator: SourceName;
  readonly arguments: Readonly<Record<string, ArgumentValue>>;
  readonly span: Span;
}
/** A range is its two shares, 0..1. */
export type ArgumentValue = string | number | boolean | readonly [number, number];

/** `perceive photos { … }`: what fills which role, in the order of roles. */
export interface Perception {
  readonly source: string;
  readonly operators: readonly OperatorUse[];
  readonly span: Span;
}
export interface OperatorUse {
  readonly role: Role;
  readonly operator: OperatorName;
  readonly arguments: Readonly<Record<string, ArgumentValue>>;
  readonly span: Span;
}

export interface Emit {
  readonly format: 'parquet' | 'jsonl';
  readonly path: string;
  readonly span: Span;
}

export interface Settings {
  readonly seed: number;
  readonly margin: { readonly lengthUm: number; readonly relativePpm: number; readonly angleDegrees: number };
  readonly imperialPpm: number;
  readonly refer: readonly StrategyName[];
  readonly formats: Formats | undefined;
  readonly balance: Balance;
  readonly mix: Mix | undefined;
  /** Cumulated shares in millionths: a draw below the first is `train`, and so on. Empty: all is `train`. */
  readonly split: readonly { readonly name: string; readonly belowPpm: number }[];
}

/** By what questions are balanced: their answers, those and the words that tell of them, or not at all. */
export type Balance = 'answers' | 'words' | 'none';

/** Shares in millionths of open, choice and claim; undefined shares: even. */
export interface Formats {
  readonly all: boolean;
  readonly ppm: Readonly<Record<FormatName, number>> | undefined;
}
export type FormatName = 'open' | 'choice' | 'claim';

export interface Mix {
  readonly levels: readonly { readonly level: number; readonly sharePpm: number }[];
  readonly total: number | undefined;
}

/** A relation's two sides are objects, its words are its name. */
export interface RelationDefinition {
  readonly kind: 'relation';
  readonly name: string;
  readonly left: Entity;
  readonly right: Entity;
  /** Texts, and where the two sides stand. */
  readonly says: readonly SaysPart[] | undefined;
  readonly body: Expression;
  readonly span: Span;
}
export type SaysPart = { readonly text: string; readonly span: Span } | 'left' | 'right';

/** A fact of an object, defined by others. */
export interface FactDefinition {
  readonly kind: 'fact';
  readonly name: string;
  readonly parameter: Entity;
  readonly words: DegreeWords | undefined;
  readonly body: Expression;
  readonly span: Span;
}

export interface Level {
  readonly number: number;
  readonly title: string;
  readonly tasks: readonly Task[];
}
