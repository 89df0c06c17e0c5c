/** Links of the guides lead to files that are there, and to headings that these have. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const pages = [...pagesIn('.'), ...pagesIn('docs'), ...pagesIn('docs/errors')];

const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const outsideOfBlocks = (text: string): string => text.replaceAll(/^```.*?^```$/gms, '');

/** `## 5. Own words` is reached as `#5-own-words`. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...outsideOfBlocks(textOf(page)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function brokenIn(page: string): readonly string[] {
  const links = [...outsideOfBlocks(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor);
  });
}

describe('links', () => {
  it('are read at all', () => {
    const all = pages.map((page) => [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].length);
    expect(all.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(100);
  });

  it.each(pages)('of %s lead somewhere', (page) => {
    expect(brokenIn(page)).toEqual([]);
  });
});
