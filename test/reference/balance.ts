/** Balance over the whole set: no answer can be guessed from its frequency, nor from how the things asked about are named. */
import { type Cell, cutTo, grouped, placeOf } from './cuts.js';
import { type Contest, duelled } from './duels.js';
import type { Drafted } from './question.js';
import { compareBytes } from './whole-units.js';

/** With fewer questions on the two most frequent answers, a form is one of the rare. */
const FEWEST = 100;

/**
 * Keeps the questions without a cell; of the others of each form no answer more often than both heads of its group, and of
 * choices nothing more often than what it is offered with.
 */
export function balance<Item extends Drafted>(
  items: readonly Item[],
  cellOf: (item: Item) => Cell | undefined,
): readonly Item[] {
  const celled = items.flatMap((item) => {
    const cell = cellOf(item);
    return cell === undefined ? [] : [{ ...item, item, cell }];
  });
  const groups = [...grouped(celled, ({ cell }) => cell.group).values()];
  const kept = new Set(groups.flatMap(balanced).map(({ item }) => item));
  return items.filter((item) => cellOf(item) === undefined || kept.has(item));
}

type Celled<Item> = Drafted & { readonly item: Item; readonly cell: Cell };

function balanced<Item>(group: readonly Celled<Item>[]): readonly Celled<Item>[] {
  const heads = headsOf(group);
  const of = (members: readonly Celled<Item>[], value: string | undefined): number =>
    members.filter(({ cell }) => cell.value === value).length;
  const forms = [...grouped(group, ({ cell }) => cell.form).values()];
  const isRare = (members: readonly Celled<Item>[]) => of(members, heads[0]) + of(members, heads[1]) < FEWEST;
  return [...forms.filter((form) => !isRare(form)), forms.filter(isRare).flat()].flatMap((form) => {
    if (form.some(({ cell }) => cell.others !== undefined)) return duelled(form, contestOf);
    const quota = heads[1] === undefined ? 0 : Math.min(of(form, heads[0]), of(form, heads[1]));
    const values = [...grouped(form, ({ cell }) => cell.value).values()];
    return values.flatMap((members) => cutTo(members, 'balance', quota));
  });
}

const contestOf = <Item>(each: Celled<Item>): Contest => ({
  ...each.cell,
  form: '',
  others: each.cell.others ?? [],
  place: placeOf(each, 'balance'),
});

/** The two most frequent values; of equals the first by its bytes. */
function headsOf<Item>(group: readonly Celled<Item>[]): readonly string[] {
  const values = [...grouped(group, ({ cell }) => cell.value)];
  values.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compareBytes(a, b));
  return values.slice(0, 2).map(([value]) => value);
}
