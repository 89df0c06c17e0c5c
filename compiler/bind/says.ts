/** Relations in their own words: `says "{a} is to the left of {b}"`. */
import type { Report } from '../diagnostics/diagnostic.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';
import { notHere, saysNothing } from './errors.js';
import { bindExpression, type Library } from './expression.js';
import type { Scope } from './scope.js';

/** The words of a definition: texts, and the places of its two sides. Of what is told of there are both sides alone. */
export function saysParts(
  says: ast.Template,
  left: ast.Name,
  right: ast.Name,
  report: Report,
): readonly bound.SaysPart[] {
  const parts = says.parts.map((part): bound.SaysPart | undefined => {
    if (part.kind === 'text') return { text: part.text, span: part.span };
    const name = part.value.kind === 'name' && !part.format && !part.noun ? part.value.name.text : undefined;
    return name === left.text ? 'left' : name === right.text ? 'right' : undefined;
  });
  const known = parts.flatMap((p) => p ?? []);
  if (known.length === parts.length && known.includes('left') && known.includes('right')) return known;
  const hint = `It names both sides, and nothing else: \`{${left.text}}\` and \`{${right.text}}\`.`;
  report(notHere({ what: 'What this relation says', hint }, says.span));
  return ['left', 'right'];
}

/** `a left of b` as a sentence about the things that are bound. */
export function bindStatement(e: ast.Expression, scope: Scope, library: Library): bound.Statement | undefined {
  if (e.kind === 'text') {
    library.report(
      notHere(
        { what: 'A text that does not say when it is true', hint: 'For instance `claim "…" when a left of b`.' },
        e.span,
      ),
    );
    return undefined;
  }
  const relation = bindExpression(e, scope, library);
  if (relation.kind === 'error') return undefined;
  if (relation.kind !== 'relation') {
    const hint = 'A statement without a text is a relation between two things: `a left of b`.';
    library.report(notHere({ what: 'This expression', hint }, e.span));
    return undefined;
  }
  const { says } = relation.relation;
  if (!says) {
    library.report(saysNothing({ relation: relation.relation.name }, e.span));
    return undefined;
  }
  const parts = says.map(
    (part): bound.TemplatePart =>
      typeof part === 'object'
        ? { kind: 'text', text: part.text, span: part.span }
        : {
            kind: 'hole',
            value: part === 'left' ? relation.left : relation.right,
            noun: undefined,
            format: undefined,
            written: part === 'left' ? relation.relation.left.name : relation.relation.right.name,
            span: e.span,
          },
  );
  const stop: bound.TemplatePart = { kind: 'text', text: '.', span: e.span };
  const name = { left: '{a}', right: '{b}' } as const;
  const raw = `${says.map((p) => (typeof p === 'object' ? p.text : name[p])).join('')}.`;
  return { relation, says: { parts: [...parts, stop], raw, complete: true, span: e.span } };
}
