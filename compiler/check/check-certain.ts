/**
 * What is certain before anything was measured (S17): guards that exclude each other, claims that are never false, answers
 * that are always the same, branches that nothing reaches. Intervals are taken with the margins of the recipe.
 * It tells what is certain, and nothing else: what it calls contradictory is asked of no scene.
 */
import type { Note, Report } from '../diagnostics/diagnostic.js';
import { boolean } from '../types/type.js';
import { assume } from './certain/assume.js';
import { isPoint } from './certain/interval.js';
import { type Knowledge, nothingKnown, soleWord } from './certain/knowledge.js';
import { type Able, canBe } from './certain/truth.js';
import { unreachableIn } from './certain/unreachable.js';
import { intervalOf, wordsOf } from './certain/value.js';
import { certainAnswer, certainClaim, contradictoryGuards, unreachable } from './errors.js';
import { sizeOf } from './parts.js';
import type * as typed from './typed.js';

const asWritten: ReadonlyMap<string, string> = new Map();

/** A body with what its guards tell. */
interface Guarded {
  readonly body: typed.Body;
  readonly guards: readonly typed.Expression[];
  readonly known: Knowledge;
}

/** What is larger is no recipe that somebody wrote. */
const largest = 1000;

/** @param at where the message about one of several bodies says which one it is */
export function checkCertain(
  bodies: readonly typed.Body[],
  at: typed.Expression['span'] | undefined,
  report: Report,
): void {
  if (bodies.some((body) => valuesIn(body).reduce((n, e) => n + sizeOf(e), 0) > largest)) return;
  const contradictions: (() => void)[] = [];
  const guarded = bodies.flatMap((body): Guarded[] => {
    const guards = body.wheres.flatMap(conjuncts);
    const known = guards.reduce((so, g) => assume(g, true, asWritten, so), nothingKnown);
    const contradiction = contradictionIn(guards, report);
    if (!contradiction) return [{ body, guards, known }];
    contradictions.push(contradiction);
    return [];
  });
  // A guard may well be there to leave some bodies out.
  if (guarded.length === 0) contradictions[0]?.();
  const told = new Set<number>();
  for (const one of guarded) {
    const note = bodies.length > 1 && at && one.body.about !== '' ? [{ at, note: `with ${one.body.about}` }] : [];
    checkClaims(one, note, told, report);
    checkAnswer(one, note, told, report);
  }
  // Where the answer is certain, so is the way to it.
  if (told.size === 0) for (const { span, what } of unreachableIn(guarded)) report(unreachable({ what }, span));
}

const valuesIn = (body: typed.Body): readonly typed.Expression[] => [
  ...body.wheres,
  ...body.claims.flatMap((c) => c.when ?? []),
  ...(body.answer ? [body.answer.value] : []),
];

function conjuncts(e: typed.Expression): readonly typed.Expression[] {
  return e.kind === 'and' ? [...conjuncts(e.left), ...conjuncts(e.right)] : [e];
}

/** The first guard that cannot be true beside those before it, ready to be told. */
function contradictionIn(guards: readonly typed.Expression[], report: Report): (() => void) | undefined {
  let known = nothingKnown;
  for (const [i, guard] of guards.entries()) {
    if (!canBe(guard, asWritten, known).true) {
      const alone = !canBe(guard, asWritten, nothingKnown).true;
      const before = guards.slice(0, i);
      const also = alone ? [] : because(before, 'and this', (so) => !canBe(guard, asWritten, so).true);
      const [other] = also;
      const within = other?.at.start === guard.span.start && other.at.end === guard.span.end;
      return () => report(contradictoryGuards({ alone: alone || within }, guard.span, within ? [] : also));
    }
    known = assume(guard, true, asWritten, known);
  }
  return undefined;
}

/** The one guard that is enough to make it so; none where it takes several, or none. */
function because(
  guards: readonly typed.Expression[],
  note: string,
  isSo: (known: Knowledge) => boolean,
): readonly Note[] {
  const enough = guards.find((g) => isSo(assume(g, true, asWritten, nothingKnown)));
  return enough && !isSo(nothingKnown) ? [{ at: enough.span, note }] : [];
}

function checkClaims({ body, guards, known }: Guarded, note: readonly Note[], told: Set<number>, report: Report): void {
  for (const { when, question } of body.claims) {
    if (!when || told.has(when.span.start)) continue;
    const always = certainly(canBe(when, asWritten, known));
    if (!always) continue;
    told.add(when.span.start);
    const also = because(guards, 'since this holds', (so) => certainly(canBe(when, asWritten, so)) === always);
    report(certainClaim({ what: question ? 'answer' : 'claim', always }, when.span, [...also, ...note]));
  }
}

function certainly(able: Able): 'true' | 'false' | 'unknown' | undefined {
  if (able.true) return able.false ? undefined : 'true';
  return able.false ? 'false' : 'unknown';
}

function checkAnswer({ body, guards, known }: Guarded, note: readonly Note[], told: Set<number>, report: Report): void {
  const value = body.answer?.value;
  if (!value || told.has(value.span.start)) return;
  const always = soleAnswer(value, known);
  if (always === undefined) return;
  told.add(value.span.start);
  const also = because(guards, 'since this holds', (so) => soleAnswer(value, so) === always);
  report(certainAnswer({ always }, value.span, [...also, ...note]));
}

/** The only answer that there can be, as it is called; undefined where there may be several. */
function soleAnswer(e: typed.Expression, known: Knowledge): string | undefined {
  if (e.kind === 'let') return soleAnswer(e.let.value, known) ?? soleValue(e, known);
  return e.kind === 'pick' ? soleWinner(e, known) : soleValue(e, known);
}

function soleValue(e: typed.Expression, known: Knowledge): string | undefined {
  if (e.type.kind === 'enumeration') return quoted(soleWord(wordsOf(e, asWritten, known)));
  if (e.type.kind !== 'quantity') return undefined;
  const interval = intervalOf(e, asWritten, known);
  if (!isPoint(interval)) return undefined;
  return e.type.dimension === 'count' ? `${interval.low}` : 'one number';
}

const quoted = (name: string | undefined): string | undefined => (name === undefined ? undefined : `\`${name}\``);

/** A member wins only where it can be clear of every other. */
function soleWinner(e: Extract<typed.Expression, { kind: 'pick' }>, known: Knowledge): string | undefined {
  if (e.rank !== 1) return undefined;
  const beats = (i: number, j: number): boolean => {
    const [low, high] = e.most === 'least' ? [e.by[i], e.by[j]] : [e.by[j], e.by[i]];
    if (!low || !high) return true;
    const clear = { kind: 'less', left: low, right: high, margin: e.margin, type: boolean, span: e.span } as const;
    return canBe(clear, asWritten, known).true;
  };
  const able = e.members.filter((_, i) => e.members.every((__, j) => i === j || beats(i, j)));
  return able.length === 1 ? quoted(able[0]?.name) : undefined;
}
