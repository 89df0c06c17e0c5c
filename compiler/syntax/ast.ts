/**
 * The AST: what was written, nothing resolved. Every node carries its span.
 * Names are words here; what they mean is found by `bind`, what type they have by `check`.
 */
import type { Span } from '../diagnostics/span.js';
import type {
  BalanceSetting,
  FactDeclaration,
  FormatsSetting,
  Import,
  Level,
  MarginSetting,
  MixSetting,
  Perceive,
  ReferSetting,
  RelationDeclaration,
  SeedSetting,
  SourceDeclaration,
  SplitSetting,
  UnitsSetting,
} from './ast/declaration.js';
import type { Call } from './ast/expression.js';

export type * from './ast/declaration.js';
export type * from './ast/expression.js';
export type * from './ast/task.js';
export type * from './ast/template.js';

export interface Recipe {
  readonly file: string;
  readonly span: Span;
  readonly imports: readonly Import[];
  readonly uses: readonly Import[];
  readonly sources: readonly SourceDeclaration[];
  readonly perceives: readonly Perceive[];
  readonly seed: SeedSetting | undefined;
  readonly margin: MarginSetting | undefined;
  readonly units: UnitsSetting | undefined;
  readonly refer: ReferSetting | undefined;
  readonly formats: FormatsSetting | undefined;
  readonly balance: BalanceSetting | undefined;
  readonly mix: MixSetting | undefined;
  readonly split: SplitSetting | undefined;
  /** In the order in which they were written: a definition sees those above it. */
  readonly definitions: readonly (FactDeclaration | RelationDeclaration)[];
  readonly levels: readonly Level[];
  readonly emits: readonly Call[];
}
