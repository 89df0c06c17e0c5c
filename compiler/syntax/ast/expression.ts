/**
 * The AST of values and conditions: what was written, with its span. A name is a word here; `bind` finds what it means.
 */
import type { Span } from '../../diagnostics/span.js';

export interface Name {
  readonly text: string;
  readonly span: Span;
}

export type Expression =
  | NumberLiteral
  | TextLiteral
  | BooleanLiteral
  | NameExpression
  | Member
  | Call
  | Unary
  | Binary
  | Between
  | Relation
  | From
  | Pose
  | If
  | Pick
  | Sort
  | Quantifier
  | SetExpression
  | Tuple
  | { readonly kind: 'unknown'; readonly span: Span };

/** `30 cm`, `10%`, `3` */
export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
  readonly unit: Name | undefined;
  readonly span: Span;
}
export interface TextLiteral {
  readonly kind: 'text';
  readonly value: string;
  /** True where braces stand in it as they are: a word has no holes. */
  readonly braces: boolean;
  readonly span: Span;
}
export interface BooleanLiteral {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly span: Span;
}
export interface NameExpression {
  readonly kind: 'name';
  readonly name: Name;
  readonly span: Span;
}
/** `a.height`, `v.right` */
export interface Member {
  readonly kind: 'member';
  readonly of: Expression;
  readonly name: Name;
  readonly span: Span;
}
/** `not p`, `-x`; `exactly x < y` switches the margin off for the comparison it stands before; `known x` is never unknown. */
export interface Unary {
  readonly kind: 'unary';
  readonly operator: 'not' | '-' | 'exactly' | 'known';
  readonly operand: Expression;
  readonly span: Span;
}
export type BinaryOperator = 'or' | 'and' | '<' | '>' | '<=' | '>=' | '=' | '!=' | 'is about' | '+' | '-' | '*' | '/';
/** `by` (comparisons only): `x < y by 30%` overrides the margin. */
export interface Binary {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly by: Expression | undefined;
  readonly span: Span;
}
/** `d in 20 cm .. 20 m` */
export interface Between {
  readonly kind: 'between';
  readonly value: Expression;
  readonly low: Expression;
  readonly high: Expression;
  readonly span: Span;
}
/** `a left of b`, `x called c` */
export interface Relation {
  readonly kind: 'relation';
  readonly left: Expression;
  readonly words: readonly Name[];
  readonly right: Expression;
  readonly span: Span;
}
/** `b.position from a`, `c.position from a toward b`, `p from world` */
export interface From {
  readonly kind: 'from';
  readonly value: Expression;
  readonly viewer: Name;
  readonly toward: Name | undefined;
  /** `turned right`: left, right or around. */
  readonly turned: Name | undefined;
  readonly span: Span;
}
/** `a at p toward b turned left`: a thing as it would be if it stood elsewhere. */
export interface Pose {
  readonly kind: 'pose';
  readonly thing: Expression;
  readonly at: Name;
  readonly toward: Name | undefined;
  readonly turned: Name | undefined;
  readonly span: Span;
}
export interface If {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly consequent: Expression;
  readonly otherwise: Expression;
  readonly span: Span;
}
/** `{a, b}` · `xs` (only where a set is meant) · `orders of xs` */
export type SetExpression =
  | { readonly kind: 'set'; readonly members: readonly Name[]; readonly span: Span }
  | { readonly kind: 'set name'; readonly name: Name; readonly span: Span }
  | { readonly kind: 'orders'; readonly of: SetExpression; readonly span: Span };

/** What a variable ranges over: `x in xs`, or `other object x`; `where` narrows it. */
export interface Range {
  readonly variable: Name;
  readonly over:
    | { readonly kind: 'set'; readonly set: SetExpression }
    /** The scene's objects; what they are, as written: `object`. */
    | { readonly kind: 'scene'; readonly entity: Name; readonly other: boolean };
  readonly where: Expression | undefined;
  readonly span: Span;
}

/** `the x in {a, b} with greatest x.height` · `the x in xs with rank 2 least x.depth` */
export interface Pick {
  readonly kind: 'pick';
  readonly range: Range;
  readonly rank: Expression | undefined;
  readonly most: 'least' | 'greatest';
  readonly by: Expression;
  readonly span: Span;
}
/** `sort x in xs by least x.depth` */
export interface Sort {
  readonly kind: 'sort';
  readonly variable: Name;
  readonly set: SetExpression;
  readonly most: 'least' | 'greatest';
  readonly by: Expression;
  readonly span: Span;
}
/** `count(other object x where x called c and x left of a)` · `any(x in xs where p)` · `all(x in xs, p)` */
export interface Quantifier {
  readonly kind: 'quantifier';
  readonly quantifier: 'count' | 'any' | 'all';
  readonly range: Range;
  /** Of `all`: what holds of each. */
  readonly holds: Expression | undefined;
  readonly span: Span;
}
/** `(d1, d2)`: an answer of several values. */
export interface Tuple {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
  readonly span: Span;
}

/** `distance(a, b)`, `rooms(200, seed: 7)` */
export interface Call {
  readonly kind: 'call';
  readonly callee: Name;
  readonly arguments: readonly Argument[];
  readonly span: Span;
}
export interface Argument {
  readonly name: Name | undefined;
  readonly value: Expression;
  readonly span: Span;
}
