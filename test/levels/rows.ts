/**
 * Rows that a person computed, task by task: a scene, the things of a tuple, and what must be asked of them. Each task has
 * a cell for every edge, with rows or the reason why it has none; `rowsOf` makes tests of all, and of tasks without rows.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import { type AskedLibrary, askedOf } from './asked-library.js';
import { type Tuple, tuplesOf } from './tuples.js';
import { wrongOf } from './wrong.js';

/** Where answers change or end. */
export const edges = [
  'plain',
  'at the margin',
  'past the margin',
  'at a border',
  'a tie',
  'no front',
  'no gravity',
  'no floor',
  'not covered',
  'one thing',
  'nothing',
  'sixty things',
] as const;
export type Edge = (typeof edges)[number];

/** What a tuple's questions must say. */
export interface Told {
  /** A text, the id of a thing, or a number: SI, degrees or a count. */
  readonly answer?: string | number;
  /** All that the answer prints, each to 2 % or 1 cm. */
  readonly numbers?: readonly number[];
  /** Whether an option is true: the answer is, and all others are not. */
  readonly statement?: (option: string) => boolean;
  /** Whether each condition of the task is true: one for each `claim … when`, or the one of a yes-or-no question. */
  readonly claims?: readonly boolean[];
  /** Forms that the task has and this tuple has not. */
  readonly without?: readonly string[];
}

export type Row =
  | { readonly kind: 'told'; readonly scene: string; readonly of: string; readonly told: Told }
  /** Without `of` nothing of the scene is asked. */
  | { readonly kind: 'silent'; readonly scene: string; readonly of: string | undefined }
  /** Every tuple that is asked of the scene, in whatever forms, and there are so many at least. */
  | { readonly kind: 'each'; readonly scene: string; readonly least: number; readonly told: (tuple: Tuple) => Told };

/** Rows, or why the task has no such edge. */
export type Cell = readonly Row[] | string;

export interface TaskRows {
  /** Names in the `for` line, in the order of a row's things: `a b`. Those in braces may stand in any order: `{a b} c`. */
  readonly of: string;
  readonly edges: Readonly<Record<Edge, Cell>>;
}

/** @param of ids with blanks between, and after ` | ` words that finite binders print: `chair lamp | up` */
export const told = (scene: string, of: string, answer: string | number, ...claims: readonly boolean[]): Row => ({
  kind: 'told',
  scene,
  of,
  told: claims.length === 0 ? { answer } : { answer, claims },
});

/** A yes-or-no question, or a claim: whether the condition is true. */
export const holds = (scene: string, of: string, ...claims: readonly boolean[]): Row => ({
  kind: 'told',
  scene,
  of,
  told: { claims },
});

export const silent = (scene: string, of?: string): Row => ({ kind: 'silent', scene, of });

export const each = (scene: string, least: number, told: (tuple: Tuple) => Told): Row => ({
  kind: 'each',
  scene,
  least,
  told,
});

export interface RowsInput {
  /** Path of the library in the repository. */
  readonly file: string;
  readonly scenes: readonly SceneFacts[];
  readonly vocabulary: readonly VocabularyRow[];
  readonly tasks: Readonly<Record<string, TaskRows>>;
  /** Tasks that a scene of sixty things takes many seconds for: of the scene `sixty` they are not asked. */
  readonly slow?: readonly string[];
}

/** Tests of one library. */
export function rowsOf({ file, scenes, vocabulary, tasks, slow = [] }: RowsInput): void {
  describe(file, () => {
    let asked: AskedLibrary | undefined;
    let tuples: ReadonlyMap<string, readonly Tuple[]> = new Map();
    beforeAll(async () => {
      asked = await askedOf({ file, scenes, vocabulary, slow });
      tuples = tuplesOf(asked.questions);
    }, 120_000);

    it('has rows for each of its tasks, and no others', () => {
      expect(Object.keys(tasks).sort()).toEqual([...(asked?.tasks.keys() ?? [])].sort());
    });

    it('has rows of scenes that there are', () => {
      const names = scenes.map(({ scene }) => scene.sceneId);
      const used = Object.values(tasks).flatMap((task) => rowsIn(task).map(({ scene }) => scene));
      expect(used.filter((scene) => !names.includes(scene))).toEqual([]);
    });

    describe.each(Object.entries(tasks))('%s', (name, task) => {
      it.each(edges.filter((edge) => typeof task.edges[edge] !== 'string'))('%s', (edge) => {
        if (asked === undefined) throw new Error('nothing was asked');
        const cell = task.edges[edge];
        const rows = typeof cell === 'string' ? [] : cell;
        expect(rows.length).toBeGreaterThan(0);
        const found = { name, of: task.of, asked, tuples: (scene: string) => tuples.get(`${scene} ${name}`) ?? [] };
        expect(rows.flatMap((row) => wrongOf(row, found)).slice(0, 5)).toEqual([]);
      });
    });
  });
}

const rowsIn = (task: TaskRows): readonly Row[] =>
  Object.values(task.edges).flatMap((cell) => (typeof cell === 'string' ? [] : cell));
