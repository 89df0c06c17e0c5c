/** Which tuples are asked: what the drawn words need is known, and the drawn options can be told apart. */
import type * as typed from '../check/typed.js';
import { and, bool, equal, int, isKnown, isTrue, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { allEqual } from '../ir/numbering.js';
import { each } from './bodies.js';
import { valueKnown } from './compare.js';
import type { Drawn, DrawnBody } from './drawn.js';
import { lower } from './expression.js';
import type { Prints } from './precision.js';
import { wordsKnown } from './text.js';

/** Known, and printable in the drawn words: a text with a hole that is unknown asks nothing. */
export function answerKnown(drawn: Drawn, prints: Prints): Expression {
  return each(drawn.bodies, (_, i) => {
    const b = drawn.all[i];
    return b ? ofBody(b, drawn, prints) : bool(false);
  });
}

function ofBody(b: DrawnBody, drawn: Drawn, prints: Prints): Expression {
  const { is, asked, claimed } = drawn;
  const { body, answer, options } = b;
  const known = answer ? valueKnown(answer) : bool(true);
  const words = drawnHolesKnown(body.asks, asked, b);
  const as = body.answer?.as ? [holesKnown(body.answer.as, b)] : [];
  const cases: (readonly [Expression, Expression])[] = [];
  if (answer) cases.push([is('open'), and(known, words, ...as)]);
  if (options) cases.push([is('choice'), and(known, words, options.askable(prints))]);
  if (body.claims.length > 0) {
    const truths = drawn.claims.map(({ claim, phrasing }, k) => {
      const said = body.claims[claim];
      const template = said?.phrasings[phrasing]?.template;
      const ofOptions = said?.when || !options ? [] : [known, options.askable(prints)];
      return [
        equal(claimed, int(k)),
        and(isKnown(b.truths[k] ?? bool(false)), ...ofOptions, template ? holesKnown(template, b) : bool(true)),
      ] as const;
    });
    cases.push([is('claim'), merged(truths)]);
  }
  const possible = cases.filter(([test]) => !(test.kind === 'literal' && test.value === false));
  const [only, second] = possible;
  return only && !second ? only[1] : isTrue(when(possible));
}

function drawnHolesKnown(templates: readonly typed.Template[], drawn: Expression, b: DrawnBody): Expression {
  return merged(templates.map((t, k) => [equal(drawn, int(k)), holesKnown(t, b)] as const));
}

/** Phrasings mostly have holes alike: then no case is needed. */
function merged(cases: readonly (readonly [Expression, Expression])[]): Expression {
  const [first] = cases;
  if (!first) return bool(true);
  return allEqual(cases.map(([, e]) => e)) ? first[1] : isTrue(when(cases));
}

export function holesKnown(template: typed.Template, b: DrawnBody): Expression {
  return and(...template.parts.flatMap((part) => (part.kind === 'hole' ? holeKnown(part, b) : [])));
}

/** Empty for what is known anyway: things have references, and the answer is looked at by itself. */
function holeKnown(
  hole: Extract<typed.TemplatePart, { kind: 'hole' }>,
  { body, scope }: DrawnBody,
): readonly Expression[] {
  const { value } = hole;
  const answer = body.answer?.value;
  const words = wordsKnown(hole, scope);
  if (value.kind === 'option' || value.kind === 'entity' || value.kind === 'list') return words;
  if (value.kind === 'let' && answer?.kind === 'let' && value.let === answer.let && body.claims.length === 0)
    return words;
  return [valueKnown(lower(value, scope)), ...words];
}
