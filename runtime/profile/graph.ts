/**
 * The execution graph of a run, measured: what depends on what, and what each node took. Plain JSON.
 * A node of another kind is another word in `kind`, and nothing else: whoever prints the graph knows all kinds by their words.
 */
import type { OperatorTree } from './operators.js';

/** In the order in which data flows. */
export const nodeKinds = ['source', 'perceive', 'facts', 'relation', 'task', 'sampling', 'emit'] as const;
export type NodeKind = (typeof nodeKinds)[number];

export interface ProfileNode {
  /** `task height`: the kind and the name. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** How many times its query ran, once per chunk of scenes or more; 0 where it has no query of its own. */
  readonly runs: number;
  /** On the clock, of all its runs; null where its work is part of another node's. */
  readonly ms: number | null;
  /** Of the whole run, 0..1. */
  readonly share: number | null;
  /** What came out of it, of all its runs. */
  readonly rows: number | null;
  /** How many rows `estimate.ts` says; null where it says nothing. */
  readonly estimate: number | null;
  /** Bytes that DuckDB allocated in addition while one run of it went on, the most of any (`total_memory_allocated`). */
  readonly memory: number | null;
  /** What DuckDB did for it; one tree per form that its statement took. */
  readonly operators: readonly OperatorTree[];
}

export interface ProfileEdge {
  /** Ids: rows flow from one to the other. */
  readonly from: string;
  readonly to: string;
}

export interface Profile {
  readonly recipe: string;
  readonly scenes: number;
  readonly objects: number;
  readonly questions: number;
  readonly threads: number;
  readonly ms: number;
  readonly memory: {
    /** Bytes of DuckDB's buffers at their largest (`system_peak_buffer_memory`); null where nothing was profiled. */
    readonly buffers: number | null;
    /** Bytes of the whole process at its largest, by the system. */
    readonly process: number;
  };
  readonly nodes: readonly ProfileNode[];
  readonly edges: readonly ProfileEdge[];
}
