/**
 * A recipe that is being edited: each version of its plan is asked only what is not known already. Facts are read again where
 * sources changed, the tables of a chunk are made again where tasks read others, and a task is asked again where its own query
 * or what it stands on is another.
 */
import type { Plan, PlannedTask } from '../../compiler/plan/plan.js';
import { type Around, unmeasured } from '../profile/around.js';
import type { Facts } from '../steps.js';
import { samplingWarnings } from '../synth/sample.js';
import { unfilledSets } from '../synth/unfilled-sets.js';
import type { TaskChange } from './change.js';
import { factsNeeded, openScenes, type SceneOptions, type Scenes } from './scenes.js';
import { openShown, type Shown } from './shown.js';

export interface WatchOptions extends SceneOptions {
  /** Of each task that is asked. */
  readonly examples: number;
  readonly around?: Around;
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

export interface Watching {
  /** @throws RunError SPQ5xx as a run does; what was known before is then still known, but for facts of other sources */
  readonly update: (version: Version) => Promise<Update>;
  readonly close: () => Promise<void>;
}

/** What is known of one set of scenes. */
interface Known {
  readonly needs: string;
  readonly scenes: Scenes;
  readonly shown: Shown;
  /** What decided the questions of each task that is shown. */
  readonly tasks: Map<string, string>;
}

export function openWatching({ examples, around = unmeasured, ...options }: WatchOptions): Watching {
  let known: Known | undefined;
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
    known = { needs, scenes, shown: await openShown(scenes.connection), tasks: new Map() };
    return known;
  };
  const update = async (version: Version): Promise<Update> => {
    const { plan } = version;
    const before = known;
    const { scenes, shown, tasks } = await knownFor(plan);
    const changed = plan.tasks.filter((task) => tasks.get(task.name) !== decidedBy(task, version));
    const gone = [...tasks.keys()].filter((name) => plan.tasks.every((task) => task.name !== name));
    const warnings: string[] = [];
    if (changed.length > 0) {
      const sampling = await scenes.ask(plan, changed);
      warnings.push(...samplingWarnings(sampling), ...(await unfilledSets(scenes.connection, changed)));
    }
    const asked = await shown.replace(changed, new Set(tasks.keys()), examples);
    await shown.forget(gone);
    for (const name of gone) tasks.delete(name);
    for (const task of changed) tasks.set(task.name, decidedBy(task, version));
    const facts = before?.scenes === scenes ? undefined : scenes.facts;
    return { facts, asked, same: plan.tasks.length - changed.length, gone, warnings };
  };
  return { update, close };
}

/** A task whose text here is the same asks the same of the same scenes. */
const decidedBy = (task: PlannedTask, { standsOn }: Version): string =>
  `${JSON.stringify(task)}\n${standsOn(task.name) ?? ''}`;
