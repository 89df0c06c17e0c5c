/** Which words begin a declaration, a clause or a block, and which can end neither. */

/** What the statements between two braces are. */
export type Place = 'file' | 'level' | 'task' | 'perceive';

const clauses = [
  'for',
  'let',
  'where',
  'take',
  'ask',
  'answer',
  'choices',
  'claim',
  'reason',
  'refer',
  'formats',
  'balance',
  'weight',
  'statements',
];
const settings = ['seed', 'margin', 'units', 'refer', 'mix', 'split', 'formats', 'balance', 'emit'];

/** Words with which a statement may begin, by where it stands. Tasks stand in a file only where documents show them alone. */
export const openers: Readonly<Record<Place, ReadonlySet<string>>> = {
  file: new Set([...settings, 'import', 'source', 'relation', 'fact', 'perceive', 'level', 'task', 'use']),
  level: new Set(['task', 'use']),
  task: new Set(clauses),
  perceive: new Set(),
};

/** Statements whose first word is padded, so that what they say stands in one column. */
export const padded: Readonly<Record<Place, ReadonlySet<string>>> = {
  file: new Set(settings),
  level: new Set(),
  task: new Set(clauses),
  perceive: new Set(),
};

/** Words whose statement ends in a block, and what the block holds. */
export const blocks: ReadonlyMap<string, Place> = new Map([
  ['level', 'level'],
  ['task', 'task'],
  ['perceive', 'perceive'],
]);

/** Declarations whose words may be any: nothing begins in them before their `=`. */
export const freelyWorded: ReadonlySet<string> = new Set(['relation', 'fact']);

/** Statements that list names of tasks, which may be any words. */
export const naming: ReadonlySet<string> = new Set(['use', 'import']);

/** Words of a claim that stand under its phrasings, where these take several lines. */
export const underPhrasings: ReadonlySet<string> = new Set(['else', 'when', 'of']);

/** Words that want something behind them: an opening parenthesis is not that of a call, and no statement ends here. */
export const operators: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'is',
  'in',
  'by',
  'from',
  'at',
  'toward',
  'turned',
  'if',
  'then',
  'else',
  'when',
  'where',
  'with',
  'least',
  'greatest',
  'exactly',
]);

/** Further words that no statement ends with. */
export const unfinished: ReadonlySet<string> = new Set([
  ...operators,
  'about',
  'as',
  'of',
  'per',
  'near',
  'the',
  'other',
  'rank',
  'sort',
  'orders',
  'says',
  'say',
  'only',
  'except',
]);
