/** The things that a question is about: the column `objects` (docs/store.md). Names are none of its business. */
import { thingsOf } from '../check/dependencies.js';
import { madeOf } from '../check/posed.js';
import type * as typed from '../check/typed.js';
import type { Expression } from '../ir/node.js';
import type { Bound } from './binding.js';
import type { PartTable } from './part-table.js';
import { idOf, type PrintedThing, whichever } from './slots.js';

/** What a question says. */
export interface Said {
  readonly templates: readonly typed.Template[];
  readonly answer: typed.Expression | undefined;
  readonly as: typed.Template | undefined;
  /** Whether the answer is given, as of what is asked; a claim tells of it where it prints an option. */
  readonly answered: boolean;
}

interface Of {
  readonly task: typed.Task;
  readonly bound: Bound;
  readonly printed: PrintedThing | undefined;
  /** Of the whole task; what is returned are places in it. */
  readonly ids: PartTable;
}

/**
 * Ids of objects and pixels, each once: those that the texts name, in their order, then those of which a text or the answer
 * tells something, in the order of the `for` line, what a `let` picked last. `{option}` names the thing that it prints.
 */
export function mentioned(said: Said, { task, bound, printed, ids }: Of): Expression {
  const parts = said.templates.flatMap((t) => t.parts);
  const option = parts.some(isOption);
  const told = new Set(toldOf(said, option && !printed));
  const others = entitiesOf(task).filter((e) => told.has(e));
  const idsWith = (thing: typed.Entity | undefined): Expression => {
    const things = [...parts.flatMap((part) => named(part, thing)), ...others].filter((e) => e.kind !== 'category');
    return ids.places([...new Set(things)].map((e) => idOf(e, bound)));
  };
  return option && printed ? whichever(printed, idsWith) : idsWith(undefined);
}

const isOption = (part: typed.TemplatePart): boolean => part.kind === 'hole' && part.value.kind === 'option';

function named(part: typed.TemplatePart, option: typed.Entity | undefined): readonly typed.Entity[] {
  if (part.kind === 'text') return [];
  if (part.value.kind === 'option') return option ? [option] : [];
  return part.value.kind === 'entity' ? [part.value.entity] : part.value.kind === 'list' ? part.value.members : [];
}

function toldOf({ templates, answer, as, answered }: Said, printsValue: boolean): readonly typed.Entity[] {
  const ofAnswer = answered || printsValue ? (as ? holesOf(as) : answer ? [answer] : []) : [];
  return [...templates.flatMap(holesOf), ...ofAnswer].flatMap(thingsOf).flatMap(made);
}

const holesOf = ({ parts }: typed.Template): readonly typed.Expression[] =>
  parts.flatMap((part) => (part.kind === 'hole' ? [part.value] : []));

/** A thing that stands elsewhere is made of others. */
const made = (e: typed.Entity): readonly typed.Entity[] => [e, ...madeOf(e).flatMap(made)];

/** Those of the `for` line, then those that a `let` picks from the scene. */
function entitiesOf({ binders, bodies }: typed.Task): readonly typed.Entity[] {
  const picked = bodies[0].lets.flatMap((l) => (l.kind === 'entity' ? [l.entity] : []));
  return [...binders.flatMap((b) => b.entities), ...picked];
}
