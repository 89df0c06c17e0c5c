/** What is wrong about the questions of a row: as texts, none where all is as a person computed it. */
import type { Asked, AskedLibrary } from './asked-library.js';
import type { Row, Told } from './rows.js';
import type { Tuple } from './tuples.js';

export interface Found {
  readonly name: string;
  readonly of: string;
  readonly asked: AskedLibrary;
  readonly tuples: (scene: string) => readonly Tuple[];
}

export function wrongOf(row: Row, found: Found): readonly string[] {
  const all = found.tuples(row.scene);
  switch (row.kind) {
    case 'silent': {
      const asked = row.of === undefined ? all : all.filter((tuple) => isOf(tuple, found.of, row.of ?? ''));
      return asked.map((tuple) => `${at(row.scene, tuple)}: must not be asked: ${tuple.questions[0]?.question}`);
    }
    case 'told': {
      const asked = all.filter((tuple) => isOf(tuple, found.of, row.of));
      if (asked.length !== 1) return [`${row.scene}: ${row.of}: asked ${asked.length} times`];
      // Of sixty things the form is drawn.
      const lacking = row.scene === 'sixty' ? [] : asked.flatMap((tuple) => lackingOf(tuple, row.told, found));
      return [...lacking, ...asked.flatMap((tuple) => wrongOfTuple(tuple, row.told, found))];
    }
    case 'each':
      return [
        ...(all.length < row.least ? [`${row.scene}: ${all.length} tuples are asked, not ${row.least}`] : []),
        ...all.flatMap((tuple) => wrongOfTuple(tuple, row.told(tuple), found)),
      ];
  }
}

const at = (scene: string, { ids, words }: Tuple): string =>
  `${scene}: ${[...ids].map(([name, members]) => `${name} = ${members.join(' ')}`).join(', ')} ${words.join(', ')}`;

/** @param of as rows have it, with names as the task has them */
function isOf(tuple: Tuple, names: string, of: string): boolean {
  const [things = '', words = ''] = of.split('|').map((part) => part.trim());
  if (words !== '' && !words.split(',').every((word) => tuple.words.includes(word.trim()))) return false;
  const ids = things.split(' ').filter((id) => id !== '');
  let place = 0;
  for (const group of names.match(/\{[^}]*\}|\S+/g) ?? []) {
    const members = group.replaceAll(/[{}]/g, '').split(' ');
    const bound = members.flatMap((name) => tuple.ids.get(name) ?? []);
    const wanted = ids.slice(place, place + bound.length);
    place += bound.length;
    const same = group.startsWith('{') ? [bound, wanted].map((some) => [...some].sort()) : [bound, wanted];
    if (JSON.stringify(same[0]) !== JSON.stringify(same[1])) return false;
  }
  return place === ids.length;
}

function lackingOf(tuple: Tuple, told: Told, found: Found): readonly string[] {
  const formats = (found.asked.tasks.get(found.name) ?? []).filter((format) => !told.without?.includes(format));
  const lacking = formats.filter((format) => !tuple.questions.some((asked) => asked.format === format));
  return lacking.map((format) => `${at(tuple.scene, tuple)}: not asked as ${format}`);
}

const wrongOfTuple = (tuple: Tuple, told: Told, found: Found): readonly string[] =>
  tuple.questions.flatMap((asked) => {
    const wrong = wrongOfQuestion(asked, tuple, told, found);
    return wrong === undefined ? [] : [`${at(tuple.scene, tuple)}: ${wrong}: ${asked.question} ${asked.answer}`];
  });

function wrongOfQuestion(asked: Asked, tuple: Tuple, told: Told, found: Found): string | undefined {
  if (asked.format !== 'claim') {
    if (asked.format === 'choice' && !asked.options.includes(asked.answer)) return 'is no option';
    if (told.statement !== undefined) {
      const wrong = asked.options.find((option) => told.statement?.(option) !== (option === asked.answer));
      return wrong && `wrongly offered: ${wrong}`;
    }
    if (told.numbers !== undefined) return isPrinted(asked.answer, told.numbers) ? undefined : `not ${told.numbers}`;
    return isAnswer(asked, tuple, told.answer) ? undefined : `not ${told.answer}`;
  }
  const option = asked.holes.find(({ name }) => name === 'option');
  if (option !== undefined) return wrongOfOption(asked, option.text, tuple, told);
  const claim = claimOf(found, asked.phrasing);
  const truth = told.claims?.[claim.place];
  if (truth === undefined) return `no row for claim ${claim.place}`;
  const said = truth !== claim.negated;
  const words = claim.question ? ['Yes', 'No'] : ['True', 'False'];
  return asked.answer === words[said ? 0 : 1] ? undefined : `not ${said}`;
}

function wrongOfOption(asked: Asked, option: string, tuple: Tuple, { answer }: Told): string | undefined {
  const same =
    typeof answer === 'number'
      ? isNear(option, answer)
      : option.toLowerCase() === (tuple.nameOf(answer ?? '') ?? answer)?.toLowerCase();
  return asked.answer === (same ? 'True' : 'False') ? undefined : `not ${same}`;
}

/** What stands after a printed number, where that is not one of metres, of degrees, or a count. */
const units: Readonly<Record<string, number>> = { cm: 0.01, '%': 0.01 };

/** As a number is printed: to 2 % or 1 cm, degrees as whole ones. Other options are half as large again, or another count. */
function isNear(option: string, answer: number): boolean {
  const [, digits = '', unit = ''] = /^(-?[\d.]+) ?(\S*)/.exec(option) ?? [];
  const off = unit.startsWith('degree') ? 0.501 : Math.max(0.01001, 0.02 * answer);
  return Math.abs(Number(digits) * (units[unit] ?? 1) - answer) <= off;
}

function isAnswer(asked: Asked, tuple: Tuple, answer: string | number | undefined): boolean {
  if (typeof answer === 'number') return asked.value !== null && Math.abs(asked.value - answer) < 1e-6;
  return answer !== undefined && (asked.answer === answer || asked.answer === tuple.nameOf(answer));
}

function isPrinted(answer: string, numbers: readonly number[]): boolean {
  const printed = (answer.match(/[-+]?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const off = numbers.map((number, i) => Math.abs(number - (printed[i] ?? Number.NaN)));
  return (
    printed.length === numbers.length && off.every((by, i) => by <= Math.max(0.01001, 0.02 * Math.abs(numbers[i] ?? 0)))
  );
}

interface ClaimPlace {
  /** Which condition of the task it states. */
  readonly place: number;
  readonly negated: boolean;
  readonly question: boolean;
}

/** Looked up in the text of the library: a claim's phrasings stand between `claim` and `when`, contraries after `else`. */
function claimOf({ name, asked }: Found, phrasing: string): ClaimPlace {
  const start = asked.text.indexOf(`\n  task ${name} "`);
  const task = asked.text.slice(start, asked.text.indexOf('\n  }\n', start));
  const end = task.indexOf(`"${phrasing}"`);
  if (start < 0 || end < 0) throw new Error(`${name} has no phrasing ${phrasing}`);
  const claims = task.slice(0, end).split(/\n {4}claim /);
  const own = claims.at(-1) ?? '';
  return {
    place: Math.max(0, claims.length - 2),
    negated: /\n +else "/.test(`${own}"`),
    question: claims.length === 1,
  };
}
