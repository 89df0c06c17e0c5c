/** HTML tables: a head, rows of texts and numbers, numbers to the right. */
import { html, type Markup } from './markup.js';
import { grouped } from './wording.js';

/** Numbers that are whole are counts; others come as texts. */
export type Cell = string | number | Markup | null;

export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Markup =>
  html`<div class="wide"><table><thead><tr>${head.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;

const row = (cells: readonly Cell[]): Markup => html`<tr>${cells.map(cell)}</tr>`;

function cell(given: Cell): Markup {
  if (given === null) return html`<td></td>`;
  if (typeof given === 'number') return html`<td class="number">${grouped(given)}</td>`;
  return typeof given === 'string' && /^[-–+]?\d/.test(given)
    ? html`<td class="number">${given}</td>`
    : html`<td>${given}</td>`;
}

/** A part of the page that is opened by hand. */
export const folded = (summary: string, content: Markup): Markup =>
  html`<details><summary>${summary}</summary>${content}</details>`;
