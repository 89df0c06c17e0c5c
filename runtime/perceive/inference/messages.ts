/** What the thread that computes and the one that asks it tell each other: plain data, buffers moved and not copied. */
import type { NamedTensors, Tensor } from '../tensor.js';
import type { StatedSignature } from './contract.js';
import type { ExecutionProvider, PassedOver } from './providers.js';

/** Which file is opened, and how: sessions are kept by exactly this. */
export interface SessionSpec {
  readonly file: string;
  readonly providers: readonly ExecutionProvider[];
  /** Threads of one run; 0 leaves the choice to ONNX Runtime (one per physical core). */
  readonly intraOpThreads: number;
}

export type OpenReply =
  | {
      readonly ok: true;
      readonly signature: StatedSignature;
      readonly provider: ExecutionProvider;
      readonly passedOver: readonly PassedOver[];
    }
  | { readonly ok: false; readonly passedOver: readonly PassedOver[] };

/** Outputs to compute; with a tensor where its buffer is to be written, which must have the dims of the output. */
export type WantedOutputs = Readonly<Record<string, Tensor | null>>;

export interface RunRequest {
  readonly spec: SessionSpec;
  readonly feeds: NamedTensors;
  readonly outputs: WantedOutputs;
}

export type RunReply =
  | {
      readonly ok: true;
      readonly outputs: NamedTensors;
      /** The inputs come back, so that their buffers can be filled again. */
      readonly feeds: NamedTensors;
    }
  | { readonly ok: false; readonly cause: string };

/** What the thread is asked; it answers each call once, under the same id. */
export type Call =
  | { readonly id: number; readonly what: 'open'; readonly spec: SessionSpec }
  | { readonly id: number; readonly what: 'run'; readonly request: RunRequest }
  | { readonly id: number; readonly what: 'release' };

export type Answer =
  | { readonly id: number; readonly what: 'open'; readonly reply: OpenReply }
  | { readonly id: number; readonly what: 'run'; readonly reply: RunReply }
  | { readonly id: number; readonly what: 'release' };

/** The buffers of tensors, each once, to be moved with a message. */
export function buffersOf(...tensors: readonly WantedOutputs[]): readonly ArrayBuffer[] {
  const buffers = tensors.flatMap(Object.values).flatMap((tensor: Tensor | null) => tensor?.data.buffer ?? []);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
