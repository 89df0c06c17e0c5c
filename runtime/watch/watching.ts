/**
 * A recipe that is being edited: each version of its plan is asked only what is not known already. Facts are read again where
 * sources changed, the tables of a chunk are made again where tasks read others, and a task is asked again where its own query
 * or what it stands on is another. What takes long is asked of the first scenes before it is asked of all.
 */
import type { Plan, PlannedTask } from '../../compiler/plan/plan.js';
import { type Around, unmeasured } from '../profile/around.js';
import type { Facts } from '../steps.js';
import { samplingWarnings } from '../synth/sample.js';
import { unfilledSets } from '../synth/unfilled-sets.js';
import type { TaskChange } from './change.js';
import { factsNeeded, openScenes, type SceneOptions, type Scenes } from './scenes.js';
import { openShown, type Shown } from './shown.js';
import { taskClock } from './task-clock.js';

export interface WatchOptions extends SceneOptions {
  /** Of each task that is asked. */
  readonly examples: number;
  readonly around?: Around;
  /** Milliseconds. A task that took longer is asked of the first scenes before it is asked of all. */
  readonly patience?: number;
}

/** A version of the recipe, as the compiler gives it. */
export interface Version {
  readonly plan: Plan;
  /** What a task stands on beside its query, as text (compiler/plan-recipe.ts). */
  readonly standsOn: (task: string) => string | undefined;
}

export interface Update {
  /** Where they were read for it. */
  readonly facts: Facts | undefined;
  /** Tasks that were asked, in the order of the recipe. */
  readonly asked: readonly TaskChange[];
  /** How many were not, since they would ask what they asked. */
  readonly same: number;
  /** Names of the tasks that are no longer there. */
  readonly gone: readonly string[];
  /** Of the tasks that were asked. */
  readonly warnings: readonly string[];
}

/** What tasks that take long ask of the first scenes, before any stage of sampling leaves something out. */
export interface FirstLook {
  readonly scenes: number;
  /** How many there are. */
  readonly all: number;
  readonly asked: readonly TaskChange[];
}

export interface Watching {
  /**
   * @param onFirst is told before the rest is asked, if it takes long
   * @throws RunError SPQ5xx as a run does; what was known before is then still known, but for facts of other sources
   */
  readonly update: (version: Version, onFirst?: (look: FirstLook) => Promise<void>) => Promise<Update>;
  readonly close: () => Promise<void>;
}

/** What is known of some scenes. */
interface Known {
  readonly needs: string;
  readonly scenes: Scenes;
  /** What decided the questions of each task. */
  readonly tasks: Map<string, string>;
  /** All questions of the first scenes. */
  readonly first: Shown;
  /** What sampling left of the questions of all. */
  readonly all: Shown;
}

export function openWatching({
  examples,
  around: given = unmeasured,
  patience = 400,
  ...options
}: WatchOptions): Watching {
  let known: Known | undefined;
  const { around, during, tookOf } = taskClock(given);
  const close = async (): Promise<void> => {
    const { scenes } = known ?? {};
    known = undefined;
    await scenes?.close();
  };
  const knownFor = async (plan: Plan): Promise<Known> => {
    const needs = factsNeeded(plan);
    if (known?.needs === needs) return known;
    await close();
    const scenes = await openScenes(plan, options, around);
    const { connection, count } = scenes;
    const first = await openShown(connection, 'shown_of_first', count('first'));
    const all = await openShown(connection, 'shown_of_all', count('all'));
    known = { needs, scenes, tasks: new Map(), first, all };
    return known;
  };
  const isSlow = ({ name }: PlannedTask): boolean => tookOf(name) > patience;

  const lookFirst = async ({ scenes, first, tasks }: Known, plan: Plan, slow: readonly PlannedTask[]) => {
    await scenes.ask('first', plan, slow);
    const asked = await first.compare(slow, new Set(tasks.keys()), examples);
    return { scenes: scenes.count('first'), all: scenes.count('all'), asked };
  };
  const askAgain = async ({ scenes, first, all, tasks }: Known, { plan }: Version, changed: readonly PlannedTask[]) => {
    if (changed.length === 0) return { asked: [], warnings: [] };
    await during(() => scenes.ask('all', plan, changed));
    await first.keep(changed);
    const sampling = await scenes.sample(plan, changed);
    const asked = await all.compare(changed, new Set(tasks.keys()), examples);
    await all.keep(changed);
    return { asked, warnings: [...samplingWarnings(sampling), ...(await unfilledSets(scenes.connection, changed))] };
  };

  const update: Watching['update'] = async (version, onFirst) => {
    const { plan } = version;
    const before = known;
    const now = await knownFor(plan);
    const { scenes, tasks } = now;
    const begins = before?.scenes !== scenes;
    const gone = await forgetOthers(now, plan);
    const changed = plan.tasks.filter((task) => tasks.get(task.name) !== decidedBy(task, version));
    const many = 2 * scenes.count('first') <= scenes.count('all');
    const slow = begins ? [] : changed.filter(isSlow);
    if (onFirst && many && slow.length > 0) await onFirst(await lookFirst(now, plan, slow));
    const { asked, warnings } = await askAgain(now, version, changed);
    for (const task of changed) tasks.set(task.name, decidedBy(task, version));
    if (onFirst && many && plan.tasks.some(isSlow)) await scenes.prepare('first', plan);
    return {
      facts: begins ? scenes.facts : undefined,
      asked,
      same: plan.tasks.length - changed.length,
      gone,
      warnings,
    };
  };
  return { update, close };
}

/** @returns the names of the tasks that are no longer there */
async function forgetOthers({ tasks, first, all }: Known, plan: Plan): Promise<readonly string[]> {
  const gone = [...tasks.keys()].filter((name) => plan.tasks.every((task) => task.name !== name));
  await first.forget(gone);
  await all.forget(gone);
  for (const name of gone) tasks.delete(name);
  return gone;
}

/** A task whose text here is the same asks the same of the same scenes, whatever it and its level are called in lists. */
function decidedBy(task: PlannedTask, { standsOn }: Version): string {
  const { title: _, levelTitle: __, ...deciding } = task;
  return `${JSON.stringify(deciding)}\n${standsOn(task.name) ?? ''}`;
}
