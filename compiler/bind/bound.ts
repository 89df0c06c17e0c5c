/**
 * The bound tree: every name is what it stands for. No types yet; settings are numbers in whole units.
 */
import type { Span } from '../diagnostics/span.js';
import type { DegreeWords, Fact } from '../std/facts.js';
import type { EnumerationName, FunctionName } from '../std/functions.js';
import type { SourceName } from '../std/operators.js';
import type { StrategyName } from '../std/references.js';
import type { EntityKind } from '../types/type.js';
import type { Unit } from '../types/unit.js';

export interface Recipe {
  readonly file: string;
  readonly sources: readonly SourceUse[];
  readonly settings: Settings;
  /** In the order of definition: each sees those before it. */
  readonly definitions: readonly (FactDefinition | RelationDefinition)[];
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
  readonly formats: Formats | undefined;
  readonly balance: Balance;
  readonly mix: Mix | undefined;
  /** Cumulated shares in millionths: a draw below the first is `train`, and so on. Empty: all is `train`. */
  readonly split: readonly { readonly name: string; readonly belowPpm: number }[];
}

/** By what questions are balanced: their answers, those and the words that tell of them, or not at all. */
export type Balance = 'answers' | 'words' | 'none';

/** Shares in millionths of open, choice and claim; undefined shares: even. */
export interface Formats {
  readonly all: boolean;
  readonly ppm: Readonly<Record<FormatName, number>> | undefined;
}
export type FormatName = 'open' | 'choice' | 'claim';

export interface Mix {
  readonly levels: readonly { readonly level: number; readonly sharePpm: number }[];
  readonly total: number | undefined;
}

/** A relation's two sides are objects, its words are its name. */
export interface RelationDefinition {
  readonly kind: 'relation';
  readonly name: string;
  readonly left: Entity;
  readonly right: Entity;
  /** Texts, and where the two sides stand. */
  readonly says: readonly SaysPart[] | undefined;
  readonly body: Expression;
  readonly span: Span;
}
export type SaysPart = { readonly text: string; readonly span: Span } | 'left' | 'right';

/** A fact of an object, defined by others. */
export interface FactDefinition {
  readonly kind: 'fact';
  readonly name: string;
  readonly parameter: Entity;
  readonly words: DegreeWords | undefined;
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
  readonly variable: Entity;
  readonly where: Expression;
  /** Of `all`: what holds of each. */
  readonly holds: Expression | undefined;
  readonly range: Span;
  readonly span: Span;
}
export interface ScenePick {
  readonly other: boolean;
  readonly variable: Entity;
  readonly where: Expression;
  readonly most: 'least' | 'greatest';
  readonly by: Expression;
  readonly range: Span;
  readonly span: Span;
}
