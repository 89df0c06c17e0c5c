/**
 * Text made safe and measurable for a terminal. Source text, file names and data come from elsewhere:
 * a control or bidirectional character in them could move the cursor or reorder what is read.
 */

const TAB = '  ';
// Format, control, surrogate and separator characters. Joiners (U+200C, U+200D) stay: emoji and some scripts need them.
const HIDDEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const NO_WIDTH = /^[\p{Mn}\p{Me}\u200C\u200D]$/u;
const WIDE_EMOJI = /^\p{Emoji_Presentation}$/u;
/** Code points that terminals draw two cells wide, after Unicode's East Asian Width (W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

/** The text on one line with nothing hidden: tabs as two spaces, ESC as `␛`, U+202E as `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(HIDDEN, showHidden);
}

/** How many terminal cells `visible(text)` takes. */
export function cells(text: string): number {
  let total = 0;
  for (const character of visible(text)) total += cellsOf(character);
  return total;
}

/** The longest beginning of a visible text that takes at most so many cells. */
export function firstCells(text: string, limit: number): string {
  let kept = '';
  let used = 0;
  for (const character of visible(text)) {
    used += cellsOf(character);
    if (used > limit) return kept;
    kept += character;
  }
  return kept;
}

function showHidden(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\t') return TAB;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function cellsOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  return WIDE_EMOJI.test(character) || WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
