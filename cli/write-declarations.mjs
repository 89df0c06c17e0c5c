/**
 * Build step: the types of `spq/runtime`, file by file and without a check, which takes a tenth of the time. What needs
 * the types of other files to be told is refused: it must say its type. They go to `dist/types`, or to the folder named.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const types = process.argv[2] ?? join(root, 'dist', 'types');
const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  isolatedDeclarations: true,
};

const files = ['runtime/index.ts'];
// What a file imports is added while the list is read.
for (const file of files) {
  const text = readFileSync(join(root, file), 'utf8');
  const { outputText, diagnostics } = ts.transpileDeclaration(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions,
  });
  const [problem] = diagnostics ?? [];
  if (problem) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`);
  const target = join(types, file.replace(/\.ts$/, '.d.ts'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
  for (const { fileName } of ts.preProcessFile(outputText).importedFiles) {
    const imported = join(dirname(file), fileName).replaceAll('\\', '/').replace(/\.js$/, '.ts');
    if (fileName.startsWith('.') && !files.includes(imported)) files.push(imported);
  }
}
