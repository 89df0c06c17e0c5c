/** The house keeps its rules (`architecture/rules.ts`), and each rule does find what breaks it. */
import { fileURLToPath } from 'node:url';
import { Project } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { broken } from './architecture/rules.js';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

describe('the house', () => {
  it('keeps its rules in every file', () => {
    const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
    const folders = ['grammar', 'compiler', 'runtime', 'cli'].map((folder) => `${root}/${folder}/**/*.ts`);
    const files = project.addSourceFilesAtPaths(folders);
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => broken(file, root))).toEqual([]);
  }, 120_000);
});

describe('each rule', () => {
  const project = new Project({ useInMemoryFileSystem: true });

  function findings(path: string, text: string): readonly string[] {
    const file = project.createSourceFile(`/${path}`, `/** What it is. */\n${text}`, { overwrite: true });
    return broken(file, '').map((finding) => finding.slice(path.length + 2));
  }

  it('lets data flow one way', () => {
    expect(findings('compiler/syntax/a.ts', "import { x } from '../bind/bind.js';")).toEqual([
      'must not import compiler/bind/bind.ts',
    ]);
    expect(findings('compiler/bind/a.ts', "import { x } from '../syntax/ast.js';")).toEqual([]);
    expect(findings('compiler/ir/a.ts', "export { x } from '../diagnostics/diagnostic.js';")).toEqual([
      'must not import compiler/diagnostics/diagnostic.ts',
    ]);
    expect(findings('compiler/ir/b.ts', "import type { Span } from '../diagnostics/span.js';")).toEqual([]);
    expect(findings('cli/a.ts', "const x = await import('../compiler/check/check.js');")).toEqual([
      'must not import compiler/check/check.ts',
    ]);
  });

  it('lets compiler and runtime meet in types alone', () => {
    expect(findings('runtime/a.ts', "import type { Plan } from '../compiler/plan/plan.js';")).toEqual([]);
    expect(findings('runtime/a.ts', "import { type Plan } from '../compiler/plan/plan.js';")).toEqual([]);
    expect(findings('runtime/a.ts', "import { plan } from '../compiler/plan/plan.js';")).toEqual([
      'may import only types from compiler/plan/plan.ts',
    ]);
    expect(findings('runtime/a.ts', "import type { Recipe } from '../compiler/syntax/ast.js';")).toEqual([
      'must not import compiler/syntax/ast.ts',
    ]);
  });

  it('keeps the compiler pure', () => {
    expect(findings('compiler/plan/a.ts', "import { readFileSync } from 'node:fs';")).toEqual([
      'is pure and must not import node:fs',
    ]);
    expect(findings('compiler/plan/a.ts', 'export const x = Math.random() + Date.now();')).toEqual([
      'is pure and must not use Date, line 2',
      'is pure and must not use Math.random, line 2',
    ]);
    expect(findings('compiler/plan/a.ts', 'export const y = node.process(1).Date;')).toEqual([]);
    expect(findings('runtime/a.ts', 'export const x = Date.now();')).toEqual([]);
  });

  it('keeps files and functions short', () => {
    const line = 'f();\n';
    expect(findings('runtime/a.ts', line.repeat(700))).toEqual(['has 702 lines; at most 600']);
    expect(findings('runtime/a.ts', `function long() {\n${line.repeat(79)}}`)).toEqual([
      'has a function of 81 lines at line 2; at most 80',
    ]);
    expect(findings('runtime/a.ts', `function fits() {\n${line.repeat(78)}}`)).toEqual([]);
    const cases = Array.from({ length: 90 }, (_, index) => `case ${index}: return ${index};\n`).join('');
    expect(findings('runtime/a.ts', `function one(x: number) {\nswitch (x) {\n${cases}}\n}`)).toEqual([]);
  });

  it('asks for names, headers and exhaustive switches', () => {
    expect(findings('runtime/utils.ts', '')).toEqual(['is named after no concept']);
    expect(findings('runtime/camelCase.ts', '')).toEqual(['has a name that is not kebab-case']);
    expect(findings('runtime/a.ts', 'switch (x) { case 1: break; default: }')).toEqual([
      'has a switch with default at line 2',
    ]);
    const bare = project.createSourceFile('/runtime/b.ts', 'export {};', { overwrite: true });
    expect(broken(bare, '')).toEqual(['runtime/b.ts: does not say at its top what runtime/b.ts is']);
  });
});
