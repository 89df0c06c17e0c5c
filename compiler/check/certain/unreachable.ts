/** Branches of `if` and steps of a `reason` that no scene can reach, in no body of the task. */
import type { Span } from '../../diagnostics/span.js';
import { partsOf } from '../parts.js';
import type * as typed from '../typed.js';
import { assume } from './assume.js';
import type { Knowledge } from './knowledge.js';
import { canBe } from './truth.js';

export interface Unreachable {
  readonly what: 'branch' | 'step';
  readonly span: Span;
}

interface Place extends Unreachable {
  reached: boolean;
}

const asWritten: ReadonlyMap<string, string> = new Map();

export function unreachableIn(
  bodies: readonly { readonly body: typed.Body; readonly known: Knowledge }[],
): readonly Unreachable[] {
  const places = new Map<string, Place>();
  const meet = (what: Place['what'], span: Span, reached: boolean): void => {
    const key = `${span.start} ${span.end}`;
    const place = places.get(key) ?? { what, span, reached: false };
    place.reached ||= reached;
    places.set(key, place);
  };
  for (const { body, known } of bodies) {
    const seen = new Set<typed.Expression>();
    for (const value of written(body)) walk(value, known, seen, meet);
    for (const { when } of body.reasons) if (when) meet('step', when.span, canBe(when, asWritten, known).true);
  }
  return [...places.values()].filter((p) => !p.reached);
}

const written = (body: typed.Body): readonly typed.Expression[] => [
  ...body.lets.flatMap((l) => (l.kind === 'value' ? [l.value] : [])),
  ...(body.answer ? [body.answer.value] : []),
  ...body.claims.flatMap((c) => c.when ?? []),
];

type Meet = (what: Place['what'], span: Span, reached: boolean) => void;

/** Only what the task itself says: a definition has branches for other tasks, too. */
function walk(e: typed.Expression, known: Knowledge, seen: Set<typed.Expression>, meet: Meet): void {
  if (seen.has(e) || e.kind === 'let' || e.kind === 'relation' || e.kind === 'user fact') return;
  seen.add(e);
  if (e.kind !== 'if') {
    for (const part of partsOf(e)) walk(part, known, seen, meet);
    return;
  }
  walk(e.condition, known, seen, meet);
  const able = canBe(e.condition, asWritten, known);
  meet('branch', e.consequent.span, able.true);
  if (able.true) walk(e.consequent, assume(e.condition, true, asWritten, known), seen, meet);
  // The end of a chain is told of where the last condition is always true.
  meet('branch', e.otherwise.span, able.false);
  if (able.false) walk(e.otherwise, assume(e.condition, false, asWritten, known), seen, meet);
}
