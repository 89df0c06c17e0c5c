/** The AST of a task: its binders and clauses as written, in the order in which they were written. */
import type { Span } from '../../diagnostics/span.js';
import type { BalanceSetting, FormatsSetting, ReferSetting } from './declaration.js';
import type { Expression, Name, SetExpression } from './expression.js';
import type { Template } from './template.js';

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
  readonly balance: BalanceSetting | undefined;
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
