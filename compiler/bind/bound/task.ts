/** The bound task: what its lines say, body by body, with finite binders put in. */
import type { Span } from '../../diagnostics/span.js';
import type { EnumerationName } from '../../std/functions.js';
import type { StrategyName } from '../../std/references.js';
import type { EntityKind } from '../../types/type.js';
import type { Expression, Place, ScenePick, Turned } from './expression.js';
import type { Balance, FormatName, Formats } from './recipe.js';

export interface Task {
  readonly name: string;
  readonly title: string | undefined;
  readonly binders: readonly Binder[];
  readonly finite: readonly Finite[];
  /** One per combination of what finite binders stand for and of how many a drawn set has, the last fastest. */
  readonly bodies: readonly Body[];
  readonly takes: readonly Take[];
  readonly formats: Formats | undefined;
  /** Undefined: as the recipe says. */
  readonly balance: Balance | undefined;
  readonly weight: number;
  /** Where the weight is written, if it is. */
  readonly weightSpan: Span | undefined;
  /** Where `formats` of the task gives a format its share. */
  readonly formatSpans: Readonly<Partial<Record<FormatName, Span>>>;
  /** True where a part of it could not be read or bound; that has been told. */
  readonly broken: boolean;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** `measure m in (height, width)`: its name and the words of its values. */
export interface Finite {
  readonly name: string;
  readonly values: readonly string[];
  readonly span: Span;
}

/** What a task says, with finite binders put in. */
export interface Body {
  /** Index of each finite binder's value, and the size of each drawn set, in the order of the `for` line. */
  readonly values: readonly number[];
  readonly sizes: ReadonlyMap<Binder, number>;
  /** For messages: `m = height`. */
  readonly about: string;
  readonly lets: readonly Let[];
  readonly wheres: readonly Expression[];
  readonly asks: readonly Template[];
  readonly answer: Answer | undefined;
  readonly statements: readonly Statement[];
  readonly choices: Choices | undefined;
  readonly claims: readonly Claim[];
  readonly reasons: readonly Step[];
  /** Strategies for all entities, and for single ones. */
  readonly refer: readonly StrategyName[];
  readonly referOf: ReadonlyMap<string, readonly StrategyName[]>;
}

/** A bound thing; its name is unique in its task. */
export interface Entity {
  readonly name: string;
  readonly kind: EntityKind;
  /** `member`: the variable of a count or pick over the scene; `picked`: what a `let` picked from it. */
  readonly role: 'bound' | 'member' | 'parameter' | 'picked' | 'posed';
  readonly span: Span;
  /** Of what is posed. */
  readonly pose?: Pose;
}

/** A thing that stands elsewhere, its underside at the place. */
export interface Pose {
  readonly thing: Entity;
  /** The point of a pixel, or the foot of an object. */
  readonly at: Entity;
  /** Where its front then looks; without it, it keeps its turn. */
  readonly toward: Place | undefined;
  readonly turned: Turned | undefined;
}

export interface Binder {
  readonly kind: EntityKind;
  readonly order: 'one' | 'set' | 'ordered' | 'drawn';
  /** Of a drawn set, as many as it may have at most; the first are its members. */
  readonly entities: readonly Entity[];
  readonly size: { readonly least: number; readonly most: number } | undefined;
  readonly inVocabulary: boolean;
  /** Pixels only: those that show the floor. */
  readonly onFloor: boolean;
  /** The names, with the brackets around them. */
  readonly namesSpan: Span;
}

export type Let =
  | { readonly kind: 'value'; readonly name: string; readonly value: Expression; readonly span: Span }
  /** `let n = the object x where p with least f`: one more entity. */
  | {
      readonly kind: 'entity';
      readonly name: string;
      readonly entity: Entity;
      readonly pick: ScenePick;
      readonly span: Span;
    };
export type ValueLet = Extract<Let, { kind: 'value' }>;

export interface Take {
  readonly count: number;
  readonly per: 'scene' | 'object' | 'task';
  readonly span: Span;
}
export interface Answer {
  readonly value: Expression;
  readonly as: Template | undefined;
  readonly span: Span;
}
export type Choices =
  /** `yesOrNo`: what stands there is yes and no, which are no options of anything. */
  | {
      readonly kind: 'listed';
      readonly options: readonly Expression[];
      readonly yesOrNo: boolean;
      readonly span: Span;
    }
  | { readonly kind: 'near'; readonly value: Expression; readonly span: Span }
  | { readonly kind: 'drawn'; readonly count: number; readonly of: ChoiceDomain; readonly span: Span }
  | { readonly kind: 'statements'; readonly count: number; readonly span: Span };
/** `4 of facing8`, `2 of zone` (the words that a value can be), `4 of orders of xs` */
export type ChoiceDomain =
  | { readonly kind: 'enumeration'; readonly name: EnumerationName; readonly span: Span }
  | { readonly kind: 'value'; readonly value: Expression; readonly span: Span }
  | Orders
  | { readonly kind: 'error'; readonly span: Span };
export interface Orders {
  readonly kind: 'orders';
  readonly members: readonly Entity[];
  readonly span: Span;
}

export interface Claim {
  readonly phrasings: readonly Template[];
  /** Sentences that say the contrary. */
  readonly otherwise: readonly Template[];
  /** Undefined: `of choices`. */
  readonly when: Expression | undefined;
  readonly span: Span;
}

/** A relation between bound things, and how it is said. */
export interface Statement {
  readonly relation: Expression;
  readonly says: Template;
}

/** One step of a rationale. */
export interface Step {
  readonly say: Template;
  readonly when: Expression | undefined;
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
  | {
      readonly kind: 'hole';
      readonly value: Expression;
      /** `{n c}`: the category whose noun stands with the number. */
      readonly noun: Expression | undefined;
      readonly format: string | undefined;
      /** What stands between the braces, as written. */
      readonly written: string;
      readonly span: Span;
    };
