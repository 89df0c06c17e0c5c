/** Concrete tree -> AST, for `for`: what is bound, and over what it ranges. */
import type { CstNode, IToken } from 'chevrotain';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.js';
import { join } from '../diagnostics/span.js';
import type * as ast from './ast.js';
import {
  Missing,
  maybeNode,
  maybeToken,
  name,
  nodes,
  type Origin,
  spanOf,
  spanOfToken,
  token,
  tokens,
} from './concrete.js';
import { badNumbers, unexpected } from './errors.js';

const entities: Readonly<Record<string, readonly [ast.EntityBinder['entity'], 'one' | 'many']>> = {
  object: ['object', 'one'],
  objects: ['object', 'many'],
  pixel: ['pixel', 'one'],
  pixels: ['pixel', 'many'],
  category: ['category', 'one'],
  categories: ['category', 'many'],
  // A spot of the floor that is seen is free: a pixel that shows it.
  place: ['pixel', 'one'],
  places: ['pixel', 'many'],
};
const domains: readonly ast.FiniteBinder['domain'][] = ['relation', 'measure', 'component', 'frame', 'count'];

export function binder(cst: CstNode, at: Origin, report: Report): ast.Binder {
  const found = token(cst, 'entity');
  const finite = domains.find((d) => d === found.image);
  return finite ? finiteBinder(finite, cst, at, report) : entityBinder(found, cst, at, report);
}

function entityBinder(found: IToken, cst: CstNode, at: Origin, report: Report): ast.EntityBinder {
  const one = maybeToken(cst, 'one');
  const [entity, number] = entities[found.image] ?? ['object', undefined];
  const wanted = one ? 'one' : 'many';
  if (number !== wanted) {
    report(wrongKind(found, entity, number !== undefined, wanted, at));
    if (number === undefined) throw new Missing('entity');
  }
  const inside = maybeNode(cst, 'setBinder');
  const drawn = inside && maybeToken(inside, 'drawn');
  const members = inside ? tokens(inside, 'member') : [];
  const names = one ? [one] : drawn ? [drawn] : [...members, ...tokens(cst, 'ordered')];
  return {
    kind: 'entities',
    entity,
    order: one ? 'one' : drawn ? 'drawn' : inside ? 'set' : 'ordered',
    names: names.map((t) => name(t, at)),
    size: inside && drawn && size(inside, at, report),
    inVocabulary: inVocabulary(cst, entity, at, report),
    onFloor: found.image.startsWith('place'),
    namesSpan: namesSpan(cst, found, at),
    span: spanOf(cst, at),
  };
}

/** `objects a`, `object {a, b}`, `chair a`. */
function wrongKind(
  found: IToken,
  entity: ast.EntityBinder['entity'],
  known: boolean,
  wanted: 'one' | 'many',
  at: Origin,
): Diagnostic {
  const all = Object.entries(entities).flatMap(([word, [of, n]]) => (n === wanted ? [{ word, of }] : []));
  const meant = known
    ? all.find(({ word, of }) => of === entity && word.slice(0, 4) === found.image.slice(0, 4))?.word
    : undefined;
  const span = spanOfToken(found, at);
  const words = all.map(({ word }) => `\`${word}\``);
  const expected = wanted === 'one' ? [...words, ...domains.map((d) => `\`${d}\``)] : words;
  const hint =
    meant === undefined
      ? `What a thing is called is a condition: \`for object a where a called "${found.image}"\`.`
      : 'One is bound as `object a`, several as `objects {a, b}`.';
  const problem = unexpected(
    { found: `\`${found.image}\``, expected: meant ? [`\`${meant}\``] : expected, hint },
    span,
  );
  return meant === undefined ? problem : { ...problem, fix: { at: span, text: meant } };
}

/** The names with their brackets; of a binder that is not complete, its kind. */
function namesSpan(cst: CstNode, found: IToken, at: Origin): ast.EntityBinder['span'] {
  const set = maybeNode(cst, 'setBinder');
  if (set) return spanOf(set, at);
  const [first, last] = ['OpenParen', 'CloseParen'].map((bracket) => maybeToken(cst, bracket));
  if (first && last) return join(spanOfToken(first, at), spanOfToken(last, at));
  return spanOfToken(maybeToken(cst, 'one') ?? found, at);
}

function size(cst: CstNode, at: Origin, report: Report): { readonly least: number; readonly most: number } {
  const least = token(cst, 'least');
  return bounds(least, maybeToken(cst, 'most') ?? least, at, report);
}

function inVocabulary(cst: CstNode, entity: ast.EntityBinder['entity'], at: Origin, report: Report): boolean {
  const domain = maybeNode(cst, 'domain');
  if (!domain) return false;
  const word = maybeToken(domain, 'vocabulary');
  if (word?.image === 'vocabulary' && entity === 'category') return true;
  const hint =
    entity === 'category'
      ? 'Without it, the categories of which something is in the picture are bound.'
      : 'Only categories are bound by what a source knows; things are those in the picture.';
  report(unexpected({ found: 'this `in`', expected: ['`category c in vocabulary`'], hint }, spanOf(domain, at)));
  return false;
}

/** `relation r in (left of, right of)` · `count k in 2..4` */
function finiteBinder(domain: ast.FiniteBinder['domain'], cst: CstNode, at: Origin, report: Report): ast.FiniteBinder {
  const over = maybeNode(cst, 'domain');
  const one = maybeToken(cst, 'one');
  const values = over ? valuesOf(over, at, report) : [];
  if (!one || values.length === 0) {
    const example = domain === 'count' ? '`count k in 2..4`' : `\`${domain} r in (…, …)\``;
    report(unexpected({ found: `this \`${domain}\``, expected: [example], hint: undefined }, spanOf(cst, at)));
    throw new Missing('domain');
  }
  return { kind: 'finite', domain, name: name(one, at), values, span: spanOf(cst, at) };
}

function valuesOf(cst: CstNode, at: Origin, report: Report): readonly ast.Name[] {
  const least = maybeToken(cst, 'least');
  if (least) {
    const { least: low, most: high } = bounds(least, token(cst, 'most'), at, report);
    const span = spanOf(cst, at);
    return Array.from({ length: high - low + 1 }, (_, i) => ({ text: String(low + i), span }));
  }
  return nodes(cst, 'words').map((words) => ({
    text: [...tokens(words, 'word')]
      .sort((a, b) => a.startOffset - b.startOffset)
      .map((t) => t.image)
      .join(' '),
    span: spanOf(words, at),
  }));
}

/** Far more than one question can hold. */
const mostValues = 24;

/** `2..4`: in order, and few. */
function bounds(
  least: IToken,
  most: IToken,
  at: Origin,
  report: Report,
): { readonly least: number; readonly most: number } {
  const [low, high] = [Number(least.image), Number(most.image)];
  const problem = problemOf(low, high);
  if (!problem) return { least: low, most: high };
  const text = least === most ? least.image : `${least.image}..${most.image}`;
  report(badNumbers({ text, problem }, join(spanOfToken(least, at), spanOfToken(most, at))));
  // The name is bound all the same.
  return { least: 2, most: 2 };
}

function problemOf(low: number, high: number): string | undefined {
  if (!Number.isInteger(low) || !Number.isInteger(high)) return 'is no whole number';
  if (low > high) return 'goes downwards';
  return high - low < mostValues
    ? undefined
    : `goes over ${high - low + 1} numbers; at most ${mostValues} can be bound`;
}
