/** Bound expressions: names are what they stand for, members of sets are listed. No types yet. */
import type { Span } from '../../diagnostics/span.js';
import type { DegreeWords, Fact } from '../../std/facts.js';
import type { FunctionName } from '../../std/functions.js';
import type { Unit } from '../../types/unit.js';
import type { RelationDefinition } from './recipe.js';
import type { Entity, Orders, ValueLet } from './task.js';

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly unit: Unit | undefined; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'entity'; readonly entity: Entity; readonly span: Span }
  | { readonly kind: 'let'; readonly let: ValueLet; readonly span: Span }
  | { readonly kind: 'camera'; readonly span: Span }
  | { readonly kind: 'unknown'; readonly span: Span }
  /** The option that a claim of choices prints. */
  | { readonly kind: 'option'; readonly span: Span }
  /** Members of a set or of one of its orders. */
  | { readonly kind: 'list'; readonly members: readonly Entity[]; readonly span: Span }
  | Orders
  | { readonly kind: 'tuple'; readonly items: readonly Expression[]; readonly span: Span }
  /** A finite binder where a value stands: `{r}`, `{m:superlative}`. */
  | { readonly kind: 'words'; readonly words: FiniteWords; readonly span: Span }
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
      readonly operator: 'not' | '-' | 'exactly' | 'known';
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
  | {
      readonly kind: 'blocks';
      readonly blocker: Expression;
      readonly hidden: Expression;
      readonly eye: Place;
      readonly span: Span;
    }
  | Pick
  | PickOrder
  | Sort
  /** How many of the conditions are true. */
  | { readonly kind: 'tally'; readonly conditions: readonly Expression[]; readonly span: Span }
  | Count
  /** The body of a fact that a column gives. */
  | { readonly kind: 'own column'; readonly entity: Entity; readonly fact: Fact; readonly span: Span }
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
/** A bound thing, or the origin of the camera's frame. */
export type Place = Entity | 'camera';
export type Turned = 'left' | 'right' | 'around';
export type Viewer =
  | { readonly kind: 'camera' | 'world' }
  | {
      readonly kind: 'entity';
      readonly at: Place;
      readonly toward: Place | undefined;
      readonly turned: Turned | undefined;
    };
/** What a finite binder says of itself. */
export type FiniteWords =
  | { readonly kind: 'plain'; readonly text: string }
  /** Between `{a} is ` and ` {b}`. */
  | { readonly kind: 'relation'; readonly text: string }
  | { readonly kind: 'measure'; readonly words: DegreeWords | undefined; readonly name: string };

/** The member with the least (or k-th least) value; one value per member. */
export interface Pick {
  readonly kind: 'pick';
  readonly members: readonly Entity[];
  readonly by: readonly Expression[];
  readonly rank: number | undefined;
  readonly most: 'least' | 'greatest';
  readonly span: Span;
}
/** The order of the members with the least value; one value per permutation, in lexicographic order. */
export interface PickOrder {
  readonly kind: 'pick order';
  readonly members: readonly Entity[];
  readonly by: readonly Expression[];
  readonly most: 'least' | 'greatest';
  readonly span: Span;
}
export interface Sort {
  readonly kind: 'sort';
  readonly members: readonly Entity[];
  readonly by: readonly Expression[];
  readonly most: 'least' | 'greatest';
  readonly span: Span;
}
/** Over the candidates of the scene. */
export interface Count {
  readonly kind: 'count';
  readonly quantifier: 'count' | 'any' | 'all';
  readonly other: boolean;
  /** What was picked from the scene before: `other` leaves it out, like what `for` binds. */
  readonly picked: readonly Entity[];
  readonly variable: Entity;
  readonly where: Expression;
  /** Of `all`: what holds of each. */
  readonly holds: Expression | undefined;
  readonly range: Span;
  readonly span: Span;
}
export interface ScenePick {
  readonly other: boolean;
  /** What was picked from the scene before: `other` leaves it out, like what `for` binds. */
  readonly picked: readonly Entity[];
  readonly variable: Entity;
  readonly where: Expression;
  readonly most: 'least' | 'greatest';
  readonly by: Expression;
  readonly range: Span;
  readonly span: Span;
}
