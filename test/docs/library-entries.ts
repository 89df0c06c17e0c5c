/** The definitions of the standard library with all that can be told of them: what its page and tables are made of. */
import { readLibrary } from '../../cli/read-library.js';
import type { Source } from '../../compiler/diagnostics/span.js';
import { analyse } from '../../compiler/index.js';
import { demandsOf } from '../../compiler/lower/demands.js';
import { type Provision, sourceOperators } from '../../compiler/std/operators.js';
import type * as ast from '../../compiler/syntax/ast.js';
import { docAbove } from '../../compiler/syntax/doc-comment.js';
import { parse } from '../../compiler/syntax/parse.js';
import { show } from '../../compiler/types/type.js';

export interface Entry {
  readonly kind: 'fact' | 'relation';
  readonly name: string;
  /** `a left of b`, `a.breadth`. */
  readonly written: string;
  readonly about: string;
  /** As it is written in the library. */
  readonly definition: string;
  /** A relation's sentence; a fact's words. */
  readonly says: string | undefined;
  /** Of a fact. */
  readonly type: string | undefined;
  readonly needs: readonly Provision[];
}

/** @throws when a definition has no documentation */
export function libraryEntries(): readonly Entry[] {
  const library = readLibrary();
  return library.flatMap((source) =>
    parse(source, ({ message }) => {
      throw new Error(`${source.file}: ${message}`);
    }).definitions.map((definition) => entryOf(definition, source, library)),
  );
}

function entryOf(
  definition: ast.FactDeclaration | ast.RelationDeclaration,
  { file, text }: Source,
  library: readonly Source[],
): Entry {
  const { kind, span } = definition;
  const name = kind === 'fact' ? definition.name.text : definition.words.map((w) => w.text).join(' ');
  const about = docAbove(text, span.start);
  if (about === undefined) throw new Error(`${file}: ${name} has no documentation`);
  return {
    kind,
    name,
    written: kind === 'fact' ? `a.${name}` : `a ${name} b`,
    about,
    definition: text.slice(span.start, span.end),
    says: kind === 'fact' ? degrees(definition) : definition.says?.raw,
    ...foundOut(kind, name, library),
  };
}

function degrees({ more, less }: ast.FactDeclaration): string | undefined {
  if (more.length === 0) return undefined;
  return [more, less].flatMap((words) => (words.length > 0 ? [words.join(', ')] : [])).join('; ');
}

/** What the checker finds out of a definition, from a task that uses it. */
function foundOut(kind: Entry['kind'], name: string, library: readonly Source[]): Pick<Entry, 'type' | 'needs'> {
  const condition = kind === 'fact' ? `known a.${name} and known b.${name}` : `a ${name} b`;
  const task = `task t { for objects {a, b} claim "{a} and {b}." when ${condition} }`;
  const { typed, diagnostics } = analyse({ file: 'page.spq', text: `level 1 "L" { ${task} }` }, library);
  for (const { code, message } of diagnostics) throw new Error(`${name}: ${code} ${message}`);
  const fact = typed.facts.find((f) => f.name === name);
  const needs = typed.levels.flatMap((l) => l.tasks.flatMap(demandsOf)).map((d) => d.provision);
  return { type: kind === 'fact' && fact ? show(fact.body.type) : undefined, needs };
}

/** In words, the sources that give all of it. */
export function givenBy(needs: readonly Provision[]): string {
  const names = Object.entries(sourceOperators).flatMap(([name, operator]) => {
    const always = new Set<Provision>(operator.provides);
    if (needs.every((need) => always.has(need))) return [`\`${name}\``];
    const more = operator.providesWhen.find(({ provides }) => {
      const all = new Set<Provision>([...always, ...provides]);
      return needs.every((need) => all.has(need));
    });
    return more ? [`\`${name}(…, ${more.parameter}: ${more.is})\``] : [];
  });
  return names.join(', ');
}
