/**
 * The AST: what was written, nothing resolved. Every node carries its span.
 * Names are words here; what they mean is found by `bind`, what type they have by `check`.
 */
import type { Span } from '../diagnostics/span.js';

export interface Name {
  readonly text: string;
  readonly span: Span;
}

export interface Recipe {
  readonly file: string;
  readonly span: Span;
  readonly sources: readonly SourceDeclaration[];
  readonly seed: SeedSetting | undefined;
  readonly margin: MarginSetting | undefined;
  readonly units: UnitsSetting | undefined;
  readonly refer: ReferSetting | undefined;
  readonly relations: readonly RelationDeclaration[];
  readonly levels: readonly Level[];
  readonly emits: readonly Call[];
}

/** `source rooms = rooms(200, seed: 7)` */
export interface SourceDeclaration {
  readonly kind: 'source';
  readonly name: Name;
  readonly call: Call;
  readonly span: Span;
}

/** `seed 7` */
export interface SeedSetting {
  readonly value: number;
  readonly span: Span;
}

/** `margin length 10 cm or 10%, angle 15 deg` */
export interface MarginSetting {
  readonly parts: readonly MarginPart[];
  readonly span: Span;
}
export interface MarginPart {
  readonly dimension: Name;
  readonly absolute: NumberLiteral | undefined;
  readonly relative: NumberLiteral | undefined;
  readonly span: Span;
}

/** `units metric, imperial 20%` */
export interface UnitsSetting {
  readonly parts: readonly { readonly system: Name; readonly share: NumberLiteral | undefined }[];
  readonly span: Span;
}

/** `refer by category, position, box`; inside a task `refer a by box` names one entity. */
export interface ReferSetting {
  readonly entity: Name | undefined;
  readonly strategies: readonly Name[];
  readonly span: Span;
}

/** `relation (a: object) left of (b: object) says "{a} is to the left of {b}" = …` */
export interface RelationDeclaration {
  readonly kind: 'relation';
  readonly left: Name;
  readonly right: Name;
  /** What the two sides are, as written: `object`. */
  readonly kinds: readonly Name[];
  readonly words: readonly Name[];
  readonly says: Template | undefined;
  readonly body: Expression;
  readonly span: Span;
}

/** `level 2 "Relations" { … }` */
export interface Level {
  readonly number: number;
  readonly title: string;
  readonly tasks: readonly Task[];
  readonly span: Span;
}

export interface Task {
  readonly name: Name;
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
  readonly refers: readonly ReferSetting[];
  readonly span: Span;
}

/** `object a` · `objects {a, b}` (a set: a drawn order) · `objects (a, b)` (ordered) · `pixel p` · `category c in vocabulary` */
export interface Binder {
  readonly entity: 'object' | 'pixel' | 'category';
  readonly order: 'one' | 'set' | 'ordered';
  readonly names: readonly Name[];
  /** Categories only: the vocabulary the source is exhaustive for, or those in the picture. */
  readonly inVocabulary: boolean;
  readonly span: Span;
}

/** `let d = distance(a, b)` */
export interface Let {
  readonly name: Name;
  readonly value: Expression;
  readonly span: Span;
}

/** `take 4 per scene` */
export interface Take {
  readonly count: number;
  readonly per: Name;
  readonly span: Span;
}

/** `answer d` or `answer p.position as "{p.position:xyz}"` */
export interface Answer {
  readonly value: Expression;
  readonly as: Template | undefined;
  readonly span: Span;
}

/** `choices a, b` · `choices front, right, back, left` · `choices near d` */
export type Choices =
  | { readonly kind: 'listed'; readonly options: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'near'; readonly value: Expression; readonly span: Span };

/** `claim "{a} is taller than {b}." "…" when a.height > b.height` */
export interface Claim {
  readonly phrasings: readonly Template[];
  readonly when: Expression;
  readonly span: Span;
}

/** Text with holes: `"How far is {a} from {b}?"`. */
export interface Template {
  readonly parts: readonly TemplatePart[];
  /** The text between the quotes, escapes resolved. */
  readonly raw: string;
  /** False where a part could not be read; that has been told. */
  readonly complete: boolean;
  readonly span: Span;
}
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'hole'; readonly value: Expression; readonly format: Name | undefined; readonly span: Span };

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
  | If
  | Pick
  | Count;

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
/** `not p`, `-x`; `exactly x < y` switches the margin off for the comparison it stands before. */
export interface Unary {
  readonly kind: 'unary';
  readonly operator: 'not' | '-' | 'exactly';
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
  readonly span: Span;
}
export interface If {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly consequent: Expression;
  readonly otherwise: Expression;
  readonly span: Span;
}
/** `the x in {a, b} with greatest x.height` */
export interface Pick {
  readonly kind: 'pick';
  readonly variable: Name;
  readonly members: readonly Name[];
  readonly most: 'least' | 'greatest';
  readonly by: Expression;
  readonly span: Span;
}
/** `count(other object x where x called c and x left of a)` */
export interface Count {
  readonly kind: 'count';
  readonly other: boolean;
  /** What is counted, as written: `object`. */
  readonly entity: Name;
  readonly variable: Name;
  readonly where: Expression;
  readonly span: Span;
}
