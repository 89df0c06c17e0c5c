/**
 * Lists of what must not be asked about: benchmark pictures, so that they are not trained on. A text file, one id in a line:
 * a capture, a scene, or the sha256 of a picture; `#` begins a comment.
 */
import { readFileSync } from 'node:fs';
import { RunError } from '../errors.js';
import type { OpenedSource, SceneRow, SourceItem } from '../facts/rows.js';

export interface ExclusionList {
  readonly file: string;
  readonly ids: ReadonlySet<string>;
}

/** @throws RunError SPQ501 where there is no such file, SPQ502 where it holds no id */
export function readExclusionList(file: string): ExclusionList {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new RunError(
      'SPQ501',
      `There is no list ${file}.`,
      'Paths on the command line count from where it is given.',
    );
  }
  const ids = new Set(text.split(/\r?\n/).flatMap((line) => line.replace(/#.*/, '').trim() || []));
  if (ids.size === 0)
    throw new RunError(
      'SPQ502',
      `The list ${file} holds no id.`,
      'Write one in a line: a capture, a scene, or the sha256 of a picture.',
    );
  return { file, ids };
}

/** What a list has left out. */
export interface Excluded {
  readonly list: string;
  readonly scenes: number;
  /** How many ids the list has; and those of them that named no scene: of other data, or written wrongly. */
  readonly ids: number;
  readonly unmatched: number;
}

export interface ExclusionTally {
  readonly add: (list: ExclusionList, ids: readonly string[]) => void;
  readonly told: () => readonly Excluded[];
}

export function exclusionTally(lists: readonly ExclusionList[]): ExclusionTally {
  const scenes = new Map<ExclusionList, number>();
  const matched = new Map(lists.map((list) => [list, new Set<string>()]));
  return {
    add: (list, ids) => {
      scenes.set(list, (scenes.get(list) ?? 0) + 1);
      for (const id of ids) matched.get(list)?.add(id);
    },
    told: () =>
      lists.map((list) => ({
        list: list.file,
        scenes: scenes.get(list) ?? 0,
        ids: list.ids.size,
        unmatched: list.ids.size - (matched.get(list)?.size ?? 0),
      })),
  };
}

/** Scenes without those that a list names. Each of these is counted. */
export async function* withoutExcluded(
  items: OpenedSource['items'],
  lists: readonly ExclusionList[],
  { add }: ExclusionTally,
): AsyncGenerator<SourceItem> {
  for await (const item of items) {
    const own = item.kind === 'scene' ? idsOf(item.facts.scene) : [];
    const named = lists.map((list) => ({ list, ids: own.filter((id) => list.ids.has(id)) }));
    const naming = named.filter(({ ids }) => ids.length > 0);
    if (naming.length === 0) yield item;
    for (const { list, ids } of naming) add(list, ids);
  }
}

const idsOf = ({ captureId, sceneId, sha256 }: SceneRow): readonly string[] => [
  ...new Set([captureId, sceneId, ...(sha256 === null ? [] : [sha256.toLowerCase()])]),
];
