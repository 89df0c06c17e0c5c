/**
 * The colours of a recipe, as a TextMate grammar that editors and code hosts read. Made from the words of the language,
 * so that none can be forgotten: a word that no group here names is a keyword.
 */

export interface TextMateInput {
  /** All words of the language. */
  readonly keywords: readonly string[];
  /** Names of units, `%` included. */
  readonly units: readonly string[];
}

const constants = ['true', 'false'];
const operators = ['and', 'or', 'not', 'is', 'about', 'in', 'by', 'exactly', 'from', 'at', 'toward', 'turned', 'with'];
/** Words that are followed by the name of what they declare. */
const declaring = ['source', 'fact', 'task', 'let'];

const NAME = '[A-Za-z_][A-Za-z0-9_]*';

/** Plain data of the file `spq.tmLanguage.json`. */
export function textMateGrammar({ keywords, units }: TextMateInput): object {
  const plain = keywords.filter((word) => !constants.includes(word) && !operators.includes(word));
  return {
    name: 'spq',
    scopeName: 'source.spq',
    fileTypes: ['spq'],
    patterns: [{ include: '#comment' }, { include: '#text' }, { include: '#code' }],
    repository: {
      comment: {
        patterns: [
          { name: 'comment.line.documentation.spq', match: '///.*$' },
          { name: 'comment.line.double-slash.spq', match: '//.*$' },
        ],
      },
      text: {
        name: 'string.quoted.double.spq',
        begin: '"',
        // A text ends with its line, closed or not.
        end: '"|$',
        patterns: [
          { name: 'constant.character.escape.spq', match: '\\\\["\\\\nt{}]' },
          {
            name: 'meta.embedded.hole.spq',
            begin: '\\{',
            end: '\\}|(?=["\\n])',
            beginCaptures: { 0: { name: 'punctuation.section.embedded.begin.spq' } },
            endCaptures: { 0: { name: 'punctuation.section.embedded.end.spq' } },
            patterns: [{ name: 'support.constant.format.spq', match: `(?<=:)${NAME}` }, { include: '#code' }],
          },
        ],
      },
      code: {
        patterns: [
          {
            match: `\\b(${declaring.filter((word) => keywords.includes(word)).join('|')})\\s+(${NAME})`,
            captures: { 1: { name: 'keyword.control.spq' }, 2: { name: 'entity.name.spq' } },
          },
          // Behind a dot every word is a name.
          { match: `(?<=\\.)${NAME}`, name: 'variable.other.member.spq' },
          {
            match: `\\b([0-9]+(?:\\.[0-9]+)?)(?:\\s*(${units.map(escaped).join('|')})(?![A-Za-z0-9_]))?`,
            captures: { 1: { name: 'constant.numeric.spq' }, 2: { name: 'keyword.other.unit.spq' } },
          },
          { match: oneOf(constants, keywords), name: 'constant.language.spq' },
          { match: oneOf(operators, keywords), name: 'keyword.operator.word.spq' },
          { match: oneOf(plain, keywords), name: 'keyword.control.spq' },
          { match: `${NAME}(?=\\()`, name: 'support.function.spq' },
          { match: NAME, name: 'variable.other.spq' },
          { match: '!=|<=|>=|[=<>+*/-]|\\.\\.', name: 'keyword.operator.spq' },
        ],
      },
    },
  };
}

function oneOf(words: readonly string[], keywords: readonly string[]): string {
  return `\\b(?:${words.filter((word) => keywords.includes(word)).join('|')})\\b`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
