/** A histogram: numbers in bins from left to right, or words from the most frequent down. */
import { cut, hueOf, rectangle, svg, tenth, words } from './chart.js';
import { html, type Markup } from './markup.js';
import { grouped, percent, sized } from './wording.js';

export interface NumberBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const [width, height, base, top] = [280, 120, 96, 14];

/** Bins of like width, those that are empty between others included. `unit` stands after the last number. */
export function numberHistogram(title: string, bins: readonly NumberBin[], unit: string): Markup {
  const all = withGaps(bins);
  const most = Math.max(1, ...all.map(({ count }) => count));
  const sum = all.reduce((total, { count }) => total + count, 0);
  const step = width / all.length;
  const bars = all.map(({ from, to, count }, i) => {
    const tall = (count / most) * (base - top);
    const told = `${range(from, to)} ${unit}: ${grouped(count)} (${percent(count / Math.max(1, sum))} %)`;
    return rectangle(
      { x: i * step + 0.5, y: base - tall, width: Math.max(0.5, step - 1), height: tall },
      hueOf(0),
      told,
    );
  });
  const ticks = [0, Math.floor(all.length / 2), all.length - 1].filter((at, i, list) => list.indexOf(at) === i);
  const labels = ticks.map((at, i) => {
    const anchor = i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle';
    const shown = i === ticks.length - 1 ? `${sized(all[at]?.to ?? 0)} ${unit}` : sized(all[at]?.from ?? 0);
    return words(shown, i === ticks.length - 1 ? width : at * step, base + 14, anchor, 0.8);
  });
  return svg(width, height, title, [
    axis(),
    ...bars,
    ...labels,
    words(`most: ${grouped(most)}`, width, 10, 'end', 0.6),
  ]);
}

const range = (from: number, to: number): string => (from === to ? sized(from) : `${sized(from)} to ${sized(to)}`);

const axis = (): Markup =>
  html`<path d="M0 ${base + 0.5}H${width}" stroke="currentColor" stroke-opacity="0.4" fill="none"/>`;

/** Bins that follow each other touch; where one is missing, it held nothing. */
function withGaps(bins: readonly NumberBin[]): readonly NumberBin[] {
  return bins.flatMap((bin, i) => {
    const before = bins[i - 1];
    if (!before || before.to === 0 || bin.from === 0 || before.to < 0 !== bin.from < 0) return [bin];
    const ratio = before.to / before.from;
    const steps =
      ratio > 0 && Number.isFinite(ratio) ? Math.round(Math.log(bin.from / before.to) / Math.log(ratio)) : 0;
    const missing = Array.from({ length: Math.max(0, Math.min(60, steps)) }, (_, k) => ({
      from: before.to * ratio ** k,
      to: before.to * ratio ** (k + 1),
      count: 0,
    }));
    return [...missing, bin];
  });
}

export interface WordBin {
  readonly word: string;
  readonly count: number;
}

const line = 17;
const space = { words: 130, bar: 100 } as const;

/** @param all of which the shares are told */
export function wordHistogram(title: string, bins: readonly WordBin[], all: number): Markup {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const rows = bins.flatMap(({ word, count }, i) => {
    const wide = (count / most) * space.bar;
    const y = i * line;
    return [
      words(cut(word, space.words - 6), space.words - 6, y + 12, 'end'),
      rectangle({ x: space.words, y: y + 3, width: wide, height: 11 }, hueOf(0), `${word}: ${grouped(count)}`),
      words(`${percent(count / Math.max(1, all))} %`, tenth(space.words + wide + 4), y + 12, 'start', 0.7),
    ];
  });
  return svg(width, Math.max(1, bins.length) * line, title, rows);
}
