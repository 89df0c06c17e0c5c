/**
 * What `spq stats` tells of a store, as plain data: the same for text, JSON and the page. docs/stats.md says how each
 * figure is defined. It holds no time and no path of a machine: the same store gives the same report.
 */
import type { BaselineResult } from './baselines/result.js';
import type { Finding } from './finding.js';
import type { Funnel } from './funnel/report.js';

export interface Stats {
  readonly version: 1;
  readonly sources: readonly SourceCount[];
  readonly questions: number;
  readonly counts: readonly Count[];
  readonly answers: readonly AnswerHistogram[];
  readonly repetition: readonly Repetition[];
  readonly references: readonly ReferenceCount[];
  /** Questions of all scenes that each stage of sampling left; null where another version made the store. */
  readonly stages: readonly StageCount[] | null;
  /** Shares that should lie at chance, and those of rules that know only how things are named. */
  readonly shares: readonly Finding[];
  /** What can be guessed without the picture's depth, or without the picture. */
  readonly baselines: readonly BaselineResult[];
  /** Where tuples went; null where it was not asked for. */
  readonly funnel: Funnel | null;
}

export interface SourceCount {
  readonly source: string;
  readonly scenes: number;
  readonly objects: number;
}

export interface Count {
  readonly level: number;
  readonly task: string;
  readonly format: string;
  readonly split: string;
  readonly questions: number;
}

/** Answers of a task: claims by themselves, open questions and choices together. */
export interface AnswerHistogram {
  readonly level: number;
  readonly task: string;
  readonly of: 'claims' | 'answers';
  /** SI unit of numbers; null for words and counts. */
  readonly unit: string | null;
  readonly questions: number;
  /** Different answers. */
  readonly distinct: number;
  /** Share of the most frequent one. */
  readonly majority: number;
  /** Numbers in bins, from the least; words from the most frequent, the first ones. */
  readonly bins: readonly AnswerBin[];
  /** Questions whose word is in no bin. */
  readonly others: number;
}

export type AnswerBin =
  | { readonly answer: string; readonly questions: number }
  /** Numbers from `from` to below `to`. */
  | { readonly from: number; readonly to: number; readonly questions: number };

export interface StageCount {
  readonly task: string;
  /** Asked, after `take … per scene` and per object; and left by `take … per task`, by balance, by `mix … total`. */
  readonly asked: number;
  readonly take: number;
  readonly balance: number;
  readonly mix: number;
}

export interface Repetition {
  /** Null: all tasks together. */
  readonly level: number | null;
  readonly task: string | null;
  readonly questions: number;
  /** Scenes that have any of them. */
  readonly scenes: number;
  readonly mostPerScene: number;
  /** Different (scene, things, exact value). */
  readonly facts: number;
}

export interface ReferenceCount {
  readonly level: number;
  readonly task: string;
  readonly strategy: string;
  /** Holes that name an object so. */
  readonly holes: number;
}
