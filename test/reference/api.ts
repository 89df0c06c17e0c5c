/** What the reference evaluator is given and gives: plain data, comparable with what the pipeline writes. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import type { Truth } from './kleene.js';
import type { MeasureWords } from './measure-words.js';
import type { Plain } from './value.js';

export interface ReferenceInput {
  readonly recipe: ast.Recipe;
  /** Parsed files of definitions; the recipe's own stand before them. */
  readonly library: readonly ast.Recipe[];
  readonly sourceName: string;
  readonly vocabulary: readonly VocabularyRow[];
  readonly scenes: readonly SceneFacts[];
  readonly seed: number;
  /** Leave out what every tuple is worth: there may be millions. */
  readonly questionsAlone?: boolean;
  /** Words that make a label no clean noun; by default the evaluator's own list. */
  readonly lexicon?: readonly string[];
  /** Words of the language's own facts; by default a few of the evaluator's. */
  readonly measureWords?: Readonly<Record<string, MeasureWords>>;
}

export interface ReferenceQuestion {
  readonly sceneId: string;
  readonly level: number;
  readonly task: string;
  readonly format: 'open' | 'choice' | 'claim';
  /** The template's raw text. */
  readonly phrasing: string;
  readonly question: string;
  readonly answer: string;
  readonly options: readonly string[] | null;
  readonly answerIndex: number | null;
  /** Objects and pixels in order of mention in the question. */
  readonly objects: readonly string[];
  /** Bound entities in `for` order, sets in their drawn order. */
  readonly ids: readonly string[];
  /** The right answer in SI units, unrounded, for measured answers and counts. */
  readonly value: number | null;
  /** The steps of the rationale, joined. */
  readonly reason: string | null;
  /** How often it is drawn, against others. */
  readonly weight: number;
  /** The part of the data its capture belongs to. */
  readonly split: string;
}

/** Everything a tuple is worth, asked or not; whole units, `null` is unknown. */
export interface ReferenceTuple {
  readonly sceneId: string;
  readonly task: string;
  readonly ids: readonly string[];
  readonly lets: Readonly<Record<string, Plain>>;
  /** All guards together. */
  readonly where: Truth;
  /** `null` also where the task has no answer. */
  readonly answer: Plain;
  /** The condition of each claim; `null` also for a claim of choices. */
  readonly claims: readonly Truth[];
  /** Per object of the `for` line the strategy of its reference (`category`, `position`, `box`), or null. */
  readonly references: Readonly<Record<string, string | null>>;
}
