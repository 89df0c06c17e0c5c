/** Bars of one length, each shared out by colours: what part of a task is what. */
import { cut, hueOf, legend, rectangle, svg, words } from './chart.js';
import { html, type Markup } from './markup.js';
import { grouped, percent } from './wording.js';

export interface StackedRow {
  readonly label: string;
  /** By name of the part. */
  readonly parts: ReadonlyMap<string, number>;
}

const [line, labels, bar, totals] = [20, 170, 520, 90];

/** @param names of the parts, in the order of their colours */
export function stackedBars(title: string, names: readonly string[], rows: readonly StackedRow[]): Markup {
  const drawn = rows.flatMap((row, i) => barOf(row, names, i * line));
  const chart = svg(labels + bar + totals, Math.max(1, rows.length) * line, title, drawn);
  return html`${legend(names)}<div class="wide">${chart}</div>`;
}

function barOf({ label, parts }: StackedRow, names: readonly string[], y: number): readonly Markup[] {
  const all = [...parts.values()].reduce((sum, n) => sum + n, 0);
  let x = labels;
  const pieces = names.flatMap((name, i) => {
    const count = parts.get(name) ?? 0;
    if (count === 0) return [];
    const width = (count / all) * bar;
    const piece = rectangle(
      { x, y: y + 3, width, height: line - 6 },
      hueOf(i),
      `${label}, ${name}: ${grouped(count)} (${percent(count / all)} %)`,
    );
    x += width;
    return [piece];
  });
  return [
    words(cut(label, labels - 8), labels - 8, y + 14, 'end'),
    ...pieces,
    words(grouped(all), labels + bar + 6, y + 14, 'start', 0.7),
  ];
}
