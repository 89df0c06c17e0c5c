/** What perception did: of each operator how many pictures it looked at, and on what each model ran. */
import type { Role } from '../../../compiler/std/perception.js';
import type { PassedOver } from '../inference/providers.js';

export interface OperatorTally {
  readonly operator: string;
  readonly role: Role;
  /** Pictures that it was given. */
  readonly looked: number;
  /** Pictures whose findings were kept from before. */
  readonly kept: number;
  /** Pictures that failed, now or as it was kept. */
  readonly failed: number;
  /** On the clock, of all its calls; those that are under way at once are added up. */
  readonly ms: number;
}

export interface ModelTally {
  readonly file: string;
  /** The execution provider that runs it. */
  readonly provider: string;
  /** Those that were wanted more, and why they were not used. */
  readonly passedOver: readonly PassedOver[];
}

export interface PerceptionTally {
  readonly operators: readonly OperatorTally[];
  readonly models: readonly ModelTally[];
}
