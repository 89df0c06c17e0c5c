/** Finite binders: what their values are, and what each says of itself. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { factNamed, factNames } from '../std/facts.js';
import type * as ast from '../syntax/ast.js';
import { components } from '../types/frame.js';
import type * as bound from './bound.js';
import { unknownFact, unknownRelation, unknownSetting } from './errors.js';
import type { Library } from './expression.js';
import type { Meaning } from './scope.js';

/** Tells of values that mean nothing. */
export function checkFinite(binder: ast.FiniteBinder, library: Library): void {
  for (const value of binder.values) {
    const problem = problemOf(binder.domain, value, library);
    if (problem) library.report(problem);
  }
}

/** What the name stands for in the body of one value. */
export function meaningOf(binder: ast.FiniteBinder, index: number, library: Library): Meaning {
  const value = binder.values[index];
  if (!value || problemOf(binder.domain, value, library)) return { kind: 'broken' };
  return { kind: 'finite', domain: binder.domain, value: value.text };
}

function problemOf(
  domain: ast.FiniteBinder['domain'],
  { text, span }: ast.Name,
  { relations, facts }: Library,
): Diagnostic | undefined {
  switch (domain) {
    case 'relation':
      if (relations.has(text)) return undefined;
      return unknownRelation({ name: text, hint: didYouMean(text, [...relations.keys()]) }, span);
    case 'measure': {
      if (facts.has(text) || factNamed('object', text) || factNamed('pixel', text)) return undefined;
      return unknownFact({ name: text, hint: didYouMean(text, [...factNames('object'), ...facts.keys()]) }, span);
    }
    case 'component':
    case 'frame': {
      const known = domain === 'frame' ? ['camera', 'world'] : components;
      if (known.some((k) => k === text)) return undefined;
      return unknownSetting({ word: text, clause: domain, hint: didYouMean(text, known) }, span);
    }
    case 'count':
      return undefined;
  }
}

/** What `{r}` or `{m:superlative}` is made of. */
export function finiteWords(domain: ast.FiniteBinder['domain'], value: string, library: Library): bound.FiniteWords {
  if (domain === 'measure') {
    const words = library.facts.get(value)?.words ?? factNamed('object', value)?.words;
    return { kind: 'measure', name: value, words };
  }
  if (domain !== 'relation') return { kind: 'plain', text: value };
  return { kind: 'relation', text: predicate(library.relations.get(value)?.says) ?? value };
}

/** What a relation says between `{a} is ` and ` {b}`; undefined where it says it otherwise. */
function predicate(says: readonly bound.SaysPart[] | undefined): string | undefined {
  const [left, between, right, ...more] = says ?? [];
  if (left !== 'left' || right !== 'right' || more.length > 0 || typeof between !== 'object') return undefined;
  return /^ is (.*) $/.exec(between.text)?.[1];
}
