/**
 * Parity by the draw (S9): a claim about a set is as often true as false when swapping two of its members negates the
 * condition and leaves every guard as it is; each member is as often the answer when a swap leaves the answer as it is,
 * too. Decided on normal forms; where one is lacking, by quota.
 */
import { joined, normalForm } from './normal-form.js';
import { partsOf } from './parts.js';
import type * as typed from './typed.js';

type Swap = ReadonlyMap<string, string>;
const none: Swap = new Map();

/** True when the draw alone balances the claim. */
export function balancedByDraw(
  task: typed.Task,
  body: typed.Body,
  { phrasings, when: condition }: typed.Claim,
): boolean {
  if (!condition) return false;
  const templates = phrasings.map(({ template }) => template);
  if (!templates.every(plainHoles) || takenPerObject(task)) return false;
  // Members of a drawn set have no names of their own, so that no order of theirs can negate anything.
  const sets = task.binders.filter((b) => b.order === 'set' && b.entities.length > 1);
  const [set] = sets;
  if (!set || sets.length > 1) return false;
  return swapsOf(set.entities).every((swap) => {
    const swapped = normalForm(condition, swap, false);
    return swapped !== undefined && swapped === normalForm(condition, none, true) && asItIs(body, swap);
  });
}

/** The things that a pick or an order is made of; undefined for any other answer. */
export function chosenFrom(e: typed.Expression | undefined): readonly typed.Entity[] | undefined {
  if (e?.kind === 'let') return chosenFrom(e.let.value);
  return e?.kind === 'pick' || e?.kind === 'sort' || e?.kind === 'pick order' ? e.members : undefined;
}

/** True when the draw alone makes each of the things that the answer may be as often the answer as any other. */
export function answerBalancedByDraw(task: typed.Task, body: typed.Body): boolean {
  const { answer } = body;
  const things = chosenFrom(answer?.value);
  const binder = task.binders.find((b) => things?.every((thing) => b.entities.some((e) => e.name === thing.name)));
  if (!answer || !things || !binder || !body.asks.every(plainHoles) || takenPerObject(task)) return false;
  // What else it prints beside itself might be unknown.
  const form = chosenForm(answer.value, none);
  const isAnswer = (e: typed.Expression): boolean => form !== undefined && chosenForm(e, none) === form;
  const written = answer.as?.parts ?? [];
  if (!written.every((p) => plainHole(p) || (p.kind === 'hole' && isAnswer(p.value)))) return false;
  // Where they stand on the ring is drawn; a path goes along it.
  if (binder.order === 'drawn') return !body.wheres.some(hasLength);
  return (
    binder.order === 'set' &&
    swapsOf(things).every((swap) => {
      const swapped = chosenForm(answer.value, swap);
      return swapped !== undefined && swapped === form && asItIs(body, swap);
    })
  );
}

const hasLength = (e: typed.Expression): boolean =>
  e.kind === 'path' || e.kind === 'length' || partsOf(e).some(hasLength);

/** Of what things are chosen by; undefined for any other answer. */
const chosenForm = (e: typed.Expression, swap: Swap): string | undefined => chosenFrom(e) && normalForm(e, swap, false);

/** What is askable must not depend on who is named first: not by a hole that may be unknown, nor by a group's size. */
const plainHoles = ({ parts }: typed.Template): boolean => parts.every(plainHole);
const plainHole = (part: typed.TemplatePart): boolean =>
  part.kind === 'text' || ['entity', 'list', 'words', 'number'].includes(part.value.kind);
const takenPerObject = ({ takes }: typed.Task): boolean => takes.some(({ per }) => per === 'object');

/** The two may be named in the same ways: `refer a by category` makes roles of a draw. */
function namedAlike({ naming }: typed.Body, a: string, b: string): boolean {
  const ways = (name: string): string => {
    const strategies = naming.find((n) => n.entity.name === name)?.strategies ?? [];
    return JSON.stringify(
      strategies.map((s) => (s.kind === 'relation' ? [s.kind, ...s.relations.map((r) => r.name)] : s)),
    );
  };
  return ways(a) === ways(b);
}

/** Guards and picks from the scene decide what is asked: a swap must leave them as they are, and how things are named. */
function asItIs(body: typed.Body, swap: Swap): boolean {
  const before = guards(body, none);
  return before !== undefined && before === guards(body, swap) && [...swap].every(([a, b]) => namedAlike(body, a, b));
}

/**
 * Of the conditions all together: what is asked of one name in one of them may be asked of the other in another. But each pick by
 * itself: two that change places are two other things under their names.
 */
function guards({ wheres, lets }: typed.Body, swap: Swap): string | undefined {
  const formOf = (e: typed.Expression): string | undefined => normalForm(e, swap, false);
  const conditions = wheres.flatMap((w) => joined(w, 'and')).map(formOf);
  const picks = lets.flatMap((l) => (l.kind === 'entity' ? [l.pick.where, l.pick.by] : [])).map(formOf);
  return [...conditions, ...picks].every((f) => f !== undefined)
    ? [...conditions.toSorted(), ...picks].join()
    : undefined;
}

function swapsOf(entities: readonly typed.Entity[]): readonly Swap[] {
  return entities.flatMap(({ name: a }, i) =>
    entities.slice(i + 1).map(
      ({ name: b }) =>
        new Map([
          [a, b],
          [b, a],
        ]),
    ),
  );
}
