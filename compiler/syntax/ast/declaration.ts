/** The AST of declarations: sources, settings, definitions and levels. Shares may be missing; nothing is checked yet. */
import type { Span } from '../../diagnostics/span.js';
import type { Argument, Call, Expression, Name, NumberLiteral } from './expression.js';
import type { Task } from './task.js';
import type { Template } from './template.js';

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

/** `perceive photos { points = moge2() }` */
export interface Perceive {
  readonly source: Name;
  readonly roles: readonly PerceivedRole[];
  readonly span: Span;
}
/** `objects = owlv2(labels: "indoor.txt") then slimsam()` */
export interface PerceivedRole {
  readonly role: Name;
  readonly operators: readonly OperatorCall[];
  readonly span: Span;
}
export interface OperatorCall {
  readonly callee: Name;
  readonly arguments: readonly OperatorArgument[];
  readonly span: Span;
}
/** What a source or an operator is given; of an operator it may be a range. */
export interface OperatorArgument extends Omit<Argument, 'value'> {
  readonly value: Expression | ValueRange;
}
/** `30% .. 50%` */
export interface ValueRange {
  readonly kind: 'range';
  readonly low: Expression;
  readonly high: Expression;
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

/** `balance by words` · `balance by answers` · `balance none` */
export interface BalanceSetting {
  readonly by: 'answers' | 'words' | undefined;
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
