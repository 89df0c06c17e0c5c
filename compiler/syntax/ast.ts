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
  readonly imports: readonly Import[];
  readonly uses: readonly Import[];
  readonly sources: readonly SourceDeclaration[];
  readonly seed: SeedSetting | undefined;
  readonly margin: MarginSetting | undefined;
  readonly units: UnitsSetting | undefined;
  readonly refer: ReferSetting | undefined;
  readonly formats: FormatsSetting | undefined;
  readonly mix: MixSetting | undefined;
  readonly split: SplitSetting | undefined;
  /** In the order in which they were written: a definition sees those above it. */
  readonly definitions: readonly (FactDeclaration | RelationDeclaration)[];
  readonly levels: readonly Level[];
  readonly emits: readonly Call[];
}

/** `import "levels.spq" only height` names tasks and definitions; `use "levels.spq"` takes its levels as they are. */
export interface Import {
  readonly path: string;
  readonly pathSpan: Span;
  readonly selection: { readonly how: 'only' | 'except'; readonly names: readonly Name[] } | undefined;
  readonly span: Span;
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

export interface Share {
  readonly name: Name;
  readonly share: NumberLiteral;
}

/** `formats open 40%, choice 40%, claim 20%`; `formats all`: every tuple is asked in each. */
export interface FormatsSetting {
  readonly all: boolean;
  readonly shares: readonly Share[];
  readonly span: Span;
}

/** `mix level 0 10%, level 1 30% total 100000` */
export interface MixSetting {
  readonly levels: readonly { readonly level: number; readonly share: NumberLiteral; readonly span: Span }[];
  readonly total: number | undefined;
  readonly span: Span;
}

/** `split train 98%, validation 1%, test 1%` */
export interface SplitSetting {
  readonly parts: readonly Share[];
  readonly span: Span;
}

/** `fact reach (a: object) says "far", "farther", "farthest" / "near", "nearer", "nearest" = …` */
export interface FactDeclaration {
  readonly kind: 'fact';
  readonly name: Name;
  readonly parameter: Name;
  /** What it is a fact of, as written: `object`. */
  readonly entity: Name;
  /** Adjective, comparative, superlative; of much of it, and of little. */
  readonly more: readonly string[];
  readonly less: readonly string[];
  readonly body: Expression;
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
  /** Imported tasks that stand here, by name. */
  readonly uses: readonly Name[];
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
  readonly statements: readonly Expression[];
  readonly choices: Choices | undefined;
  readonly claims: readonly Claim[];
  readonly reasons: readonly Reason[];
  readonly refers: readonly ReferSetting[];
  readonly formats: FormatsSetting | undefined;
  /** False after `balance none`. */
  readonly balance: boolean;
  readonly weight: number | undefined;
  readonly weightSpan: Span | undefined;
  /** True where a part of it could not be read; that has been told. */
  readonly broken: boolean;
  /** Names that a clause may have defined which could not be read. */
  readonly lost: readonly string[];
  readonly span: Span;
}

export type Binder = EntityBinder | FiniteBinder;

/** `object a` · `objects {a, b}` (a set: a drawn order) · `objects (a, b)` (ordered) · `objects {xs: 3..5}` (drawn) */
export interface EntityBinder {
  readonly kind: 'entities';
  readonly entity: 'object' | 'pixel' | 'category';
  readonly order: 'one' | 'set' | 'ordered' | 'drawn';
  /** Of a drawn set the one name of the set. */
  readonly names: readonly Name[];
  /** Of a drawn set: how many it has. */
  readonly size: { readonly least: number; readonly most: number } | undefined;
  /** Categories only: the vocabulary the source is exhaustive for, or those in the picture. */
  readonly inVocabulary: boolean;
  /** `place f`: a pixel that shows the floor. */
  readonly onFloor: boolean;
  /** The names, with the brackets around them. */
  readonly namesSpan: Span;
  readonly span: Span;
}

/** `relation r in (left of, right of)` · `measure m in (height, width)` · `count k in 2..4`: the task, once for each. */
export interface FiniteBinder {
  readonly kind: 'finite';
  readonly domain: 'relation' | 'measure' | 'component' | 'frame' | 'count';
  readonly name: Name;
  /** The words of each value, as written. */
  readonly values: readonly Name[];
  readonly span: Span;
}

/** `let d = distance(a, b) say "They are {d} apart."` */
export interface Let {
  readonly name: Name;
  readonly value: Expression;
  readonly say: readonly Template[];
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

/** `choices a, b` · `choices front, right, back, left` · `choices near d` · `choices 4 of facing8` · `choices statements 4` */
export type Choices =
  | { readonly kind: 'listed'; readonly options: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'near'; readonly value: Expression; readonly span: Span }
  | { readonly kind: 'drawn'; readonly count: number; readonly of: Expression; readonly span: Span }
  | { readonly kind: 'statements'; readonly count: number | undefined; readonly span: Span };

/** `claim "…" else "…" when p` · `claim "… {option} …" of choices` · `claim a left of b`, in the relation's own words */
export type Claim =
  | {
      readonly kind: 'when';
      readonly phrasings: readonly Template[];
      /** Sentences that say the contrary; empty without `else`. */
      readonly otherwise: readonly Template[];
      readonly when: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'of choices'; readonly phrasings: readonly Template[]; readonly span: Span }
  | { readonly kind: 'relation'; readonly relation: Expression; readonly span: Span };

/** `reason "…" "…" when p`: steps in order; `reason for x in xs "…"` says them of each. */
export interface Reason {
  readonly each: { readonly variable: Name; readonly set: SetExpression } | undefined;
  readonly steps: readonly { readonly say: Template; readonly when: Expression | undefined }[];
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
  | {
      readonly kind: 'hole';
      readonly value: Expression;
      /** `{n c}`: the noun that a number stands with. */
      readonly noun: Name | undefined;
      readonly format: Name | undefined;
      readonly span: Span;
    };

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
