/** Shares of formats, levels and splits: per cents, in millionths, at most the whole. */
import type { Report } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { alreadyDefined, shareOverWhole, unknownSetting, wrongArgument } from './errors.js';

const whole = 1_000_000;

/** Millionths of a per cent literal. */
function ppm(literal: ast.NumberLiteral, clause: string, report: Report): number {
  if (literal.unit?.text === '%') return Math.round(literal.value * 10_000);
  report(
    wrongArgument({ callee: clause, problem: 'needs a per cent here.', hint: 'For instance `40%`.' }, literal.span),
  );
  return 0;
}

function atMostWhole(total: number, span: ast.Name['span'], report: Report): void {
  if (total > whole) report(shareOverWhole({ percent: total / 10_000 }, span));
}

const formatNames: readonly bound.FormatName[] = ['open', 'choice', 'claim'];

export function bindFormats(setting: ast.FormatsSetting, report: Report): bound.Formats {
  if (setting.all) return { all: true, ppm: undefined };
  const ppmOf: Record<bound.FormatName, number> = { open: 0, choice: 0, claim: 0 };
  for (const { name, share } of setting.shares) {
    const format = formatNames.find((f) => f === name.text);
    if (format) ppmOf[format] += ppm(share, 'formats', report);
    else
      report(
        unknownSetting({ word: name.text, clause: 'formats', hint: didYouMean(name.text, formatNames) }, name.span),
      );
  }
  atMostWhole(ppmOf.open + ppmOf.choice + ppmOf.claim, setting.span, report);
  return { all: false, ppm: ppmOf };
}

export function bindMix(setting: ast.MixSetting, levels: readonly ast.Level[], report: Report): bound.Mix {
  const seen = new Set<number>();
  const parts = setting.levels.map(({ level, share, span }) => {
    if (seen.has(level)) report(alreadyDefined({ name: `level ${level}`, what: 'The share of' }, span));
    seen.add(level);
    if (!levels.some((l) => l.number === level))
      report(unknownSetting({ word: `level ${level}`, clause: 'mix', hint: 'The recipe has no such level.' }, span));
    return { level, sharePpm: ppm(share, 'mix', report) };
  });
  atMostWhole(
    parts.reduce((sum, p) => sum + p.sharePpm, 0),
    setting.span,
    report,
  );
  return { levels: parts, total: setting.total };
}

const splitNames = ['train', 'validation', 'test'];

/** Shares are cumulated in the order written; what is left over belongs to the first. */
export function bindSplit(setting: ast.SplitSetting, report: Report): bound.Settings['split'] {
  let below = 0;
  const parts = setting.parts.flatMap(({ name, share }) => {
    if (!splitNames.includes(name.text)) {
      report(unknownSetting({ word: name.text, clause: 'split', hint: didYouMean(name.text, splitNames) }, name.span));
      return [];
    }
    below += ppm(share, 'split', report);
    return [{ name: name.text, belowPpm: below }];
  });
  atMostWhole(below, setting.span, report);
  return parts;
}
