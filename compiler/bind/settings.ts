/** Settings of a recipe, as numbers in whole units; what is not said has the language's default. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { defaultStrategies, isStrategyName, type StrategyName, strategyNames } from '../std/references.js';
import type * as ast from '../syntax/ast.js';
import { type Dimension, unitNamed } from '../types/unit.js';
import type * as bound from './bound.js';
import { shareOverWhole, unknownSetting, wrongArgument } from './errors.js';
import { bindFormats, bindMix, bindSplit } from './shares.js';

const defaults: bound.Settings = {
  seed: 0,
  margin: { lengthUm: 100_000, relativePpm: 100_000, angleDegrees: 15 },
  imperialPpm: 0,
  refer: defaultStrategies,
  formats: undefined,
  balance: 'answers',
  mix: undefined,
  split: [],
};

export function bindSettings(recipe: ast.Recipe, report: Report): bound.Settings {
  return {
    seed: recipe.seed?.value ?? defaults.seed,
    margin: margin(recipe.margin, report),
    imperialPpm: recipe.units ? imperial(recipe.units, report) : defaults.imperialPpm,
    refer: recipe.refer ? strategies(recipe.refer, report) : defaults.refer,
    formats: recipe.formats && bindFormats(recipe.formats, report),
    balance: recipe.balance ? (recipe.balance.by ?? 'none') : defaults.balance,
    mix: recipe.mix && bindMix(recipe.mix, recipe.levels, report),
    split: recipe.split ? bindSplit(recipe.split, report) : defaults.split,
  };
}

function margin(setting: ast.MarginSetting | undefined, report: Report): bound.Settings['margin'] {
  let { lengthUm, relativePpm, angleDegrees } = defaults.margin;
  for (const part of setting?.parts ?? []) {
    if (part.dimension.text === 'length') {
      // What is said replaces the whole default: `margin length 5 cm` has no relative part.
      lengthUm = part.absolute ? whole(part.absolute, 'length', 1, report) : 0;
      relativePpm = part.relative ? whole(part.relative, 'ratio', 1000, report) : 0;
    } else if (part.dimension.text === 'angle') {
      angleDegrees = part.absolute ? whole(part.absolute, 'angle', 1e6, report) : 0;
    } else {
      report(
        unknownSetting(
          { word: part.dimension.text, clause: 'margin', hint: didYouMean(part.dimension.text, ['length', 'angle']) },
          part.dimension.span,
        ),
      );
    }
  }
  return { lengthUm, relativePpm, angleDegrees };
}

/** A literal of the wanted dimension, in whole units divided by `per`. */
function whole(literal: ast.NumberLiteral, dimension: Dimension, per: number, report: Report): number {
  const unit = literal.unit && unitNamed(literal.unit.text);
  if (unit?.dimension === dimension) return Math.round(literal.value * unit.whole) / per;
  const examples: Readonly<Partial<Record<Dimension, string>>> = { length: '10 cm', angle: '15 deg', ratio: '10%' };
  report(
    wrongArgument(
      {
        callee: 'margin',
        problem: `needs ${dimension === 'ratio' ? 'a per cent' : `a ${dimension}`} here.`,
        hint: `For instance \`${examples[dimension]}\`.`,
      },
      literal.span,
    ),
  );
  return 0;
}

function imperial(setting: ast.UnitsSetting, report: Report): number {
  let share = 0;
  let total = 0;
  for (const { system, share: literal } of setting.parts) {
    const percent = literal?.value ?? (setting.parts.length === 1 ? 100 : 0);
    total += percent;
    if (system.text === 'imperial') share = percent;
    else if (system.text !== 'metric') {
      report(
        unknownSetting(
          { word: system.text, clause: 'units', hint: didYouMean(system.text, ['metric', 'imperial']) },
          system.span,
        ),
      );
    }
  }
  if (total > 100) report(shareOverWhole({ percent: total }, setting.span));
  return Math.round(Math.min(share, 100) * 10_000);
}

export function strategies(setting: ast.ReferSetting, report: Report): readonly StrategyName[] {
  return setting.strategies.flatMap(({ text, span }) => {
    if (isStrategyName(text)) return [text];
    report(unknownSetting({ word: text, clause: 'refer by', hint: didYouMean(text, strategyNames) }, span));
    return [];
  });
}
