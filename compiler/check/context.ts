/** What the checker carries along: settings, where messages go, what is in reach. */
import type { Entity, FactDefinition, RelationDefinition, Settings, ValueLet } from '../bind/bound.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import type { Type } from '../types/type.js';
import type { Margins } from './margin.js';
import type * as typed from './typed.js';

export interface Context {
  readonly settings: Settings;
  readonly report: Report;
  readonly lets: ReadonlyMap<ValueLet, typed.ValueLet>;
  readonly relations: ReadonlyMap<RelationDefinition, typed.Relation>;
  /** Facts that the library and the recipe define, by name. */
  readonly facts: ReadonlyMap<string, typed.UserFact>;
  /** True where a task has several bodies: what one of them cannot ask, another may. */
  readonly several: boolean;
  /** What `{option}` is, in a claim of choices: a count, or a text. */
  readonly option: Type | undefined;
  /** `none`: settings and `by` count for nothing, as if every comparison were taken as it is measured. */
  readonly margins: Margins;
  /** True inside `exactly`: margins are off. */
  readonly exactly: boolean;
  /** The variable of the enclosing range over the scene without `other`, which may be a bound object itself. */
  readonly mayBeSelf: { readonly variable: Entity; readonly range: Span } | undefined;
}

/** Definitions as they are found, in the order of the recipe. */
export type Definition = FactDefinition | RelationDefinition;
