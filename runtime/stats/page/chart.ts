/** What charts have in common: their colours, and texts cut to a width. */
import { html, type Markup } from './markup.js';

/** Eight hues that people who see few colours tell apart, and greys for what is neither good nor bad. */
export const hues = [
  ...['#0072b2', '#e69f00', '#009e73', '#d55e00', '#cc79a7', '#56b4e9', '#b3a200', '#882255'],
  ...['#8a8a8a', '#44aa99'],
] as const;

export const hueOf = (number: number): string => hues[number % hues.length] ?? '#000000';

/** Pixels of a letter, about: all charts use one size. */
const letter = 6.2;

export const cut = (text: string, pixels: number): string => {
  const most = Math.floor(pixels / letter);
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
};

export const svg = (width: number, height: number, label: string, content: readonly Markup[]): Markup =>
  html`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="11" fill="currentColor"><title>${label}</title>${content}</svg>`;

export const rectangle = (
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  fill: string,
  told: string,
): Markup =>
  html`<rect x="${tenth(x)}" y="${tenth(y)}" width="${tenth(width)}" height="${tenth(height)}" fill="${fill}"><title>${told}</title></rect>`;

export const words = (text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', opacity = 1): Markup =>
  html`<text x="${tenth(x)}" y="${tenth(y)}" text-anchor="${anchor}" opacity="${opacity}">${text}</text>`;

/** Tenths of a pixel: no machine's last bit is seen in a file. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Names with their colours. */
export const legend = (names: readonly string[]): Markup =>
  html`<p class="legend">${names.map((name, i) => html`<span><i style="background:${hueOf(i)}"></i>${name}</span>`)}</p>`;
