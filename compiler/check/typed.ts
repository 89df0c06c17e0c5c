/**
 * The typed tree: every expression has a type, every comparison its margin, every literal is in whole units.
 * `a > b` is `b < a`, `x in lo .. hi` is two comparisons: later stages see fewer forms.
 */
import type { Emit, Entity, Settings, SourceUse, Take } from '../bind/bound.js';
import type { Span } from '../diagnostics/span.js';
import type { Fact } from '../std/facts.js';
import type { SectorName } from '../std/functions.js';
import type { StrategyName, Superlative } from '../std/references.js';
import type { Component, Frame } from '../types/frame.js';
import type { EntityKind, Quantity, Type } from '../types/type.js';

export type { Emit, Entity, Settings, SourceUse, Take };

export interface Recipe {
  readonly file: string;
  readonly sources: readonly SourceUse[];
  readonly settings: Settings;
  readonly relations: readonly Relation[];
  readonly levels: readonly Level[];
  readonly emits: readonly Emit[];
  readonly span: Span;
}

export interface Level {
  readonly number: number;
  readonly title: string;
  readonly tasks: readonly Task[];
}

export interface Relation {
  readonly name: string;
  readonly left: Entity;
  readonly right: Entity;
  readonly says: string | undefined;
  readonly body: Expression;
}

export interface Task {
  readonly name: string;
  readonly title: string | undefined;
  readonly binders: readonly Binder[];
  readonly lets: readonly Let[];
  readonly wheres: readonly Expression[];
  readonly takes: readonly Take[];
  readonly asks: readonly Template[];
  readonly answer: Answer | undefined;
  readonly choices: Choices | undefined;
  readonly claims: readonly Claim[];
  readonly reasons: readonly Template[];
  readonly naming: readonly Naming[];
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface Binder {
  readonly kind: EntityKind;
  readonly order: 'one' | 'set' | 'ordered';
  readonly entities: readonly Entity[];
  readonly inVocabulary: boolean;
}
export interface Let {
  readonly name: string;
  readonly value: Expression;
}
export interface Answer {
  readonly value: Expression;
  readonly as: Template | undefined;
}
export type Choices =
  | { readonly kind: 'entities'; readonly entities: readonly Entity[] }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'near'; readonly quantity: Quantity };
export interface Claim {
  readonly phrasings: readonly Template[];
  readonly when: Expression;
}

export interface Template {
  readonly parts: readonly TemplatePart[];
  readonly raw: string;
  readonly span: Span;
}
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hole'; readonly value: Expression; readonly format: HoleFormat };
export type HoleFormat = 'plain' | 'm' | 'cm' | 'signed' | 'xyz' | 'plural';

/** How an object may be named in a task, after the leak analysis; objects of one group share a strategy. */
export interface Naming {
  readonly entity: Entity;
  /** Index of the first entity of the group in the task's `for` line. */
  readonly group: number;
  readonly strategies: readonly Strategy[];
  /** Categories that the task counts: a noun must not be one of them. */
  readonly counted: readonly Expression[];
  /** True where the answer tells what the thing is: a noun would be the answer. */
  readonly nameless: boolean;
}
export type Strategy =
  | { readonly kind: 'category' | 'box' }
  | { readonly kind: 'position'; readonly superlatives: readonly Superlative[] };
export type { StrategyName };

/** In whole units of the compared dimension. Both 0: exact. */
export interface Margin {
  readonly absolute: number;
  readonly relativePpm: number;
}

export type Viewer =
  | { readonly kind: 'camera' | 'world' }
  | { readonly kind: 'entity'; readonly at: Entity; readonly toward: Entity | undefined };

export type Expression = { readonly type: Type; readonly span: Span } & Form;

export type Form =
  | { readonly kind: 'number'; readonly whole: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'enumeration'; readonly value: string }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'let'; readonly let: Let }
  | { readonly kind: 'fact'; readonly entity: Entity; readonly fact: Fact }
  | { readonly kind: 'component'; readonly of: Expression; readonly component: Component }
  | { readonly kind: 'extents'; readonly entity: Entity }
  | { readonly kind: 'extent'; readonly entity: Entity; readonly component: Component }
  | { readonly kind: 'distance'; readonly from: Entity; readonly to: Entity }
  | { readonly kind: 'sector'; readonly sector: SectorName; readonly of: Expression }
  | { readonly kind: 'abs'; readonly of: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'view'; readonly of: Expression; readonly frame: Frame; readonly viewer: Viewer }
  | { readonly kind: 'agree'; readonly conditions: readonly Expression[] }
  | { readonly kind: 'less'; readonly left: Expression; readonly right: Expression; readonly margin: Margin }
  | { readonly kind: 'about'; readonly left: Expression; readonly right: Expression; readonly margin: Margin }
  | {
      readonly kind: 'exact';
      readonly operator: '<' | '<=' | '=' | '!=';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'called'; readonly thing: Entity; readonly category: Expression }
  | { readonly kind: 'relation'; readonly relation: Relation; readonly left: Entity; readonly right: Entity }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly consequent: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly kind: 'pick';
      readonly variable: Entity;
      readonly members: readonly Entity[];
      readonly by: Expression;
      readonly most: 'least' | 'greatest';
      readonly margin: Margin;
    }
  | {
      readonly kind: 'count';
      readonly other: boolean;
      readonly variable: Entity;
      readonly where: Expression;
      /** What every counted thing must be called. */
      readonly categories: readonly Expression[];
    }
  | { readonly kind: 'error' };
