/** What `npm run docs` writes, by path in the repository: pages, and the parts of pages that stand between markers. */
import { readFileSync } from 'node:fs';
import { libraryPage } from './library-page.js';
import { tables } from './tables.js';

const marked = /(<!-- generated: (\w+) -->\n).*?(<!-- end -->)/gs;

export function docsOutputs(): Readonly<Record<string, string>> {
  const page = 'docs/language.md';
  return {
    'docs/library.md': libraryPage(),
    [page]: filled(readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')),
  };
}

/** @throws when a marker names no table */
function filled(page: string): string {
  return page.replace(marked, (_, open: string, name: string, close: string) => {
    const make = tables[name];
    if (!make) throw new Error(`there is no table ${name}`);
    return `${open}\n${make()}\n\n${close}`;
  });
}

/** Names of the tables that a page shows. */
export function tablesIn(page: string): readonly string[] {
  return [...page.matchAll(marked)].map(([, , name = '']) => name);
}
