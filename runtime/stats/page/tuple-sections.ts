/** What the page says of tuples: where they went, and how far the questions that were asked lie from the margin. */
import { causes, type Funnel } from '../funnel/report.js';
import type { Stats } from '../report.js';
import { numberHistogram } from './histogram.js';
import { html, type Markup, nothing } from './markup.js';
import { type StackedRow, stackedBars } from './stacked-bars.js';
import { folded, table } from './table.js';
import { grouped } from './wording.js';

export function tupleSection({ funnel, stages }: Stats): Markup {
  const sampled = stages === null ? nothing : folded('What sampling left, over all scenes', stageTable(stages));
  if (funnel === null) return html`<section><h2>Tuples</h2><p>They were not followed.</p>${sampled}</section>`;
  const names = causes.filter((cause) => funnel.drops.some((drop) => drop.cause === cause));
  const all = funnel.drops.filter(({ category }) => category === null);
  return html`<section><h2>Tuples</h2>
<p>Where every tuple went, in ${grouped(funnel.scenes)} of ${grouped(funnel.of)} scenes.</p>
${stackedBars('Tuples per task, by what became of them', names, rowsOf(all))}
${folded('By source and category', categoryTable(funnel, names))}${sampled}</section>`;
}

function rowsOf(drops: Funnel['drops']): readonly StackedRow[] {
  const rows = new Map<string, Map<string, number>>();
  for (const { level, task, cause, tuples } of drops) {
    const row = rows.get(`${level} ${task}`) ?? new Map<string, number>();
    row.set(cause, (row.get(cause) ?? 0) + tuples);
    rows.set(`${level} ${task}`, row);
  }
  return [...rows].map(([label, parts]) => ({ label, parts }));
}

/** One row per source and category, over all tasks: a tuple counts for each category that it binds. */
function categoryTable({ drops }: Funnel, names: readonly string[]): Markup {
  const rows = new Map<string, { readonly head: readonly string[]; readonly counts: Map<string, number> }>();
  for (const { source, category, cause, tuples } of drops) {
    if (category === null) continue;
    const key = JSON.stringify([source, category]);
    const row = rows.get(key) ?? { head: [source, category], counts: new Map<string, number>() };
    row.counts.set(cause, (row.counts.get(cause) ?? 0) + tuples);
    rows.set(key, row);
  }
  const sorted = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return table(
    ['source', 'category', ...names],
    sorted.map(({ head, counts }) => [...head, ...names.map((name) => counts.get(name) ?? 0)]),
  );
}

const stageTable = (stages: NonNullable<Stats['stages']>): Markup =>
  table(
    ['task', 'asked', 'after take', 'after balance', 'after mix'],
    stages.map(({ task, asked, take, balance, mix }) => [task, asked, take, balance, mix]),
  );

export function marginSection({ funnel }: Stats): Markup {
  if (funnel === null || funnel.margins.length === 0) return nothing;
  const charts = funnel.margins.map(
    ({ task, questions, bins }) =>
      html`<figure><figcaption><b>${task}</b> <span class="quiet">${grouped(questions)} questions</span></figcaption>${numberHistogram(
        task,
        bins.map((bin) => ({ ...bin, count: bin.questions })),
        'margins',
      )}</figure>`,
  );
  return html`<section><h2>Distance to the margin</h2>
<p>How far the two sides of the deciding comparison lie apart, in units of its margin: at 1 it would not have been asked.</p>
<div class="grid">${charts}</div></section>`;
}
