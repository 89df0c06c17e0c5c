/**
 * The rules of the house, as functions from a source file to what breaks them.
 * `mayImport` is the dependency table: data flows one way, so a folder knows only what stands before it.
 */
import { Node, type SourceFile, SyntaxKind } from 'ts-morph';

/** Longest first: a file belongs to the first folder that holds it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'compiler/diagnostics/': [],
  'compiler/types/': [],
  'grammar/': [],
  'compiler/std/': ['compiler/types/'],
  'compiler/syntax/': ['grammar/', 'compiler/diagnostics/'],
  'compiler/format/': ['compiler/syntax/', 'grammar/', 'compiler/diagnostics/'],
  'compiler/bind/': ['compiler/syntax/', 'compiler/std/', 'compiler/types/', 'compiler/diagnostics/'],
  'compiler/check/': [
    'compiler/bind/',
    'compiler/syntax/',
    'compiler/std/',
    'compiler/types/',
    'compiler/diagnostics/',
  ],
  'compiler/ir/': ['compiler/types/', 'compiler/std/', 'compiler/diagnostics/span.ts'],
  'compiler/lower/': [
    'compiler/check/',
    'compiler/bind/',
    'compiler/syntax/',
    'compiler/ir/',
    'compiler/types/',
    'compiler/std/',
    'compiler/diagnostics/',
  ],
  'compiler/passes/': ['compiler/ir/', 'compiler/types/', 'compiler/std/'],
  'compiler/sql/': ['compiler/ir/', 'compiler/types/', 'compiler/std/'],
  'compiler/plan/': ['compiler/ir/', 'compiler/sql/', 'compiler/types/', 'compiler/std/', 'compiler/diagnostics/'],
  'compiler/typescript/': ['compiler/plan/', 'compiler/places.ts', 'compiler/diagnostics/'],
  'compiler/analyse.ts': [
    'compiler/syntax/',
    'compiler/bind/',
    'compiler/check/',
    'compiler/lower/demands.ts',
    'compiler/lower/name-demands.ts',
    'compiler/lower/word-demands.ts',
    'compiler/std/',
    'compiler/plan/check-request.ts',
    'compiler/plan/perceive.ts',
    'compiler/diagnostics/',
  ],
  'compiler/index.ts': ['compiler/', 'grammar/'],
  // Decoders are functions of tensors: they know no thread, no library that runs models, and no picture file.
  'runtime/perceive/decode/': [
    'runtime/geometry/',
    'runtime/facts/rows.ts',
    'runtime/sources/json-file.ts',
    'runtime/perceive/inference/contract.ts',
    'runtime/perceive/picture/planes.ts',
    'runtime/perceive/picture/read-picture.ts',
    'runtime/perceive/picture/thing-crop.ts',
    'runtime/perceive/point-map.ts',
    'runtime/perceive/instance-mask.ts',
    'runtime/perceive/tensor.ts',
  ],
  'runtime/perceive/lift/': [
    'runtime/perceive/point-map.ts',
    'runtime/perceive/instance-mask.ts',
    'runtime/geometry/',
    'runtime/facts/rows.ts',
  ],
  // Operators know models and pictures one at a time: no stream, no cache, no store.
  'runtime/perceive/operators/': [
    'runtime/perceive/decode/',
    'runtime/perceive/lift/',
    'runtime/perceive/inference/',
    'runtime/perceive/models/',
    'runtime/perceive/http/',
    'runtime/perceive/vlm/',
    'runtime/perceive/worker/',
    'runtime/perceive/kserve/',
    'runtime/perceive/witness/',
    'runtime/perceive/picture/',
    'runtime/perceive/point-map.ts',
    'runtime/perceive/instance-mask.ts',
    'runtime/perceive/tensor.ts',
    'runtime/geometry/',
    'runtime/facts/rows.ts',
    'runtime/sources/unreadable.ts',
    'runtime/vocabulary/english.ts',
    'runtime/errors.ts',
  ],
  'runtime/perceive/cache/': [
    'runtime/perceive/operators/findings.ts',
    'runtime/perceive/operators/operator.ts',
    'runtime/perceive/lift/points-on-rays.ts',
    'runtime/perceive/instance-mask.ts',
    'runtime/perceive/run-length.ts',
  ],
  // What speaks with servers knows no operator; what speaks with workers knows what operators find.
  'runtime/perceive/http/': ['runtime/errors.ts'],
  'runtime/perceive/vlm/': [
    'runtime/perceive/http/',
    'runtime/perceive/picture/',
    'runtime/geometry/',
    'runtime/facts/caption.ts',
  ],
  'runtime/': ['compiler/diagnostics/'],
  'cli/': [
    'compiler/index.ts',
    'compiler/analyse.ts',
    'compiler/format/format.ts',
    'compiler/diagnostics/',
    'compiler/typescript/',
    'runtime/',
  ],
};

/** Meeting points: known by their types alone. */
const mayImportTypes: Readonly<Record<string, readonly string[]>> = {
  'runtime/perceive/operators/': ['compiler/std/perception.ts', 'compiler/plan/plan.ts'],
  'runtime/perceive/cache/': ['compiler/std/perception.ts'],
  'runtime/': [
    'compiler/plan/plan.ts',
    'compiler/plan/probe.ts',
    'compiler/plan/funnel.ts',
    'compiler/std/operators.ts',
    'compiler/std/perception.ts',
  ],
  'cli/': ['compiler/plan/plan.ts', 'compiler/plan/probe.ts', 'compiler/plan/funnel.ts'],
};

/** The pure parts: text in, plan out; and arrays in, facts out. */
const pureFolders = ['compiler/', 'grammar/', 'runtime/perceive/lift/'];
const packagesOfThePure = ['chevrotain', 'zod', 'ts-morph'];
const impureGlobals = new Set(['Date', 'process', 'performance', 'fetch', 'crypto', 'console', 'setTimeout', 'Buffer']);

const LINES_PER_FILE = 600;
const LINES_PER_FUNCTION = 80;
const namesWithoutConcept = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared']);

/** Everything a file breaks, each as a sentence. `root`: path of the repository in the project's file system. */
export function broken(file: SourceFile, root: string): readonly string[] {
  const path = file.getFilePath().slice(root.length).replace(/^\//, '');
  const findings = [
    ...imports(file).flatMap((found) => brokenImport(path, found)),
    ...impurities(path, file),
    ...brokenShape(path, file),
    ...longFunctions(file),
    ...defaults(file),
  ];
  return findings.map((finding) => `${path}: ${finding}`);
}

interface Import {
  readonly specifier: string;
  readonly typesOnly: boolean;
}

function imports(file: SourceFile): readonly Import[] {
  const declared = file.getImportDeclarations().map((declaration) => ({
    specifier: declaration.getModuleSpecifierValue(),
    typesOnly:
      declaration.isTypeOnly() ||
      (declaration.getDefaultImport() === undefined &&
        declaration.getNamespaceImport() === undefined &&
        declaration.getNamedImports().length > 0 &&
        declaration.getNamedImports().every((name) => name.isTypeOnly())),
  }));
  const passedOn = file.getExportDeclarations().flatMap((declaration) => {
    const specifier = declaration.getModuleSpecifierValue();
    return specifier === undefined ? [] : [{ specifier, typesOnly: declaration.isTypeOnly() }];
  });
  const called = file.getDescendantsOfKind(SyntaxKind.CallExpression).flatMap((call) => {
    const [first] = call.getArguments();
    const dynamic = call.getExpression().getKind() === SyntaxKind.ImportKeyword;
    return dynamic && Node.isStringLiteral(first) ? [{ specifier: first.getLiteralValue(), typesOnly: false }] : [];
  });
  return [...declared, ...passedOn, ...called];
}

function brokenImport(path: string, { specifier, typesOnly }: Import): readonly string[] {
  if (!specifier.startsWith('.')) return [];
  const target = resolved(path, specifier);
  const folder = Object.keys(mayImport).find((name) => path.startsWith(name));
  if (folder === undefined || target.startsWith(folder)) return [];
  if ((mayImport[folder] ?? []).some((allowed) => target.startsWith(allowed))) return [];
  if (!(mayImportTypes[folder] ?? []).includes(target)) return [`must not import ${target}`];
  return typesOnly ? [] : [`may import only types from ${target}`];
}

/** Path of the imported TypeScript file within the repository. */
function resolved(path: string, specifier: string): string {
  const segments = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') segments.pop();
    else if (part !== '.') segments.push(part);
  }
  return segments.join('/').replace(/\.js$/, '.ts');
}

function impurities(path: string, file: SourceFile): readonly string[] {
  if (!pureFolders.some((folder) => path.startsWith(folder))) return [];
  const packages = imports(file)
    .filter(({ specifier }) => !specifier.startsWith('.') && !packagesOfThePure.includes(specifier))
    .map(({ specifier }) => `is pure and must not import ${specifier}`);
  const globals = file
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .filter((name) => impureGlobals.has(name.getText()) && isGlobalUse(name))
    .map((name) => `is pure and must not use ${name.getText()}, line ${name.getStartLineNumber()}`);
  const random = file
    .getDescendantsOfKind(SyntaxKind.PropertyAccessExpression)
    .filter((access) => access.getText() === 'Math.random')
    .map((access) => `is pure and must not use Math.random, line ${access.getStartLineNumber()}`);
  return [...packages, ...globals, ...random];
}

/** `Date` in `new Date()` and `process` in `process.env`, but not a property or a name of our own. */
function isGlobalUse(name: Node): boolean {
  const parent = name.getParent();
  if (Node.isNewExpression(parent)) return true;
  return (Node.isPropertyAccessExpression(parent) || Node.isCallExpression(parent)) && parent.getExpression() === name;
}

function brokenShape(path: string, file: SourceFile): readonly string[] {
  const name = file.getBaseNameWithoutExtension();
  const lines = file.getEndLineNumber();
  return [
    ...(lines > LINES_PER_FILE ? [`has ${lines} lines; at most ${LINES_PER_FILE}`] : []),
    ...(namesWithoutConcept.has(name) ? ['is named after no concept'] : []),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : ['has a name that is not kebab-case']),
    ...(/^(#!.*\n)?\/(\*\*|\/)/.test(file.getFullText()) ? [] : [`does not say at its top what ${path} is`]),
  ];
}

function longFunctions(file: SourceFile): readonly string[] {
  return file.getDescendants().flatMap((node) => {
    if (!Node.isFunctionLikeDeclaration(node)) return [];
    const lines = node.getEndLineNumber() - node.getStartLineNumber(false) + 1;
    if (lines <= LINES_PER_FUNCTION || isOneSwitch(node)) return [];
    return [
      `has a function of ${lines} lines at line ${node.getStartLineNumber(false)}; at most ${LINES_PER_FUNCTION}`,
    ];
  });
}

function isOneSwitch(node: Node): boolean {
  const body = Node.isBodyable(node) ? node.getBody() : Node.isArrowFunction(node) ? node.getBody() : undefined;
  if (!Node.isBlock(body)) return false;
  const [only, ...others] = body.getStatements();
  return others.length === 0 && Node.isSwitchStatement(only);
}

/** A `default` hides the case that was forgotten. */
function defaults(file: SourceFile): readonly string[] {
  return file
    .getDescendantsOfKind(SyntaxKind.DefaultClause)
    .map((clause) => `has a switch with default at line ${clause.getStartLineNumber()}`);
}
