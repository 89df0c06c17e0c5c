/**
 * The page of an audit: one question at a time beside its marked picture, judged by single keys. What comes from data is
 * given as JSON that cannot end its block, and put on the page as text, never as markup.
 */

import { script } from './page-script.js';
import type { AuditItem } from './sample.js';
import type { Verdict } from './verdicts.js';

export interface PageData {
  readonly title: string;
  /** True: verdicts are sent to the server; false: they are kept by the browser, and saved as a file. */
  readonly served: boolean;
  readonly items: readonly PageItem[];
  /** Verdicts that are there already, one per question. */
  readonly verdicts: readonly Verdict[];
}

/** `picture`: where it lies, or null and why there is none. */
export type PageItem = Omit<AuditItem, 'things' | 'colours' | 'scene' | 'hasPicture'> & {
  readonly picture: string | null;
  readonly noPicture: string | null;
};

/** Texts in an HTML document or attribute. */
export const pageText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** JSON within a `script` element: no `<` in it, so nothing can end the element or begin a comment. */
export const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

export const auditStyle = `
:root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr); gap: 1rem; padding: 1rem; }
img { max-width: 100%; max-height: calc(100vh - 2rem); }
#where { opacity: .7; font-size: .85rem; }
#question { font-size: 1.25rem; margin: .6rem 0; }
#answer { font-weight: 600; margin: .6rem 0; }
#options { margin: .4rem 0 .4rem 1.4rem; padding: 0; }
#options .right { font-weight: 600; }
#reason { opacity: .8; }
button { font: inherit; margin: 0 .4rem .4rem 0; padding: .35rem .7rem; }
button.given { outline: 3px solid #3b82f6; }
#note { width: 100%; box-sizing: border-box; font: inherit; }
#why { white-space: pre-wrap; font: .8rem/1.35 ui-monospace, monospace; max-height: 45vh; overflow: auto; }
#trouble { color: #dc2626; }
@media (max-width: 60rem) { body { grid-template-columns: 1fr; } }
`;

export const auditScript = script;

export function auditPage(data: PageData): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pageText(data.title)}</title>
<link rel="stylesheet" href="audit.css">
<main><img id="picture" alt=""><p id="none"></p></main>
<section>
<p id="where"></p>
<p id="question"></p>
<ol id="options" type="A"></ol>
<p id="answer"></p>
<p id="reason"></p>
<p id="keys"></p>
<p><input id="note" placeholder="note (n)" aria-label="note"></p>
<p id="state"></p>
<p id="trouble"></p>
<p id="save"></p>
<pre id="why"></pre>
</section>
<script type="application/json" id="data">${embedded(data)}</script>
<script src="audit.js"></script>
</html>
`;
}
