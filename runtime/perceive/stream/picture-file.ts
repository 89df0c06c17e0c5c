/** What is perceived, of which pictures, and with what: all that the thread of perception is told. Plain data. */
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import type { SessionOptions } from '../inference/session-options.js';

export interface PictureFile {
  readonly sceneId: string;
  /** Absolute. */
  readonly file: string;
}

export interface PerceptionOptions {
  /** Where model files are kept. */
  readonly modelFolder: string;
  /** Another registry of models than the one that comes with spq. */
  readonly registry?: string;
  /** Where what was found is kept; null: nowhere. */
  readonly cacheFolder: string | null;
  /** Tries again what failed before; else it is told as it was. */
  readonly retryFailed: boolean;
  /** `spq.workers.json`: programs that `worker` may start; where it is not named, none may be. */
  readonly workersFile?: string;
  /** Of several processes that share the pictures, which one this is: it takes each `of`-th picture from `index` on. */
  readonly part?: { readonly index: number; readonly of: number };
  /** On what ONNX files are run. */
  readonly session: SessionOptions;
}

export interface PicturesToPerceive extends PerceptionOptions {
  readonly pictures: readonly PictureFile[];
  /** In an order in which each finds what it reads. */
  readonly operators: readonly PlannedOperator[];
  /** Whether 3D boxes are made of what they find. */
  readonly boxes: boolean;
  /** Whether points of the point map are sampled. */
  readonly pixels: boolean;
  readonly recipeDir: string;
}
