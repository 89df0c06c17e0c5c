/** A recipe that is edited: what the runtime is told of each version, and what a whole run makes of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../compiler/index.js';
import { openStore } from '../../runtime/facts/store.js';
import type { Around } from '../../runtime/profile/around.js';
import { run } from '../../runtime/run.js';
import type { ShownQuestion, TaskChange } from '../../runtime/watch/change.js';
import { type FirstLook, openWatching, type Update, type Version } from '../../runtime/watch/watching.js';
import { library } from '../agreement/pipeline.js';

export const recipe = `source rooms = rooms(12, seed: 3, pictures: false)
seed    5
margin  length 10 cm or 10%
refer   by category, position, box
fact    reach (x: object) = x.distance + 1 m
relation (a: object) looms over (b: object) = a.height > b.height

level 1 "One" {
  task tall "How tall" {
    for     object a
    take    20 per task
    ask     "How tall is {a}?"
            "What is the height of {a}?"
    answer  a.height
    choices near a.height
  }
  task far "How far" {
    for     object a
    where   a.reach > 2 m
    ask     "How far is {a}, and one metre?"
    answer  a.reach
  }
}

level 2 "Two" {
  task taller "Which is taller" {
    for     objects (a, b)
    where   a.depth < b.depth by 5 cm
    take    3 per scene
    claim   "{a} is taller than {b}." when a looms over b
  }
  task beside "How near, by what they are near to" {
    for     objects {a, b}
    take    2 per scene
    ask     "How far is {a} from {b}?"
    answer  distance(a, b)
    refer   by category, relation
  }
}
emit    jsonl("questions.jsonl")
`;

/** @throws when it has an error */
export function versionOf(text: string): Version {
  const { plan, standsOn, diagnostics } = compile({ recipe: { file: 'edited.spq', text }, library, options: {} });
  if (!plan) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return { plan, standsOn };
}

export interface Edited {
  /** Tells the next version. `asked`: the tasks whose queries ran; `read`: whether facts were. */
  readonly to: (
    text: string,
    onFirst?: (look: FirstLook) => Promise<void>,
  ) => Promise<{
    readonly update: Update;
    readonly asked: readonly string[];
    readonly read: boolean;
  }>;
  readonly change: (update: Update, task: string) => TaskChange;
  /** All questions that it has told of, after what it told of them since, in an order of their own. */
  readonly shown: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Nothing looks at the questions but what is told of them: all that differ are examples. */
export function openEdited({
  scenes = 12,
  patience,
}: {
  readonly scenes?: number;
  readonly patience?: number;
} = {}): Edited {
  const ran = new Set<string>();
  const around: Around = async (node, work) => {
    ran.add(`${node.kind} ${node.name}`);
    return await work();
  };
  const kept = patience === undefined ? {} : { patience };
  const watching = openWatching({ recipeDir: tmpdir(), threads: 1, scenes, examples: 1_000_000, around, ...kept });
  let shown = new Map<string, string[]>();
  const apply = ({ facts, asked, gone }: Update): void => {
    if (facts) shown = new Map();
    for (const name of gone) shown.delete(name);
    for (const { task, examples, questions } of asked) {
      const list = shown.get(task) ?? [];
      for (const { was, now } of examples) {
        if (was) list.splice(list.indexOf(written(task, was)), 1);
        if (now) list.push(written(task, now));
      }
      if (list.length !== questions) throw new Error(`${task}: ${list.length} questions, told of ${questions}`);
      shown.set(task, list);
    }
  };
  return {
    to: async (text, onFirst) => {
      ran.clear();
      const update = await watching.update(versionOf(text), onFirst);
      apply(update);
      const asked = [...ran].flatMap((node) => (node.startsWith('task ') ? [node.slice('task '.length)] : []));
      return { update, asked, read: ran.has('facts rooms') };
    },
    change: (update, task) => {
      const found = update.asked.find((change) => change.task === task);
      if (!found) throw new Error(`${task} was not asked`);
      return found;
    },
    shown: () => [...shown.values()].flat().toSorted(),
    close: watching.close,
  };
}

const written = (task: string, { scene, format, question, options, answer, reason }: ShownQuestion): string =>
  JSON.stringify([task, scene, format, question, options, answer, reason]);

/** The same of a whole run of the recipe. */
export async function questionsOfRun(text: string, scenes = 12): Promise<readonly string[]> {
  const out = mkdtempSync(join(tmpdir(), 'spq-edited-'));
  try {
    const { store: path } = await run(versionOf(text).plan, { recipeDir: out, out, threads: 1, scenes });
    const store = await openStore(path, { readOnly: true });
    try {
      const reader = await store.connection.runAndReadAll(
        'select task, scene_id, format, question, options, answer, reason from questions',
      );
      return reader
        .getRowsJson()
        .map((row) => JSON.stringify(row))
        .toSorted();
    } finally {
      store.close();
    }
  } finally {
    rmSync(out, { recursive: true });
  }
}
