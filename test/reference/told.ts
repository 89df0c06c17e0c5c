/** `balance by words`: what nouns tell of a claim or a choice, and the questions that are left when they tell nothing. */
import type * as ast from '../../compiler/syntax/ast.js';
import { bodyOf } from './cells.js';
import { draw } from './draws.js';
import { type Contest, duelled } from './duels.js';
import { binOf, kindOfOption, type OptionKind, plainKey, rightAndWrong, TENTHS, toldKey } from './option-keys.js';
import type { Drafted } from './question.js';
import { isSame, plain, truth, type Value } from './value.js';

/** What is right against what else, in a group for two or three nouns. */
interface Told {
  readonly groups: readonly string[];
  readonly value: string;
  readonly others: readonly string[];
}

const MOST_NOUNS = 4;

/** One in so many is left, or none. */
const FEWEST = 10;

export function balanceWords(items: readonly Drafted[], task: ast.Task): readonly Drafted[] {
  const cut = inRounds(items, task);
  const told = (of: readonly Drafted[], format: string): readonly Drafted[] =>
    of.filter((item) => item.question.format === format && toldOf(task, item) !== undefined);
  const remnants = new Set(
    ['choice', 'claim'].flatMap((format) => {
      const left = told(cut, format);
      return left.length * FEWEST < told(items, format).length ? left : [];
    }),
  );
  return cut.filter((item) => !remnants.has(item));
}

function inRounds(items: readonly Drafted[], task: ast.Task): readonly Drafted[] {
  return Array.from({ length: MOST_NOUNS }, (_, round) => round).reduce(
    (left, round) => duelled(left, (item) => contestOf(task, item, round)),
    items,
  );
}

/** Each noun has 13 bits of the draw. */
function contestOf(task: ast.Task, item: Drafted, round: number): Contest | undefined {
  const told = toldOf(task, item);
  const group = told?.groups[round];
  if (told === undefined || group === undefined) return undefined;
  const shift = 2 ** (13 * round);
  const part = (draw(item.tuple.key, 'balance words') % (2 ** 52 / shift)) * shift;
  return { group, form: '', value: told.value, others: told.others, place: Math.floor(part / 2 ** 36) };
}

function toldOf(task: ast.Task, item: Drafted): Told | undefined {
  if (item.question.format === 'choice') return toldByOptions(task, item);
  return item.claim === undefined ? undefined : toldOfClaim(task, item);
}

function toldByOptions(task: ast.Task, item: Drafted): Told | undefined {
  const { options } = item;
  const [first] = options?.listed ?? [];
  if (options === undefined || first === undefined) return undefined;
  const kind = kindOfOption(first);
  const found = rightAndWrong(options, toldKey);
  const own = bodyOf(task, item);
  if (hasThings(kind)) return { groups: [[first.kind === 'list' ? 'orders' : 'things', ...own].join(', ')], ...found };
  const nouns = nounsOf(task, item);
  return nouns.length === 0 && kind !== 'numbers'
    ? undefined
    : { groups: withNouns(['choice', ...own], nouns), ...found };
}

function toldOfClaim(task: ast.Task, item: Drafted): Told | undefined {
  const { claim, stated, answer } = item;
  const own = bodyOf(task, item);
  const nouns = nounsOf(task, item);
  const isRight = isSame(answer, truth(true));
  if (claim?.statement !== undefined) {
    if (nouns.length === 0) return undefined;
    return {
      groups: withNouns([`claim ${claim.clause}`, ...own], nouns),
      ...trueOrFalse(isRight !== claim.isContrary),
    };
  }
  if (stated === undefined) return undefined;
  const kind = kindOfOption(stated);
  if (hasThings(kind)) return toldByOptions(task, item);
  return { groups: withNouns(['option', ...own, statedKey(stated)], nouns), ...trueOrFalse(isRight) };
}

const hasThings = (kind: OptionKind): boolean => kind === 'things' || kind === 'pixels' || kind === 'orders';

const statedKey = (stated: Value): string =>
  kindOfOption(stated) === 'numbers' ? binOf(Number(plain(stated)), TENTHS) : plainKey(stated, []);

const trueOrFalse = (holds: boolean): Pick<Told, 'value' | 'others'> =>
  holds ? { value: 'True', others: ['False'] } : { value: 'False', others: ['True'] };

/** Two nouns, and three, tell together; of four the first two do, and the last two. */
function withNouns(group: readonly string[], nouns: readonly string[]): readonly string[] {
  const parts = nouns.length === MOST_NOUNS ? [nouns.slice(0, 2), nouns.slice(2)] : [nouns];
  return parts.map((part) => [...group, ...part].join(', '));
}

/** Labels of things and categories that the `for` line binds, but for members of drawn sets. */
function nounsOf({ binders }: ast.Task, { tuple }: Drafted): readonly string[] {
  const alone = binders.flatMap((b) => (b.kind === 'entities' && b.order !== 'drawn' ? b.names : []));
  const labels = tuple.bound.flatMap(({ name, id, value }) => {
    if (!alone.some(({ text }) => text === name) || value.kind === 'pixel') return [];
    return value.kind === 'object' ? (value.row?.category ?? '') : id;
  });
  return labels.slice(0, MOST_NOUNS);
}
