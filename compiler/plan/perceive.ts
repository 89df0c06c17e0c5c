/**
 * What is perceived of the pictures of a source: of the operators that a recipe names those whose findings some question needs,
 * and those that they need themselves. What the source gives is not perceived.
 */
import type { NameDemand, TaskProgram } from '../ir/program.js';
import type { Provision } from '../std/operators.js';
import { boxesNeed, type OperatorName, type Role, roleNames, roles } from '../std/perception.js';
import type { PlannedArgument, PlannedPerception } from './plan.js';

/** What a recipe names, needed or not. */
export interface NamedPerception {
  readonly source: string;
  readonly operators: readonly {
    readonly role: Role;
    readonly operator: OperatorName;
    readonly arguments: Readonly<Record<string, PlannedArgument>>;
  }[];
}

type AskedTask = Pick<TaskProgram, 'demands'> & { readonly names: readonly NameDemand[] };

/** What a recipe could have perceived. */
export function perceivable({ operators }: NamedPerception): ReadonlySet<Provision> {
  const named = new Set(operators.map(({ role }) => role));
  const given = new Set(operators.flatMap(({ role }) => roles[role].provides));
  if (boxesNeed.every((role) => named.has(role))) given.add('box3d');
  return given;
}

/** @param gives what the source gives by itself */
export function planPerception(
  named: NamedPerception,
  tasks: readonly AskedTask[],
  gives: readonly Provision[],
): PlannedPerception {
  const possible = perceivable(named);
  const known = new Set([...gives, ...possible]);
  const wanted = new Set(tasks.flatMap((task) => wantedBy(task, known)).filter((p) => !gives.includes(p)));
  const boxes = wanted.has('box3d') && possible.has('box3d');
  const needed = new Set<Role>(boxes ? boxesNeed : []);
  for (const { role } of named.operators) if (roles[role].provides.some((p) => wanted.has(p))) needed.add(role);
  // A role reads only what stands before it: from the last to the first, one round finds all.
  for (const role of roleNames.toReversed())
    if (needed.has(role)) for (const read of roles[role].reads) needed.add(read);
  return {
    boxes,
    operators: named.operators
      .filter(({ role }) => needed.has(role))
      .map(({ role, operator, arguments: given }) => ({ role, operator, arguments: given, reads: roles[role].reads })),
  };
}

/** What a task cannot be asked without, and what the ways need by which its things may be named. */
function wantedBy({ demands, names }: AskedTask, known: ReadonlySet<Provision>): readonly Provision[] {
  const ways = names.flatMap((name) => name.ways).filter(({ needs }) => needs.every((need) => known.has(need)));
  return [
    ...demands.map(({ provision }) => provision),
    ...ways.flatMap(({ strategy, needs }) => (strategy === 'caption' ? [...needs, 'caption' as const] : needs)),
  ];
}
