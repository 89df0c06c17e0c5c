/** `spq why`: how a question came about, or why a tuple was not asked; with a picture in which its things are marked. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openStore } from '../../runtime/facts/store.js';
import { type Explanation, explainQuestion, explainTuples, missing, type ProbeFor } from '../../runtime/why/explain.js';
import { causeOf, noSuchQuestion, noSuchTuple, pictureUnwritable } from '../errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { placesIn } from '../places.js';
import { problemOf } from '../problem.js';
import { findStore } from '../query-store.js';
import type { Shell } from '../shell.js';
import { storedInput } from '../stored-recipe.js';
import { type PlaceOf, whyText } from '../why-text.js';
import { writeJson } from '../write-json.js';

export interface WhyFlags {
  readonly store?: string;
  readonly out?: string;
  /** Instead of a question: the task, scene and things of a tuple. */
  readonly task?: string;
  readonly scene?: string;
  readonly objects?: readonly string[];
  /** Where the picture goes; false: none is drawn. */
  readonly picture: string | boolean;
  readonly json: boolean;
}

/** @throws RunError SPQ588 or SPQ589 when the store has no such question or tuple */
export async function why(id: string | undefined, flags: WhyFlags, shell: Shell): Promise<ExitCode> {
  const path = flags.store ?? findStore(flags.out ?? '.');
  const { connection, close } = await openStore(path, { readOnly: true });
  try {
    const input = await storedInput(connection, path);
    const { probe } = await import('../../compiler/index.js');
    const probeFor: ProbeFor = (task, body) => probe(input, task, body);
    const found = id === undefined ? await tuples() : [await question(id)];
    const told: { readonly explanation: Explanation; readonly picture: Drawn }[] = [];
    for (const [i, explanation] of found.entries())
      told.push({ explanation, picture: await draw(explanation, path, flags, i, found.length) });
    if (flags.json) await writeJson(shell, { ok: true, explanations: told.map(asJson) });
    else await tell(told, placesIn(input), shell);
    return exitCode.done;

    async function question(wanted: string): Promise<Explanation> {
      const explanation = await explainQuestion(connection, wanted, probeFor);
      if (!explanation) throw noSuchQuestion(wanted, path);
      return explanation;
    }

    async function tuples(): Promise<readonly Explanation[]> {
      const { task = '', scene = '', objects = [] } = flags;
      const wanted = { task, sceneId: scene, things: objects };
      const explanations = await explainTuples(connection, wanted, probeFor);
      if (explanations.length > 0) return explanations;
      throw noSuchTuple({ task, scene, objects }, await missing(connection, wanted, probeFor));
    }
  } finally {
    close();
  }
}

/** Where the picture lies, or why there is none. */
type Drawn = { readonly file: string } | { readonly none: string };

async function draw(e: Explanation, store: string, flags: WhyFlags, index: number, count: number): Promise<Drawn> {
  if (flags.picture === false) return { none: 'none was asked for' };
  const { markedPicture } = await import('../../runtime/why/picture.js');
  let png: Uint8Array | undefined;
  try {
    png = await markedPicture(e, dirname(store));
  } catch (thrown) {
    // The numbers can be told without it.
    return { none: problemOf(thrown).message };
  }
  if (!png) return { none: 'the scene has none' };
  const wanted = typeof flags.picture === 'string' ? numbered(flags.picture, index, count) : undefined;
  const file = wanted ?? join(dirname(store), 'why', `${e.questionId}.png`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, png);
  } catch (cause) {
    throw pictureUnwritable(file, causeOf(cause));
  }
  return { file };
}

const numbered = (file: string, index: number, count: number): string =>
  count === 1 ? file : file.replace(/(\.png)?$/, `-${index + 1}.png`);

const asJson = ({ explanation, picture }: { readonly explanation: Explanation; readonly picture: Drawn }): object => ({
  ...explanation,
  picture: 'file' in picture ? picture.file : null,
  noPicture: 'none' in picture ? picture.none : null,
});

async function tell(
  told: readonly { readonly explanation: Explanation; readonly picture: Drawn }[],
  placeOf: PlaceOf,
  shell: Shell,
): Promise<void> {
  const texts = told.map(({ explanation, picture }) => {
    const where = 'file' in picture ? `picture: ${picture.file}` : `no picture: ${picture.none}`;
    return `${whyText(explanation, placeOf)}\n${where}\n`;
  });
  await shell.out(texts.join('\n'));
}
