/** Where a recipe says what its plan holds: for what points back from a plan to lines. */
import type * as typed from './check/typed.js';
import type { Span } from './diagnostics/span.js';
import type * as ast from './syntax/ast.js';

export interface Places {
  /** By name. */
  readonly sources: ReadonlyMap<string, Span>;
  readonly tasks: ReadonlyMap<string, Span>;
  /** What holds for all tasks: seed, margin, units, refer, formats, balance; in the order in which they stand. */
  readonly settings: readonly Span[];
  readonly seed: Span | undefined;
  readonly mix: Span | undefined;
  readonly split: Span | undefined;
  readonly emits: readonly Span[];
}

export function placesOf(written: ast.Recipe, { sources, levels, emits }: typed.Recipe): Places {
  const { seed, margin, units, refer, formats, balance, mix, split } = written;
  const settings = [seed, margin, units, refer, formats, balance].flatMap((setting) => (setting ? [setting.span] : []));
  return {
    sources: new Map(sources.map(({ name, span }) => [name, span])),
    tasks: new Map(levels.flatMap(({ tasks }) => tasks.map(({ name, span }) => [name, span] as const))),
    settings: settings.toSorted((one, other) => one.start - other.start),
    seed: seed?.span,
    mix: mix?.span,
    split: split?.span,
    emits: emits.map(({ span }) => span),
  };
}
