/** What TypeScript has to say of modules, under rules as strict as those of the house. */
import { join } from 'node:path';
import ts from 'typescript';

/** `spq/runtime` as it is written, or as it is built. */
export const runtimeFromSources = (root: string) => rules(root, join(root, 'runtime/index.ts'));
export const runtimeFromTypes = (root: string, types: string) => rules(root, join(types, 'runtime/index.d.ts'));

function rules(root: string, runtime: string): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitReturns: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    paths: {
      'spq/runtime': [runtime],
      '@duckdb/node-api': [join(root, 'node_modules/@duckdb/node-api')],
    },
  };
}

/** One line per problem of these files; those of the runtime are not theirs. */
export function problemsOf(files: readonly string[], options: ts.CompilerOptions): readonly string[] {
  const program = ts.createProgram({ rootNames: files, options });
  const found = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  });
  return found.map(({ messageText, start }) => `${start}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}
