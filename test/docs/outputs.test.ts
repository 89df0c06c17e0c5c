/** What `npm run docs` writes is current, and says all that the library has. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docAbove } from '../../compiler/syntax/doc-comment.js';
import { libraryEntries } from './library-entries.js';
import { docsOutputs, tablesIn } from './outputs.js';
import { tables } from './tables.js';

const outputs = docsOutputs();
const committed = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('npm run docs', () => {
  it.each(Object.keys(outputs))('%s is current', (path) => {
    expect(committed(path) === outputs[path], `${path} is stale: npm run docs`).toBe(true);
  });

  it('shows every table in the language reference', () => {
    expect([...tablesIn(committed('docs/language.md'))].toSorted()).toEqual(Object.keys(tables).toSorted());
  });

  it('tells what each definition needs, as the checker finds it', () => {
    const of = (name: string) => libraryEntries().find((e) => e.name === name);
    expect(of('left of')).toMatchObject({ needs: ['object', 'box3d'], says: '{a} is to the left of {b}' });
    expect(of('higher than')?.needs).toEqual(['object', 'box3d', 'gravity', 'floor']);
    expect(of('facing')?.needs).toContain('facing');
    expect(of('elongation')).toMatchObject({ type: 'ratio', written: 'a.elongation' });
    expect(of('on')?.definition).toMatch(/^relation \(a: object\) on \(b: object\)[\s\S]*\)$/);
  });
});

describe('documentation above a definition', () => {
  const text = '// about the file\n\n/// One.\n/// Two.\nfact f (a: object) = a.height\n\nfact g (a: object) = a.width';

  it('is what `///` says right above it', () => {
    expect(docAbove(text, text.indexOf('fact f'))).toBe('One. Two.');
    expect(docAbove(text, text.indexOf('fact g'))).toBeUndefined();
    expect(docAbove(text, 0)).toBeUndefined();
  });

  it('may be indented, and lines may end in any way', () => {
    expect(docAbove('  /// One.\r\n  fact f', 14)).toBe('One.');
  });
});
