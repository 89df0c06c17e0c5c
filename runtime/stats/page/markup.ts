/** HTML and SVG as values: a template that escapes whatever comes from data, so that no text can become markup. */

export interface Markup {
  readonly markup: string;
}

export type Part = string | number | Markup | readonly Markup[];

/** html`<p>${text}</p>`: texts and numbers are escaped, markup is kept, lists are joined. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: fixed.map((text, i) => text + written(parts[i])).join('') };
}

export const nothing: Markup = { markup: '' };

function written(part: Part | undefined): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML and XML forbid become a sign for what cannot be shown. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (c) => entities[c] ?? c).replaceAll(/(?![\t\n\r])\p{Cc}/gu, '\ufffd');
