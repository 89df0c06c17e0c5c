/** One character that means nothing in the language, and what was meant by it where that can be told. */
import type { TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';

export interface Slip {
  /** What it covers of the text: perhaps more than the character, on either side. */
  readonly start: number;
  readonly end: number;
  readonly hint: string;
  /** What stands in its place. */
  readonly token?: TokenType;
  readonly image?: string;
  /** In the place of what is covered, up to an end of its own. */
  readonly fix?: { readonly end: number; readonly text: string };
  /** What the message calls it, if not the characters themselves. */
  readonly shown?: string;
  /** True where the whole covered text is what the message is about. */
  readonly whole: boolean;
  /** What stands around it is not what was meant, either. */
  readonly lost?: boolean;
}

const readers: readonly ((text: string, start: number, characters: string) => Slip | undefined)[] = [
  quoted,
  unitMark,
  contracted,
  comment,
  separator,
  bracket,
  letters,
  unseen,
  other,
];

/** @param characters all that the lexer could not read from `start` on */
export function slipAt(text: string, start: number, characters: string): Slip | undefined {
  for (const read of readers) {
    const slip = read(text, start, characters);
    if (slip) return slip;
  }
  return undefined;
}

/** Each with the quotes that may close it. */
const otherQuotes: Readonly<Record<string, string>> = {
  "'": "'",
  '`': '`',
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‘': '’',
  '’': '’',
};

function quoted(text: string, start: number): Slip | undefined {
  const closing = otherQuotes[text[start] ?? ''];
  if (closing === undefined || /[\w]/.test(text[start - 1] ?? '')) return undefined;
  const line = text.slice(start + 1, endOfLine(text, start));
  const at = Math.max(...[...closing].map((quote) => (quote === '"' ? line.indexOf(quote) : line.lastIndexOf(quote))));
  const inner = line.slice(0, at);
  if (at < 0 || inner.includes('"') || inner.includes('\\')) return undefined;
  const end = start + at + 2;
  const image = `"${inner}"`;
  const hint = 'Texts stand between `"` and `"`.';
  return { start, end, hint, token: t.Text, image, fix: { end, text: image }, whole: false };
}

/** `20°`, `6'`, `2 m³`, `3 m^2` */
function unitMark(text: string, start: number): Slip | undefined {
  const before = text.slice(0, start);
  const mark = /^(?:°|'|′|’|″|\^?[23]|²|³)/.exec(text.slice(start))?.[0] ?? '';
  const named: Readonly<Record<string, string>> = { '°': 'deg', "'": 'ft', '′': 'ft', '’': 'ft', '″': 'in' };
  const unit = named[mark];
  if (unit !== undefined && /\d\s*$/.test(before)) {
    const end = start + mark.length;
    return { ...written(start, end, t.Identifier, unit), fix: { end, text: ` ${unit}` } };
  }
  const power = /[2²]$/.test(mark) ? 'm2' : /[3³]$/.test(mark) ? 'm3' : undefined;
  if (power === undefined || unit !== undefined || !/\d\s*m$/.test(before)) return undefined;
  return { ...written(start - 1, start + mark.length, t.Identifier, power), shown: mark };
}

/** `isn't` */
function contracted(text: string, start: number): Slip | undefined {
  if (!/n['’]t\b/.test(text.slice(start - 1, start + 3))) return undefined;
  const hint = '`not` stands before a condition: `not a taller than b`.';
  return { start, end: start + 2, hint, whole: false, lost: true };
}

function comment(text: string, start: number): Slip | undefined {
  if (text[start] !== '#') return undefined;
  const hint = 'A comment begins with `//`.';
  return { start, end: endOfLine(text, start), hint, fix: { end: start + 1, text: '//' }, whole: false };
}

/** Words with which clauses begin, and what ends a task: what stands before them is no list. */
const clauseAhead =
  /^;\s*(?:(?:for|let|where|take|ask|answer|statements|choices|claim|reason|refer|formats|balance|weight)\b|\}|$)/;

/** `;` between things of a list is a comma, and else nothing. */
function separator(text: string, start: number): Slip | undefined {
  if (text[start] !== ';') return undefined;
  const list =
    (inBrackets(text, start) && !clauseAhead.test(text.slice(start, start + 80))) ||
    /^;\s*\w+\s*=/.test(text.slice(start, start + 80));
  if (list) return written(start, start + 1, t.Comma, ',');
  const hint = 'Lines need no end: leave it out.';
  return { start, end: start + 1, hint, fix: { end: start + 1, text: '' }, whole: false };
}

const bracketHint = 'A range is `1 m .. 2 m`, a set `{a, b}`, and a list has no brackets.';

function bracket(text: string, start: number): Slip | undefined {
  if (!'[]'.includes(text[start] ?? ' ')) return undefined;
  return { start, end: start + 1, hint: bracketHint, whole: false, lost: true };
}

/** `größe`: a name with other letters. The same name stands for it everywhere. */
function letters(text: string, start: number, characters: string): Slip | undefined {
  if (!/^\p{L}/u.test(characters)) return undefined;
  const from = start - (/[A-Za-z0-9_]*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  const end = start + (/^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(start))?.[0].length ?? characters.length);
  const name = text.slice(from, end);
  const image = name.replaceAll(/[^A-Za-z0-9_]/g, (letter) => `u${letter.charCodeAt(0)}`);
  const hint = 'Names are of the letters a to z, digits and `_`.';
  return {
    start: from,
    end,
    hint: `${hint} Write \`${name}\` otherwise.`,
    token: t.Identifier,
    image,
    whole: true,
    shown: name,
  };
}

function unseen(_: string, start: number, characters: string): Slip | undefined {
  const [first = ''] = characters;
  if (!/^[\p{C}\p{Z}\p{M}]/u.test(first)) return undefined;
  const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const end = start + first.length;
  const hint = 'It cannot be seen, and came in by copying: leave it out.';
  return { start, end, hint, fix: { end, text: '' }, shown: code, whole: true };
}

const words: Readonly<Record<string, readonly [TokenType, string]>> = {
  '&&': [t.And, 'and'],
  '&': [t.And, 'and'],
  '||': [t.Or, 'or'],
  '|': [t.Or, 'or'],
  '!': [t.Not, 'not'],
  '≤': [t.LessEqual, '<='],
  '≥': [t.GreaterEqual, '>='],
  '≠': [t.NotEqual, '!='],
  '–': [t.Minus, '-'],
  '—': [t.Minus, '-'],
  '−': [t.Minus, '-'],
  '×': [t.Star, '*'],
  '·': [t.Star, '*'],
  '÷': [t.Slash, '/'],
  '…': [t.DotDot, '..'],
};

const hints: Readonly<Record<string, string>> = {
  '?': 'A text stands between `"` and `"`; a choice is `if p then x else y`.',
  '~': 'Write `is about`.',
  '≈': 'Write `is about`.',
  '@': 'A function or relation has a name of its own.',
};

function other(_: string, start: number, characters: string): Slip | undefined {
  const [first = ''] = characters;
  const word = words[characters];
  if (word) return written(start, start + characters.length, ...word);
  const hint = hints[first];
  return hint === undefined ? undefined : { start, end: start + 1, hint, whole: false, lost: true };
}

const written = (start: number, end: number, token: TokenType, image: string): Slip => ({
  ...{ start, end, hint: `Write \`${image}\`.`, token, image },
  ...{ fix: { end, text: image }, whole: true },
});

/** Whether a bracket of the same line is open: what stands there is a list. */
function inBrackets(text: string, at: number): boolean {
  let open = 0;
  for (const character of text.slice(text.lastIndexOf('\n', at) + 1, at)) {
    if ('({'.includes(character)) open++;
    if (')}'.includes(character)) open--;
  }
  return open > 0;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' && line > from ? line - 1 : line;
}
