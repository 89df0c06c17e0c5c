/**
 * The bound tree: every name is what it stands for. No types yet; settings are numbers in whole units.
 */
import type { Span } from '../diagnostics/span.js';
import type { FunctionName } from '../std/functions.js';
import type { SourceName } from '../std/operators.js';
import type { StrategyName } from '../std/references.js';
import type { EntityKind } from '../types/type.js';
import type { Unit } from '../types/unit.js';

export interface Recipe {
  readonly file: string;
  readonly sources: readonly SourceUse[];
  readonly settings: Settings;
  readonly relations: readonly RelationDefinition[];
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
export type ArgumentValue = string | number | boolean;

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
}

/** A relation's two sides are objects, its words are its name. */
export interface RelationDefinition {
  readonly name: string;
  readonly left: Entity;
  readonly right: Entity;
  readonly says: string | undefined;
  readonly body: Expression;
  readonly span: Span;
}

export interface Level {
  readonly number: number;
  readonly title: string;
  readonly tasks: readonly Task[];
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
  /** Strategies for all entities, and for single ones. */
  readonly refer: readonly StrategyName[];
  readonly referOf: ReadonlyMap<string, readonly StrategyName[]>;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** A bound thing; its name is unique in its task. */
export interface Entity {
  readonly name: string;
  readonly kind: EntityKind;
  readonly role: 'bound' | 'member' | 'parameter';
  readonly span: Span;
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
  readonly span: Span;
}
export interface Take {
  readonly count: number;
  readonly per: 'scene' | 'object';
}
export interface Answer {
  readonly value: Expression;
  readonly as: Template | undefined;
  readonly span: Span;
}
export type Choices =
  | { readonly kind: 'listed'; readonly options: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'near'; readonly value: Expression; readonly span: Span };
export interface Claim {
  readonly phrasings: readonly Template[];
  readonly when: Expression;
  readonly span: Span;
}
export interface Template {
  readonly parts: readonly TemplatePart[];
  readonly raw: string;
  /** False where a part could not be read; that has been told. */
  readonly complete: boolean;
  readonly span: Span;
}
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'hole'; readonly value: Expression; readonly format: string | undefined; readonly span: Span };

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly unit: Unit | undefined; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'entity'; readonly entity: Entity; readonly span: Span }
  | { readonly kind: 'let'; readonly let: Let; readonly span: Span }
  | { readonly kind: 'enumeration'; readonly value: string; readonly span: Span }
  | {
      readonly kind: 'member';
      readonly of: Expression;
      readonly name: string;
      readonly nameSpan: Span;
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly callee: FunctionName;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  | {
      readonly kind: 'unary';
      readonly operator: 'not' | '-' | 'exactly';
      readonly operand: Expression;
      readonly span: Span;
    }
  | Binary
  | {
      readonly kind: 'between';
      readonly value: Expression;
      readonly low: Expression;
      readonly high: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'called'; readonly thing: Expression; readonly category: Expression; readonly span: Span }
  | {
      readonly kind: 'relation';
      readonly relation: RelationDefinition;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'from'; readonly value: Expression; readonly viewer: Viewer; readonly span: Span }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly consequent: Expression;
      readonly otherwise: Expression;
      readonly span: Span;
    }
  | Pick
  | Count
  /** What could not be bound; already told. */
  | { readonly kind: 'error'; readonly span: Span };

export interface Binary {
  readonly kind: 'binary';
  readonly operator: 'or' | 'and' | '<' | '>' | '<=' | '>=' | '=' | '!=' | 'is about' | '+' | '-' | '*' | '/';
  readonly left: Expression;
  readonly right: Expression;
  readonly by: Expression | undefined;
  readonly span: Span;
}
export type Viewer =
  | { readonly kind: 'camera' | 'world' }
  | { readonly kind: 'entity'; readonly at: Entity; readonly toward: Entity | undefined };
export interface Pick {
  readonly kind: 'pick';
  readonly variable: Entity;
  readonly members: readonly Entity[];
  readonly most: 'least' | 'greatest';
  readonly by: Expression;
  readonly span: Span;
}
export interface Count {
  readonly kind: 'count';
  readonly other: boolean;
  readonly variable: Entity;
  readonly where: Expression;
  readonly span: Span;
}
