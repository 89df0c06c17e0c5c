/** Texts with holes: `"How far is {a} from {b}?"`. Spans of holes lie inside the quotes, exactly. */
import type { CstNode, IToken } from 'chevrotain';
import { keywordList, lexer } from '../../grammar/tokens.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import type * as ast from './ast.js';
import { Missing, maybeToken, name, node, type Origin, spanOfToken } from './concrete.js';
import { brokenHole, tooDeep } from './errors.js';
import { sum, unquote } from './expression.js';
import { fromRecognition, parser } from './parser.js';
import { withNames } from './renamed.js';
import { tooDeepAt } from './too-deep.js';

/** What stands for a text that was not closed: its holes cannot be known. */
export const emptied = '""';

export function template(found: IToken, at: Origin, report: Report): ast.Template {
  const span = spanOfToken(found, at);
  const raw = found.image.slice(1, -1);
  const inside: Origin = { ...at, offset: span.start + 1 };
  const parts: ast.TemplatePart[] = [];
  let complete = found.image !== emptied;
  const broken: Report = (diagnostic) => {
    complete = false;
    report(diagnostic);
  };
  let from = 0;
  const text = (to: number): void => {
    if (to > from)
      parts.push({ kind: 'text', text: unquote(`"${raw.slice(from, to)}"`), span: range(inside, from, to) });
  };
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] === '\\') i++;
    else if (raw[i] === '}') broken(brokenHole({ reason: 'This `}` closes nothing.' }, range(inside, i, i + 1)));
    else if (raw[i] === '{') {
      text(i);
      const close = raw.indexOf('}', i);
      const end = close < 0 ? raw.length : close;
      if (close < 0) broken(brokenHole({ reason: 'This `{` is never closed.' }, range(inside, i, i + 1)));
      else parts.push(...hole(raw.slice(i + 1, end), { ...at, offset: inside.offset + i + 1 }, broken));
      i = end;
      from = end + 1;
    }
  }
  text(raw.length);
  return { parts, raw: unquote(found.image), complete, span };
}

const range = (inside: Origin, start: number, end: number) => ({
  file: inside.file,
  start: inside.offset + start,
  end: inside.offset + end,
});

function hole(text: string, at: Origin, report: Report): readonly ast.TemplatePart[] {
  const span = range(at, -1, text.length + 1);
  if (text.trim() === '') {
    report(brokenHole({ reason: 'This hole is empty.' }, span));
    return [];
  }
  const alone = loneName(text, at);
  if (alone) return [{ kind: 'hole', value: alone, noun: undefined, format: undefined, written: text, span }];
  const cst = whole.get(text) ?? parsed(text, span, at, report);
  if (!cst) return [];
  try {
    const [noun, format] = ['noun', 'format'].map((label) => maybeToken(cst, label)).map((t) => t && name(t, at));
    return [{ kind: 'hole', value: sum(node(cst, 'value'), at), noun, format, written: text, span }];
  } catch (thrown) {
    if (thrown instanceof Missing) return [];
    throw thrown;
  }
}

/** Nearly every hole is a name, and needs no parser. */
function loneName(text: string, at: Origin): ast.Expression | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(text) || keywords.has(text)) return undefined;
  const span = range(at, 0, text.length);
  return { kind: 'name', name: { text, span }, span };
}

const keywords: ReadonlySet<string> = new Set(keywordList);

/** Trees of holes that were read as they stand: `{a}` is written a hundred times, and says the same wherever it stands. */
const whole = new Map<string, CstNode>();

/** A process that reads many recipes must not keep all that it ever read. */
const mostKept = 1000;

function parsed(text: string, span: Span, at: Origin, report: Report): CstNode | undefined {
  const lexed = lexer.tokenize(text);
  if (lexed.errors.length > 0) {
    report(brokenHole({ reason: `\`${text}\` is no value.` }, span));
    return undefined;
  }
  const deep = tooDeepAt(lexed.tokens);
  if (deep) {
    report(tooDeep({ most: deep.most }, spanOfToken(deep.token, at)));
    return undefined;
  }
  parser.input = lexed.tokens;
  const cst = parser.hole();
  const [error] = parser.errors;
  if (!error) {
    if (whole.size >= mostKept) whole.clear();
    whole.set(text, cst);
    return cst;
  }
  const names = at.names?.size ? at.names : undefined;
  if (names) parser.input = [...withNames(lexed.tokens, names)];
  const renamed = names && parser.hole();
  const [other] = names ? parser.errors : [error];
  if (other) report(fromRecognition(other, at, text));
  return other ? undefined : renamed;
}
