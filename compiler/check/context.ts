/** What the checker carries along: settings, where messages go, what is in reach. */
import type { Entity, Let, RelationDefinition, Settings } from '../bind/bound.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type * as typed from './typed.js';

export interface Context {
  readonly settings: Settings;
  readonly report: Report;
  readonly lets: ReadonlyMap<Let, typed.Let>;
  readonly relations: ReadonlyMap<RelationDefinition, typed.Relation>;
  /** True inside `exactly`: margins are off. */
  readonly exactly: boolean;
  /** The variable of the enclosing `count` without `other`, which may be a bound object itself. */
  readonly mayBeSelf: Entity | undefined;
}
