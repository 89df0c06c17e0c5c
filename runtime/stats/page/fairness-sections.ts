/** What the page says of bias: shares beside chance, and what guessers reach. */
import type { BaselineResult } from '../baselines/result.js';
import type { Finding } from '../finding.js';
import type { Stats } from '../report.js';
import { type AccuracyRow, accuracyDots } from './accuracy-dots.js';
import { html, type Markup } from './markup.js';
import { folded, table } from './table.js';
import { percent } from './wording.js';

export function shareSection({ shares }: Stats): Markup {
  const beyond = shares.filter((finding) => finding.beyond);
  const told =
    beyond.length === 0
      ? html`<p>All ${shares.length} lie within their bounds.</p>`
      : html`<p><b>${beyond.length} of ${shares.length}</b> lie beyond their bounds:</p>${findingTable(beyond)}`;
  return html`<section><h2>Shares beside chance</h2>
<p>True claims, places of right options, ranks of right numbers, first-named winners, and rules that know only how things are
named. Within one point of chance, apart from four standard errors.</p>
${told}${folded('All of them', findingTable(shares))}</section>`;
}

const findingTable = (findings: readonly Finding[]): Markup =>
  table(
    ['task', 'share', 'of', 'questions', 'found, %', 'chance, %', ''],
    findings.map(({ task, figure, about, n, found, chance, beyond }) => [
      ...[task, figure, about, n, percent(found), percent(chance)],
      beyond ? html`<b class="beyond">beyond</b>` : '',
    ]),
  );

export function baselineSection({ baselines }: Stats): Markup {
  const names = ['majority', 'text only', 'category prior', '2D boxes only'] as const;
  const rows = rowsOf(baselines);
  const open = rows.filter(({ chance }) => chance === null);
  const shown = rows.filter(({ chance }) => chance !== null);
  const charts = [
    ...(shown.length > 0
      ? [html`<h3>Choices and claims</h3>${accuracyDots('Accuracy beside chance', names, shown)}`]
      : []),
    ...(open.length > 0
      ? [
          html`<h3>Open questions</h3><p>Nothing is shown to choose from: <i>majority</i> is what to beat.</p>${accuracyDots('Accuracy', names, open)}`,
        ]
      : []),
  ];
  return html`<section><h2>Baselines</h2>
<p>Learned on half of the captures, tried on the other. A dot is an accuracy, its line two standard errors each way, the black
tick chance.</p>${charts}${folded('As numbers', baselineTable(baselines))}</section>`;
}

function rowsOf(baselines: readonly BaselineResult[]): readonly AccuracyRow[] {
  const rows = new Map<string, { readonly chance: number | null; readonly guesses: Map<string, Guess> }>();
  for (const { level, task, format, baseline, accuracy, standardError, chance } of baselines) {
    const label = `${level} ${task}, ${format}`;
    const row = rows.get(label) ?? { chance, guesses: new Map<string, Guess>() };
    row.guesses.set(baseline, { accuracy, error: standardError });
    rows.set(label, row);
  }
  return [...rows].map(([label, row]) => ({ label, ...row }));
}

interface Guess {
  readonly accuracy: number;
  readonly error: number;
}

const baselineTable = (baselines: readonly BaselineResult[]): Markup =>
  table(
    ['level', 'task', 'format', 'baseline', 'learned', 'tried', 'right, %', '±', 'chance, %', ''],
    baselines.map(({ level, task, format, baseline, learned, tried, accuracy, standardError, chance, beyond }) => [
      ...[`${level}`, task, format, baseline, learned, tried, percent(accuracy), percent(standardError)],
      chance === null ? '' : percent(chance),
      beyond ? html`<b class="beyond">beyond</b>` : '',
    ]),
  );
