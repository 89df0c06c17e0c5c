/** Finite binders: what their values are, and what each says of itself. */
import { didYouMean } from '../diagnostics/suggest.js';
import { factNamed, factNames } from '../std/facts.js';
import type * as ast from '../syntax/ast.js';
import { components } from '../types/frame.js';
import type * as bound from './bound.js';
import { unknownFact, unknownRelation, unknownSetting } from './errors.js';
import type { Library } from './expression.js';

/** Tells of values that mean nothing. */
export function checkFinite(binder: ast.FiniteBinder, library: Library): void {
  for (const { text, span } of binder.values) {
    switch (binder.domain) {
      case 'relation':
        if (!library.relations.has(text))
          library.report(unknownRelation({ name: text, hint: didYouMean(text, [...library.relations.keys()]) }, span));
        break;
      case 'measure':
        if (!library.facts.has(text) && !factNamed('object', text) && !factNamed('pixel', text))
          library.report(
            unknownFact(
              { name: text, hint: didYouMean(text, [...library.facts.keys(), ...factNames('object')]) },
              span,
            ),
          );
        break;
      case 'component':
      case 'frame': {
        const known = binder.domain === 'frame' ? ['camera', 'world'] : components;
        if (!known.some((k) => k === text))
          library.report(unknownSetting({ word: text, clause: binder.domain, hint: didYouMean(text, known) }, span));
        break;
      }
      case 'count':
        break;
    }
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
