/** What a recipe sets for all its tasks, with the defaults of the definition. */
import type * as ast from '../../compiler/syntax/ast.js';
import { whole } from './whole-units.js';

export interface LengthMargin {
  /** Whole um. */
  readonly absolute: number;
  readonly relativePpm: number;
}

export interface Settings {
  readonly length: LengthMargin;
  readonly angleDegrees: number;
  /** Share of imperial questions in millionths. */
  readonly imperialMillionths: number;
  readonly refer: readonly string[];
  /** For tasks that set none of their own. */
  readonly formats: ast.FormatsSetting | undefined;
  readonly balance: ast.BalanceSetting | undefined;
}

const MICROMETRES: Readonly<Record<string, number>> = {
  um: 1,
  mm: 1000,
  cm: 10_000,
  m: 1_000_000,
  km: 1_000_000_000,
  in: 25_400,
  ft: 304_800,
};

/** A written length in whole um; undefined when its unit is no length. */
export function lengthOf(literal: ast.NumberLiteral): number | undefined {
  const factor = literal.unit === undefined ? undefined : MICROMETRES[literal.unit.text];
  return factor === undefined ? undefined : (whole(literal.value * factor) ?? undefined);
}

/** `10%` in parts per million; undefined for anything else. */
export function ppmOf(literal: ast.NumberLiteral): number | undefined {
  return literal.unit?.text === '%' ? (whole(literal.value * 10_000) ?? undefined) : undefined;
}

export function settingsOf(recipe: ast.Recipe): Settings {
  const part = (dimension: string) => recipe.margin?.parts.find((each) => each.dimension.text === dimension);
  const length = part('length');
  const angle = part('angle');
  return {
    length:
      length === undefined
        ? { absolute: 100_000, relativePpm: 100_000 }
        : {
            absolute: length.absolute === undefined ? 0 : (lengthOf(length.absolute) ?? 0),
            relativePpm: length.relative === undefined ? 0 : (ppmOf(length.relative) ?? 0),
          },
    angleDegrees: angle?.absolute?.value ?? 15,
    imperialMillionths: imperialShare(recipe.units),
    refer: recipe.refer?.strategies.map((name) => name.text) ?? ['category', 'position', 'box'],
    formats: recipe.formats,
    balance: recipe.balance,
  };
}

/** A share left out is what the other system leaves. */
function imperialShare(units: ast.UnitsSetting | undefined): number {
  const share = (system: string) => units?.parts.find((part) => part.system.text === system);
  const imperial = share('imperial');
  const metric = share('metric');
  if (imperial === undefined) return 0;
  if (imperial.share !== undefined) return ppmOf(imperial.share) ?? 0;
  return metric === undefined
    ? 1_000_000
    : 1_000_000 - (metric.share === undefined ? 1_000_000 : (ppmOf(metric.share) ?? 0));
}
