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

/** Scenes without those that a list names; each of these is told, once per list that names it. */
export async function* withoutExcluded(
  items: OpenedSource['items'],
  lists: readonly ExclusionList[],
  onExcluded: (list: ExclusionList) => void,
): AsyncGenerator<SourceItem> {
  for await (const item of items) {
    const naming = item.kind === 'scene' ? lists.filter(({ ids }) => isNamed(item.facts.scene, ids)) : [];
    if (naming.length === 0) yield item;
    for (const list of naming) onExcluded(list);
  }
}

const isNamed = ({ captureId, sceneId, sha256 }: SceneRow, ids: ReadonlySet<string>): boolean =>
  ids.has(captureId) || ids.has(sceneId) || (sha256 !== null && ids.has(sha256.toLowerCase()));
