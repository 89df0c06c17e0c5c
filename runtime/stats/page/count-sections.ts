/** What the page says of counts: questions, answers, repetition, references. */
import type { AnswerHistogram, Stats } from '../report.js';
import { numberHistogram, wordHistogram } from './histogram.js';
import { html, type Markup } from './markup.js';
import { type StackedRow, stackedBars } from './stacked-bars.js';
import { folded, table } from './table.js';
import { grouped, percent } from './wording.js';

export function questionSection({ counts }: Stats): Markup {
  const formats = ['open', 'choice', 'claim'].filter((format) => counts.some((c) => c.format === format));
  const tasks = [...new Set(counts.map(({ level, task }) => `${level} ${task}`))];
  const rows = tasks.map((label): StackedRow => {
    const own = counts.filter(({ level, task }) => `${level} ${task}` === label);
    return { label, parts: summed(own.map(({ format, questions }) => [format, questions])) };
  });
  const split = counts.map(({ level, task, format, split: part, questions }) => [
    `${level}`,
    task,
    format,
    part,
    questions,
  ]);
  return html`<section><h2>Questions</h2><p>Per level and task, by format.</p>
${stackedBars('Questions per task, by format', formats, rows)}
${folded('By part of the data', table(['level', 'task', 'format', 'split', 'questions'], split))}</section>`;
}

function summed(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [name, n] of pairs) sums.set(name, (sums.get(name) ?? 0) + n);
  return sums;
}

export function answerSection({ answers }: Stats): Markup {
  return html`<section><h2>Answers</h2>
<p>Numbers in bins of like ratio, angles in bins of 15 degrees; words and counts one by one.</p>
<div class="grid">${answers.map(answerChart)}</div></section>`;
}

function answerChart(histogram: AnswerHistogram): Markup {
  const { task, of, unit, questions, distinct, majority, bins, others } = histogram;
  const title = of === 'claims' ? `${task}, claims` : task;
  const numbers = bins.flatMap((bin) => ('from' in bin ? [{ ...bin, count: bin.questions }] : []));
  const words = bins.flatMap((bin) => ('answer' in bin ? [{ word: bin.answer, count: bin.questions }] : []));
  // Where every answer is another, a list of the first ones says nothing.
  const telling = majority >= 0.005;
  const chart =
    numbers.length > 0
      ? numberHistogram(title, numbers, unit ?? '')
      : telling
        ? wordHistogram(title, words.slice(0, 12), questions)
        : html`<p class="quiet">no answer has 0.5 %</p>`;
  const rest = others > 0 && telling ? `, ${grouped(others)} answered otherwise` : '';
  return html`<figure><figcaption><b>${title}</b> <span class="quiet">${grouped(questions)} questions, ${grouped(distinct)} answers, the most frequent ${percent(majority)} %${rest}</span></figcaption>${chart}</figure>`;
}

export function repetitionSection({ repetition }: Stats): Markup {
  const rows = repetition.map(({ task, questions, scenes, mostPerScene, facts }) => [
    task ?? 'all tasks',
    questions,
    scenes,
    (questions / scenes).toFixed(1),
    mostPerScene,
    facts,
    (questions / facts).toFixed(2),
  ]);
  const head = ['task', 'questions', 'scenes', 'per scene', 'at most', 'distinct facts', 'questions per fact'];
  return html`<section><h2>Repetition</h2>
<p>A fact is a scene, what is named, in whatever order, and the exact value where there is one.</p>${table(head, rows)}</section>`;
}

export function referenceSection({ references }: Stats): Markup {
  const strategies = [...new Set(references.map(({ strategy }) => strategy))].toSorted();
  const tasks = [...new Set(references.map(({ task }) => task))];
  const rows = tasks.map((label): StackedRow => {
    const own = references.filter(({ task }) => task === label);
    return { label, parts: summed(own.map(({ strategy, holes }) => [strategy, holes])) };
  });
  return html`<section><h2>References</h2><p>How objects are named, hole by hole.</p>
${stackedBars('References per task, by strategy', strategies, rows)}</section>`;
}
