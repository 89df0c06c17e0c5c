/** An operator: a model, or a rule, that fills a role for one picture after the other, or for some at once. */

import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import type { Role } from '../../../compiler/std/perception.js';
import { RunError } from '../../errors.js';
import type { SessionHost, SessionOptions } from '../inference/session-host.js';
import type { ModelEntry } from '../models/registry.js';
import type { WorkerBindings } from '../worker/bindings.js';
import type { Findings, Given } from './findings.js';

/** What became of one picture. A picture that fails is quarantined with its cause, and the others go on. */
export type Outcome<Found> =
  | { readonly kind: 'found'; readonly found: Found }
  | {
      readonly kind: 'failed';
      /** SPQ5xx. */
      readonly code: string;
      /** What went wrong, naming the file, the server or the model. */
      readonly message: string;
    };

export interface OperatorOf<R extends Role> {
  readonly role: R;
  /**
   * Whatever its results depend on beside what it is given: checksums of model files, parameters, the version of its
   * decoder. Results are kept under it, so of equal keys results must be equal.
   */
  readonly key: string;
  /** So many pictures are given to it at most at once. */
  readonly batch: number;
  /** So many of its calls may be under way at once: two let one be prepared while a model works on the other. */
  readonly calls: number;
  /** Of `objects`: what its things may be labelled, as far as that is known; of other roles nothing. */
  readonly labels: readonly string[];
  /**
   * @returns an outcome for each picture, in their order
   * @throws what stops the whole run: a model that cannot be opened, a server that refuses everything
   */
  readonly perceive: (pictures: readonly Given[R][]) => Promise<readonly Outcome<Findings[R]>[]>;
  readonly close: () => Promise<void>;
}

/** An operator of some role: `role` tells which. */
export type Operator = { readonly [R in Role]: OperatorOf<R> }[Role];

/** What operators are opened with: one for all operators of a run. */
export interface Workbench {
  /** Runs ONNX files, in a thread of its own. */
  readonly host: SessionHost;
  /** Where model files are kept. */
  readonly modelFolder: string;
  readonly registry: readonly ModelEntry[];
  /** Paths of a recipe are relative to this folder. */
  readonly recipeDir: string;
  /** Programs of this machine that `worker` may start; null where none may be. */
  readonly workers: WorkerBindings | null;
  /** On what ONNX files are run. */
  readonly session: SessionOptions;
}

/** @throws RunError SPQ52x where a model file is missing or is another one than its contract says */
export type OpenOperator = (call: PlannedOperator, workbench: Workbench) => Promise<Operator>;

/** What fails one picture alone: a run that a model refuses, a server that cannot be asked, an answer that cannot be read. */
const ofOnePicture: ReadonlySet<string> = new Set(['SPQ527', 'SPQ541', 'SPQ542']);

/** For operators that look at one picture at a time. */
export function oneByOne<From, Found>(
  perceive: (picture: From) => Promise<Found>,
): (pictures: readonly From[]) => Promise<readonly Outcome<Found>[]> {
  return async (pictures) => {
    const outcomes: Outcome<Found>[] = [];
    for (const picture of pictures) outcomes.push(await outcomeOf(() => perceive(picture)));
    return outcomes;
  };
}

async function outcomeOf<Found>(perceive: () => Promise<Found>): Promise<Outcome<Found>> {
  try {
    return { kind: 'found', found: await perceive() };
  } catch (error) {
    if (!(error instanceof RunError) || !ofOnePicture.has(error.code)) throw error;
    return { kind: 'failed', code: error.code, message: error.message };
  }
}
