/** Accuracies of several guessers on one scale from 0 to 100 %, each with its error, beside chance. */
import { cut, hueOf, legend, svg, tenth, words } from './chart.js';
import { html, type Markup } from './markup.js';
import { percent } from './wording.js';

export interface AccuracyRow {
  readonly label: string;
  /** Null: there is none to compare with. */
  readonly chance: number | null;
  readonly guesses: ReadonlyMap<string, { readonly accuracy: number; readonly error: number }>;
}

const [line, labels, scale, head] = [20, 210, 520, 18];

export function accuracyDots(title: string, names: readonly string[], rows: readonly AccuracyRow[]): Markup {
  const height = head + Math.max(1, rows.length) * line;
  const at = (share: number): number => tenth(labels + share * scale);
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    html`<path d="M${at(share)} ${head}V${height}" stroke="currentColor" stroke-opacity="0.15" fill="none"/>`,
    words(`${100 * share} %`, at(share), 11, 'middle', 0.7),
  ]);
  const drawn = rows.flatMap((row, i) => rowOf(row, names, head + i * line + line / 2, at));
  return html`${legend(names)}<div class="wide">${svg(labels + scale + 24, height, title, [...grid, ...drawn])}</div>`;
}

function rowOf(
  row: AccuracyRow,
  names: readonly string[],
  y: number,
  at: (share: number) => number,
): readonly Markup[] {
  const { label, chance, guesses } = row;
  const dots = names.flatMap((name, i) => {
    const guess = guesses.get(name);
    if (guess === undefined) return [];
    const { accuracy, error } = guess;
    const [low, high] = [Math.max(0, accuracy - 2 * error), Math.min(1, accuracy + 2 * error)];
    return [
      html`<path d="M${at(low)} ${y}H${at(high)}" stroke="${hueOf(i)}" stroke-width="2" fill="none"/><circle cx="${at(accuracy)}" cy="${y}" r="4" fill="${hueOf(i)}"><title>${label}, ${name}: ${percent(accuracy)} ± ${percent(error)} %</title></circle>`,
    ];
  });
  const tick =
    chance === null
      ? []
      : [
          html`<path d="M${at(chance)} ${y - 8}V${y + 8}" stroke="currentColor" stroke-width="2" fill="none"><title>${label}, chance: ${percent(chance)} %</title></path>`,
        ];
  return [words(cut(label, labels - 14), labels - 14, y + 4, 'end'), ...tick, ...dots];
}
