/**
 * Lines of SQL that are too long to read, broken where they nest: at `and`, `or`, commas and the cases of a `case`.
 * Only white space between words is added; texts and names stay as they are.
 */

const WIDTH = 110;
/** What nests deeper than this is left on one line: it would not be read anyway, and indentation alone would be megabytes. */
const DEEPEST = 32;

/** What a break looks like where it is none is `before` and `after` with a space between them. */
interface Break {
  readonly before: ',' | '';
  readonly after: string;
  /** What a case asks for is longer than its line: it goes on below the word `when`. */
  readonly goesOn?: boolean;
}

interface Group {
  readonly open: string;
  readonly parts: readonly Part[];
  readonly close: string;
  readonly flat: string;
}

type Part = string | Break | Group;

export function sqlLayout(sql: string): string {
  return linesOf(sql)
    .map((line) => (line.length <= WIDTH || line.includes('\n') ? line : broken(line)))
    .join('\n');
}

/** A text may hold line breaks: its line goes on. */
function linesOf(sql: string): readonly string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of sql.split('\n')) {
    const whole = open === '' ? line : `${open}\n${line}`;
    open = isClosed(whole) ? '' : whole;
    if (open === '') lines.push(whole);
  }
  return open === '' ? lines : [...lines, open];
}

/** A quote within quotes is written twice, so both kinds are even where nothing is open, and of one kind alone is asked. */
const isClosed = (text: string): boolean => text.replaceAll(/'[^']*'|"[^"]*"/g, '').search(/['"]/) < 0;

function broken(line: string): string {
  const indent = line.length - line.trimStart().length;
  return ' '.repeat(indent) + laid(parsed(line.slice(indent)), indent, indent);
}

/** Quoted texts and names, brackets, words that open, close or break, and what stands between. */
const tokens =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|[()[\]{}]|\b(?:case|end)\b|, | (?:and|or|when|else) |\w+|[^\s\w'"()[\]{},]+|[\s\S]/g;

const breaks: Readonly<Record<string, Break>> = {
  ', ': { before: ',', after: '' },
  ' and ': { before: '', after: 'and ' },
  ' or ': { before: '', after: 'or ' },
  ' when ': { before: '', after: 'when ' },
  ' else ': { before: '', after: 'else ' },
};

function breakOf(token: string, inside: string): Break | undefined {
  const found = breaks[token];
  const goesOn = inside === 'case' && (token === ' and ' || token === ' or ');
  return found && { ...found, goesOn };
}

const closing = new Set([')', ']', '}', 'end']);
const opening = new Set(['(', '[', '{', 'case']);

function parsed(text: string): readonly Part[] {
  const stack: { readonly open: string; readonly at: number; readonly parts: Part[] }[] = [
    { open: '', at: 0, parts: [] },
  ];
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const top = stack.at(-1);
    if (opening.has(token)) stack.push({ open: token, at: index, parts: [] });
    else if (top && closing.has(token) && stack.length > 1) {
      stack.pop();
      const flat = text.slice(top.at, index + token.length);
      stack.at(-1)?.parts.push({ open: top.open, parts: top.parts, close: token, flat });
    } else top?.parts.push(breakOf(token, top.open) ?? token);
  }
  return stack.flatMap(({ open, parts }) => (open === '' ? parts : [open, ...parts]));
}

/** Parts with every break between them taken; groups among them are broken where they do not fit. `from`: a column. */
function laid(parts: readonly Part[], indent: number, from: number): string {
  let column = from;
  let text = '';
  for (const part of parts) {
    const written =
      typeof part === 'string' ? part : 'flat' in part ? group(part, indent, column) : taken(part, indent);
    const lastBreak = written.lastIndexOf('\n');
    column = lastBreak < 0 ? column + written.length : written.length - lastBreak - 1;
    text += written;
  }
  return text;
}

const taken = ({ before, after, goesOn = false }: Break, indent: number): string =>
  `${before}\n${' '.repeat(goesOn ? indent + 2 : indent)}${after}`;

function group({ open, parts, close, flat }: Group, indent: number, column: number): string {
  if (column + flat.length <= WIDTH || indent >= DEEPEST) return flat;
  const edge = `\n${' '.repeat(indent)}`;
  // A case begins with a break of its own.
  const first = open === 'case' ? '' : `${edge}  `;
  return `${open}${first}${laid(parts, indent + 2, indent + 2).trimEnd()}${edge}${close}`;
}
