/** What is expected where something else stands, in few words, and what people mean who write the other thing there. */
import type { IToken } from 'chevrotain';
import { keywordList } from '../../grammar/tokens.js';
import { nearest } from '../diagnostics/suggest.js';
import { clauseWords } from './starts.js';

/** What people write by habit, and what spq says instead. */
const slips: Readonly<Record<string, string>> = {
  '==': 'Write `=`.',
  '&': 'Write `and`.',
  '|': 'Write `or`.',
  '!': 'Write `not`.',
  when: 'A condition on tuples is written with `where`; `when` belongs to `claim`.',
  if: 'A condition on tuples is written with `where`; `if` is a value: `if c then a else b`.',
};

/** The same, within a clause. */
const slipsIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  claim: {
    when: 'What is claimed stands before `when`: `claim "…" when p`.',
    else: 'The contrary stands before `when`: `claim "…" else "…" when p`.',
  },
  reason: { when: 'What is said stands before `when`: `reason "…" when p`.' },
  formats: { ',': shares('formats open 40%, claim 60%') },
  split: { ',': shares('split train 90%, test 10%') },
  balance: { all: 'All is balanced without it; `balance none` leaves everything as it is.' },
};

/** Where a share is forgotten, and nothing stands in its place. */
const withShares: Readonly<Record<string, string>> = {
  formats: shares('formats choice 100%'),
  split: shares('split train 90%, test 10%'),
  mix: shares('mix level 1 40%, level 2 60%'),
};

function shares(example: string): string {
  return `Each has a share, as in \`${example}\`.`;
}

/** What is expected, and nothing else, and what is written there. */
const writtenThere: Readonly<Record<string, string>> = {
  '`..`':
    '`in` takes a range, as in `d in 1 m .. 2 m`. Of several words one is compared with each: `c = "x" or c = "y"`.',
  '`with`': 'A choice says by what: `the x in {a, b} with greatest x.height`.',
  '`else`': 'An `if` has an `else`; where it is `else unknown`, nothing is asked.',
  '`about`': 'What is equal is compared by `=`, what is measured by `is about`.',
  '`per`': 'For instance `take 4 per scene`.',
};

/** What a value or a comparison may begin with, in one word each. */
export function together(expected: readonly string[]): readonly string[] {
  const values = expected.includes('`unknown`');
  const comparisons = expected.includes('`<=`');
  const left = expected.filter(
    (label) => !(values && inValues.has(label)) && !(comparisons && inComparisons.has(label)),
  );
  return [...(values ? ['a value'] : []), ...(comparisons ? ['a comparison', 'a relation'] : []), ...left];
}

const inValues: ReadonlySet<string> = new Set([
  ...['`if`', '`not`', '`exactly`', '`known`', '`-`', 'a number', '`true`', '`false`', '`unknown`', '`count`', '`any`'],
  ...['`all`', '`the`', '`sort`', '`orders`', '`{`', '`(`', 'a name'],
]);
const inComparisons: ReadonlySet<string> = new Set([
  ...['`<`', '`>`', '`<=`', '`>=`', '`=`', '`!=`', '`is`', '`in`', 'a name', '`as`', '`near`', '`with`'],
]);

/** @param clause the word with which the clause or declaration begins */
export function hintFor(found: IToken, expected: readonly string[], clause: string): string | undefined {
  const slip = slipsIn[clause]?.[found.image] ?? slips[found.image];
  if (slip) return slip;
  const [only, ...others] = expected;
  if (only === 'a number' && clause in withShares) return withShares[clause];
  if (clause === 'claim' && expected.includes('`when`')) return 'Say when it is true: `claim "…" when a left of b`.';
  if (only !== undefined && others.length === 0 && writtenThere[only]) return writtenThere[only];
  if (expected.includes('`other`'))
    return 'Say what is counted: `count(object x where x called "chair")`, or `count(x in xs where p)`.';
  if (['<', '>', '<=', '>='].includes(found.image) && expected.includes('a clause'))
    return 'A value between two others is written `x in 1 m .. 2 m`.';
  if (found.image === 'in' && expected.includes('`in`'))
    return '`in` compares with a range, as in `d in 1 m .. 2 m`. A unit is the format of a hole, as in `{d:cm}`.';
  const begins = clauseWords.includes(found.tokenType);
  const name = expected.includes('a name') && !expected.includes('`<=`');
  if (keywordList.includes(found.image) && !begins && name)
    return `\`${found.image}\` is a word of the language; take another name.`;
  const words = expected.map((label) => label.replaceAll('`', ''));
  const near = nearest(
    found.image,
    words.filter((word) => keywordList.includes(word)),
  );
  return near ? `Did you mean \`${near}\`?` : undefined;
}
