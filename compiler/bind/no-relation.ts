/** Words between two values that are no relation: what was probably meant, most likely first. */
import type { Fix } from '../diagnostics/diagnostic.js';
import { didYouMean, meantBy, suggest } from '../diagnostics/suggest.js';
import type * as ast from '../syntax/ast.js';
import { unknownRelation } from './errors.js';
import type { Library } from './expression.js';

interface Meant {
  readonly hint: string | undefined;
  readonly fix?: Fix;
}

/** Tells of them. What stands beside them may be no operand, and is not looked at. */
export function tellNoRelation(e: ast.Relation, words: string, library: Library): void {
  const at = { ...e.span, start: e.words[0]?.span.start ?? e.span.start, end: e.words.at(-1)?.span.end ?? e.span.end };
  const { hint, fix } = meantBetween(e, words, [...library.relations.keys(), 'called', 'blocks']);
  const problem = unknownRelation({ name: words, hint }, at);
  library.report(fix ? { ...problem, fix } : problem);
}

function meantBetween(e: ast.Relation, words: string, known: readonly string[]): Meant {
  const [first] = e.words;
  const left = e.left.kind === 'name' ? e.left.name.text : '';
  const right = e.right.kind === 'name' ? e.right.name.text : '';
  if (known.includes(`${left} ${words}`))
    return {
      hint: `\`${left} ${words}\` stands between two things: write the first one again, \`a ${left} ${words} ${right}\`.`,
    };
  if (words === 'of' && left && right) {
    const member = `${right}.${left}`;
    return { hint: `Write \`${member}\`.`, fix: { at: e.span, text: member } };
  }
  if (words === 'as') return { hint: printedAs(e, right) };
  const listed = didYouMean(words, known);
  if (meantBy(listed) !== undefined || !first) return { hint: listed };
  if (e.left.kind === 'text' && suggest(first.text, ['when']) === 'when')
    return { hint: 'Did you mean `when`?', fix: { at: first.span, text: 'when' } };
  const clause = suggest(first.text, clauses);
  return { hint: clause ? `Did you mean the clause \`${clause}\`?` : listed };
}

/** `a.height as cm`: how something is printed is a text. */
function printedAs({ left }: ast.Relation, format: string): string {
  const value = written(left) ?? 'd';
  const hole = format === '' ? value : `${value}:${format}`;
  return `How an answer is written is a text: \`as "{${hole}}"\`.`;
}

/** A name, or a fact of it, as it stands in a recipe. */
export function written(e: ast.Expression): string | undefined {
  if (e.kind === 'name') return e.name.text;
  const of = e.kind === 'member' ? written(e.of) : undefined;
  return e.kind === 'member' && of !== undefined ? `${of}.${e.name.text}` : undefined;
}

const clauses: readonly string[] = [
  ...['where', 'take', 'answer', 'statements', 'choices', 'claim', 'reason', 'refer', 'formats', 'balance', 'weight'],
];
