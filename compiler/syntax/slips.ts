/**
 * Characters that mean nothing in the language, and what was meant by them: quotes of other kinds, `&&`, `#`, `;`. Each kind
 * is told of once. What was meant takes their place, so that the rest of the text can be read.
 */
import { createTokenInstance, type ILexingError, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import { unknownCharacter } from './errors.js';
import { type Slip, slipAt } from './slip.js';

export interface Readable {
  readonly tokens: readonly IToken[];
  readonly problems: readonly Diagnostic[];
  /** Where characters were left out: what stands around them may not be what was meant. */
  readonly holes: readonly number[];
}

/** @param lexed tokens and errors of the whole text */
export function withSlips(
  file: string,
  text: string,
  lexed: { readonly tokens: readonly IToken[]; readonly errors: readonly ILexingError[] },
): Readable {
  const made: IToken[] = [];
  const covered: Covered[] = [];
  const problems: Diagnostic[] = [];
  const holes: number[] = [];
  const told = new Set<string>();
  for (const { offset, length, line = 1 } of lexed.errors) {
    if (offset < (covered.at(-1)?.end ?? 0)) continue;
    const characters = text.slice(offset, offset + length);
    const slip = slipAt(text, offset, characters);
    const start = slip?.start ?? offset;
    const end = slip?.end ?? offset + length;
    const key = slip ? slip.hint : characters;
    if (!told.has(key)) {
      const at: Span = { file, start, end: Math.max(end, offset + length) };
      const fix = slip?.fix === undefined ? undefined : { at: { ...at, end: slip.fix.end }, text: slip.fix.text };
      const shown = slip?.shown ?? (slip?.whole === false ? characters.slice(0, 1) : characters);
      const problem = unknownCharacter({ characters: shown, hint: slip?.hint }, spanOf(at, slip));
      problems.push(fix ? { ...problem, fix } : problem);
    }
    told.add(key);
    if (slip) covered.push({ start, end });
    if (!slip || slip.lost) holes.push(offset);
    if (slip?.token) made.push(tokenAt(slip.token, slip.image ?? '', line, start, end));
  }
  const kept = outside(lexed.tokens, covered);
  const tokens = [...kept, ...made].sort((a, b) => a.startOffset - b.startOffset);
  return { tokens, problems, holes };
}

interface Covered {
  readonly start: number;
  readonly end: number;
}

const spanOf = (at: Span, slip: Slip | undefined): Span => (slip?.whole === false ? { ...at, end: at.start + 1 } : at);
/** Tokens that no slip covers; both are in the order of the text. */
function outside(tokens: readonly IToken[], covered: readonly Covered[]): readonly IToken[] {
  let next = 0;
  return tokens.filter(({ startOffset }) => {
    while ((covered[next]?.end ?? Number.POSITIVE_INFINITY) <= startOffset) next++;
    return startOffset < (covered[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}

/** A token in the place of what was written; a fixed word takes as much room as was there. */
function tokenAt(type: TokenType, image: string, line: number | undefined, start: number, end: number): IToken {
  return createTokenInstance(type, image, start, Math.max(end - 1, start - 1), line ?? 1, line ?? 1, 1, 1);
}
