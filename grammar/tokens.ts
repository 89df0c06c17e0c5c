/**
 * Every word of the language, once. Keywords are soft where a name is clearly meant
 * (after a dot, as a unit, inside a relation's words): they share the category `Word`.
 */
import { createToken, Lexer, type TokenType } from 'chevrotain';

/** Anything that can stand where a name is meant: identifiers and keywords alike. */
export const Word = createToken({ name: 'Word', label: 'a name', pattern: Lexer.NA });

export const Identifier = createToken({
  name: 'Identifier',
  label: 'a name',
  pattern: /[A-Za-z_][A-Za-z0-9_]*/,
  categories: [Word],
});

const keywords = new Map<string, TokenType>();

function keyword(word: string): TokenType {
  const token = createToken({
    name: `keyword-${word}`,
    label: `\`${word}\``,
    // Not the beginning of a longer name: `as` must not eat half of `ask`.
    pattern: new RegExp(`${word}(?![A-Za-z0-9_])`),
    categories: [Word],
  });
  keywords.set(word, token);
  return token;
}

export const Import = keyword('import');
export const Only = keyword('only');
export const Except = keyword('except');
export const Use = keyword('use');
export const Source = keyword('source');
export const Perceive = keyword('perceive');
export const Seed = keyword('seed');
export const Margin = keyword('margin');
export const Units = keyword('units');
export const Refer = keyword('refer');
export const Formats = keyword('formats');
export const Fact = keyword('fact');
export const Relation = keyword('relation');
export const Says = keyword('says');
export const Level = keyword('level');
export const Task = keyword('task');
export const Mix = keyword('mix');
export const Split = keyword('split');
export const Emit = keyword('emit');
export const For = keyword('for');
export const Let = keyword('let');
export const Say = keyword('say');
export const Where = keyword('where');
export const Take = keyword('take');
export const Per = keyword('per');
export const Ask = keyword('ask');
export const Answer = keyword('answer');
export const As = keyword('as');
export const Choices = keyword('choices');
export const Near = keyword('near');
export const Statements = keyword('statements');
export const Claim = keyword('claim');
export const When = keyword('when');
export const Reason = keyword('reason');
export const Balance = keyword('balance');
export const Weight = keyword('weight');
export const Or = keyword('or');
export const And = keyword('and');
export const Not = keyword('not');
export const Is = keyword('is');
export const About = keyword('about');
export const In = keyword('in');
export const By = keyword('by');
export const Exactly = keyword('exactly');
export const From = keyword('from');
export const At = keyword('at');
export const Toward = keyword('toward');
export const Turned = keyword('turned');
export const If = keyword('if');
export const Then = keyword('then');
export const Else = keyword('else');
export const The = keyword('the');
export const With = keyword('with');
export const Least = keyword('least');
export const Greatest = keyword('greatest');
export const Rank = keyword('rank');
export const Sort = keyword('sort');
export const Orders = keyword('orders');
export const Count = keyword('count');
export const Any = keyword('any');
export const All = keyword('all');
export const Other = keyword('other');
export const Known = keyword('known');
export const Unknown = keyword('unknown');
export const True = keyword('true');
export const False = keyword('false');

/** Keywords in the order of the language reference; editors and the grammar page read this. */
export const keywordList: readonly string[] = [...keywords.keys()];

/** `1`, `0.5`, but not the start of `2..4`. */
export const NumberToken = createToken({ name: 'Number', label: 'a number', pattern: /\d+(?:\.\d+)?/ });
export const Text = createToken({ name: 'Text', label: 'a text', pattern: /"(?:[^"\\\r\n]|\\["\\nt{}])*"/ });
/** A quote with no partner on its line: its own token, so that the message can be exact. */
export const OpenText = createToken({ name: 'OpenText', label: 'an unclosed text', pattern: /"[^\r\n]*/ });

const symbol = (name: string, pattern: string): TokenType =>
  createToken({ name, label: `\`${pattern}\``, pattern: new RegExp(pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) });

export const DotDot = symbol('DotDot', '..');
export const Dot = symbol('Dot', '.');
export const Comma = symbol('Comma', ',');
export const Colon = symbol('Colon', ':');
export const OpenBrace = symbol('OpenBrace', '{');
export const CloseBrace = symbol('CloseBrace', '}');
export const OpenParen = symbol('OpenParen', '(');
export const CloseParen = symbol('CloseParen', ')');
export const NotEqual = symbol('NotEqual', '!=');
export const LessEqual = symbol('LessEqual', '<=');
export const GreaterEqual = symbol('GreaterEqual', '>=');
export const Less = symbol('Less', '<');
export const Greater = symbol('Greater', '>');
export const Equal = symbol('Equal', '=');
export const Plus = symbol('Plus', '+');
export const Minus = symbol('Minus', '-');
export const Star = symbol('Star', '*');
export const Slash = symbol('Slash', '/');
export const Percent = symbol('Percent', '%');

/** Blanks that other programs put in the place of ordinary ones look the same, and are. */
const Space = createToken({
  name: 'Space',
  pattern: /[ \t\r\n\uFEFF\u00A0\u2000-\u200A\u202F\u205F\u3000]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
const Comment = createToken({ name: 'Comment', pattern: /\/\/[^\r\n]*/, group: Lexer.SKIPPED });

export const tokens: TokenType[] = [
  Space,
  Comment,
  Text,
  OpenText,
  NumberToken,
  DotDot,
  Dot,
  Comma,
  Colon,
  OpenBrace,
  CloseBrace,
  OpenParen,
  CloseParen,
  NotEqual,
  LessEqual,
  GreaterEqual,
  Less,
  Greater,
  Equal,
  Plus,
  Minus,
  Star,
  Slash,
  Percent,
  ...keywords.values(),
  Identifier,
  Word,
];

/** The words are the same at every start: a test looks for those that hide others. */
export const lexer = new Lexer(tokens, { positionTracking: 'full', skipValidations: true });
