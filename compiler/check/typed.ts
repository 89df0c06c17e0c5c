/**
 * The typed tree: every expression has a type, every comparison its margin, every literal is in whole units.
 * `a > b` is `b < a`, `x in lo .. hi` is two comparisons: later stages see fewer forms.
 */
import type {
  Balance,
  Emit,
  Entity,
  Finite,
  FiniteWords,
  Formats,
  Perception,
  Place,
  Pose,
  SaysPart,
  Settings,
  SourceUse,
  Take,
  Turned,
} from '../bind/bound.js';
import type { Span } from '../diagnostics/span.js';
import type { DegreeWords, Fact } from '../std/facts.js';
import type { SectorName } from '../std/functions.js';
import type { LexiconGroup } from '../std/lexicon.js';
import type { SizeSuperlative, StrategyName, Superlative } from '../std/references.js';
import type { Component, Frame } from '../types/frame.js';
import type { EntityKind, Quantity, Type } from '../types/type.js';

export type {
  Balance,
  Emit,
  Entity,
  Finite,
  FiniteWords,
  Formats,
  Perception,
  Place,
  Pose,
  Settings,
  SourceUse,
  Take,
  Turned,
};

export interface Recipe {
  readonly file: string;
  readonly sources: readonly SourceUse[];
  readonly perceptions: readonly Perception[];
  readonly settings: Settings;
  readonly facts: readonly UserFact[];
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
  readonly says: readonly SaysPart[] | undefined;
  readonly body: Expression;
}

/** A fact that a recipe or the library defines by others. */
export interface UserFact {
  readonly name: string;
  readonly parameter: Entity;
  readonly words: DegreeWords | undefined;
  readonly body: Expression;
}

export interface Task {
  readonly name: string;
  readonly title: string | undefined;
  readonly binders: readonly Binder[];
  readonly finite: readonly Finite[];
  /** At least one; all have the same formats, and as many phrasings, claims and steps. */
  readonly bodies: readonly [Body, ...Body[]];
  readonly takes: readonly Take[];
  readonly formats: Formats | undefined;
  readonly balance: Balance;
  readonly weight: number;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** What a task says, finite binders put in. */
export interface Body {
  readonly values: readonly number[];
  /** Members of each drawn set, by the binder's place in the `for` line. */
  readonly sizes: ReadonlyMap<number, number>;
  readonly about: string;
  readonly lets: readonly Let[];
  readonly wheres: readonly Expression[];
  readonly asks: readonly Template[];
  readonly answer: Answer | undefined;
  readonly choices: Choices | undefined;
  readonly claims: readonly Claim[];
  readonly reasons: readonly Step[];
  readonly naming: readonly Naming[];
}

export interface Binder {
  readonly kind: EntityKind;
  readonly order: 'one' | 'set' | 'ordered' | 'drawn';
  readonly entities: readonly Entity[];
  readonly size: { readonly least: number; readonly most: number } | undefined;
  readonly inVocabulary: boolean;
  readonly onFloor: boolean;
}
export type Let =
  | { readonly kind: 'value'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'entity'; readonly name: string; readonly entity: Entity; readonly pick: ScenePick };
export type ValueLet = Extract<Let, { kind: 'value' }>;
/** Among the candidates of the scene, the one with the least value. */
export interface ScenePick {
  readonly other: boolean;
  /** What was picked from the scene before: `other` leaves it out, like what `for` binds. */
  readonly picked: readonly Entity[];
  readonly variable: Entity;
  readonly where: Expression;
  readonly categories: readonly Expression[];
  readonly by: Expression;
  readonly most: 'least' | 'greatest';
  readonly margin: Margin;
}
export interface Answer {
  readonly value: Expression;
  readonly as: Template | undefined;
}
export type Choices =
  /** `format`: of categories, as the answer has it: `answer c as "{c:plural}"`. */
  | { readonly kind: 'entities'; readonly entities: readonly Entity[]; readonly format: HoleFormat }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'near'; readonly quantity: Quantity }
  /** The right value and some that it excludes, by their numbers. */
  | {
      readonly kind: 'some values';
      readonly count: number;
      readonly values: readonly string[];
      readonly excluded: readonly (readonly number[])[];
    }
  /** The right order and some others, drawn; or all of them. */
  | { readonly kind: 'orders'; readonly count: number; readonly drawn: boolean; readonly members: readonly Entity[] }
  | { readonly kind: 'statements'; readonly count: number; readonly statements: readonly Statement[] };
export interface Statement {
  readonly relation: Expression;
  readonly says: Template;
}
export interface Claim {
  readonly phrasings: readonly Phrasing[];
  /** Undefined: `of choices`, true where the printed option is right. */
  readonly when: Expression | undefined;
  /** A question that is answered by Yes or No. */
  readonly question: boolean;
}
export interface Phrasing {
  readonly template: Template;
  /** It says the contrary. */
  readonly negated: boolean;
}
export interface Step {
  readonly say: Template;
  readonly when: Expression | undefined;
}

export interface Template {
  readonly parts: readonly TemplatePart[];
  readonly raw: string;
  readonly span: Span;
}
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'hole';
      readonly value: Expression;
      /** The category that is counted, in `{n c}`. */
      readonly noun: Entity | undefined;
      readonly format: HoleFormat;
    };
export const holeFormats = [
  ...(['plain', 'm', 'cm', 'signed', 'words', 'xyz', 'box', 'list', 'plural', 'article', 'ordinal', 'are'] as const),
  ...(['adjective', 'comparative', 'superlative', 'lesser', 'least'] as const),
] as const;
export type HoleFormat = (typeof holeFormats)[number];

/** How an object may be named in a body, after the leak analysis; objects of one group share a strategy. */
export interface Naming {
  readonly entity: Entity;
  /** Index of the first entity of the group among those that the body names. */
  readonly group: number;
  /** What `refer by` asks for, in its order. */
  readonly wanted: readonly StrategyName[];
  readonly strategies: readonly Strategy[];
  /** What `refer by` asked for in vain. */
  readonly refused: readonly Refusal[];
  /** Categories that the body counts: a noun must not be one of them. */
  readonly counted: readonly Expression[];
  /** True where the answer tells what the thing is: a noun would be the answer. */
  readonly nameless: boolean;
}
export type Strategy =
  | { readonly kind: 'category' | 'box' }
  | { readonly kind: 'position'; readonly superlatives: readonly Superlative[]; readonly ordinal: boolean }
  | { readonly kind: 'size'; readonly superlatives: readonly SizeSuperlative[] }
  /** To a landmark, in the order in which they are tried. */
  | { readonly kind: 'relation'; readonly relations: readonly Relation[] }
  /** No word of these groups may stand in it. */
  | { readonly kind: 'caption'; readonly without: readonly LexiconGroup[] };
export interface Refusal {
  readonly strategy: StrategyName;
  /** `leftmost`, `left of`, or the strategy itself. */
  readonly name: string;
  readonly because: string;
}
export type { StrategyName };

/** In whole units of the compared dimension. Both 0: exact. */
export interface Margin {
  readonly absolute: number;
  readonly relativePpm: number;
}

export type Viewer =
  | { readonly kind: 'camera' | 'world' }
  | {
      readonly kind: 'entity';
      readonly at: Place;
      readonly toward: Place | undefined;
      readonly turned: Turned | undefined;
    };

export type Expression = { readonly type: Type; readonly span: Span } & Form;

export type Form =
  | { readonly kind: 'number'; readonly whole: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'enumeration'; readonly value: string }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'let'; readonly let: ValueLet }
  | { readonly kind: 'unknown' }
  /** The option that a claim of choices prints. */
  | { readonly kind: 'option' }
  /** What a finite binder says of itself; the format picks one of its words. */
  | { readonly kind: 'words'; readonly words: FiniteWords }
  | { readonly kind: 'list'; readonly members: readonly Entity[] }
  | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
  | { readonly kind: 'fact'; readonly entity: Entity; readonly fact: Fact }
  | { readonly kind: 'user fact'; readonly entity: Entity; readonly fact: UserFact }
  | { readonly kind: 'component'; readonly of: Expression; readonly component: Component }
  | { readonly kind: 'extents'; readonly entity: Entity }
  | { readonly kind: 'extent'; readonly entity: Entity; readonly component: Component }
  | { readonly kind: 'distance'; readonly from: Place; readonly to: Place }
  | { readonly kind: 'gap'; readonly from: Entity; readonly to: Entity }
  | { readonly kind: 'footprint'; readonly entity: Entity }
  | { readonly kind: 'overlap'; readonly of: Entity; readonly over: Entity }
  | { readonly kind: 'blocks'; readonly blocker: Entity; readonly hidden: Entity; readonly eye: Place }
  | { readonly kind: 'angle'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'axis'; readonly entity: Entity }
  /** A vector divided by its length. */
  | { readonly kind: 'unit'; readonly of: Expression }
  /** From each to the next; from the start, if there is one, to the first. Without an order as they are listed. */
  | {
      readonly kind: 'path';
      readonly from: Place | undefined;
      readonly members: readonly Entity[];
      readonly order: Expression | undefined;
    }
  | { readonly kind: 'length'; readonly of: Expression }
  /** `words(v)` */
  | { readonly kind: 'direction words'; readonly of: Expression; readonly frame: Frame }
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
  | { readonly kind: 'not' | 'known'; readonly of: Expression }
  | { readonly kind: 'called'; readonly thing: Entity; readonly category: Expression }
  | { readonly kind: 'relation'; readonly relation: Relation; readonly left: Entity; readonly right: Entity }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly consequent: Expression;
      readonly otherwise: Expression;
    }
  /** One value per member; `rank` 1 is the least (or greatest). */
  | {
      readonly kind: 'pick';
      readonly members: readonly Entity[];
      readonly by: readonly Expression[];
      readonly rank: number;
      readonly most: 'least' | 'greatest';
      readonly margin: Margin;
    }
  /** One value per permutation of the members, in lexicographic order. */
  | {
      readonly kind: 'pick order';
      readonly members: readonly Entity[];
      readonly by: readonly Expression[];
      readonly most: 'least' | 'greatest';
      readonly margin: Margin;
    }
  | {
      readonly kind: 'sort';
      readonly members: readonly Entity[];
      readonly by: readonly Expression[];
      readonly most: 'least' | 'greatest';
      readonly margin: Margin;
    }
  /** How many of the conditions are true. */
  | { readonly kind: 'tally'; readonly conditions: readonly Expression[] }
  | Counting
  /** `any`: the count is not 0; `all`: the count of those for which it does not hold is 0. */
  | { readonly kind: 'exists'; readonly negated: boolean; readonly count: Counting }
  | { readonly kind: 'error' };

/** Candidates of the scene for which the condition holds. */
export interface Counting {
  readonly kind: 'count';
  readonly other: boolean;
  /** What was picked from the scene before: `other` leaves it out, like what `for` binds. */
  readonly picked: readonly Entity[];
  readonly variable: Entity;
  readonly where: Expression;
  /** What every counted thing must be called. */
  readonly categories: readonly Expression[];
}
