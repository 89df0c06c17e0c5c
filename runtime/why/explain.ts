/**
 * Explains a question of a store, or a tuple that was not asked: what it is about, how its answer came about, how its
 * things are named. All numbers are read again from the facts of the store, by the recipe that the store keeps.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Probe } from '../../compiler/plan/probe.js';
import { type NameReport, nameReport } from './naming.js';
import { lookAtScene, numberIn, type Row, rowsOf, textIn, truthIn } from './scene-queries.js';
import { type Line, linesOf, type Step } from './step.js';
import { type SceneReport, sceneReport, type Thing, type ThingReport, thingReports } from './things.js';

export interface Explanation {
  /** The row of `questions`; null for a tuple that was not asked. */
  readonly question: Row | null;
  /** The id that the tuple has, or would have. */
  readonly questionId: string;
  readonly task: string;
  readonly level: number;
  readonly title: string | null;
  /** `m = height`: which of its bodies; empty where it has one. */
  readonly body: string;
  readonly format: string;
  readonly scene: SceneReport;
  readonly things: readonly ThingReport[];
  /** Other things of the scene that a range over it takes in, surely or perhaps. */
  readonly ranged: readonly ThingReport[];
  readonly lines: readonly Line[];
  /** True where the claim that was drawn says the contrary of its condition. */
  readonly negated: boolean;
  readonly names: readonly NameReport[];
  /** Why a tuple is not among the questions; empty for one that is. */
  readonly left: readonly string[];
}

/** The probe of a task, its lines those of the given body; undefined where the store's recipe has no such task. */
export type ProbeFor = (task: string, body: number) => Probe | undefined;

const ASKED = 'select * from questions where question_id::varchar = $id';

/** @returns undefined where the store has no such question, or cannot tell how it came about */
export async function explainQuestion(
  connection: DuckDBConnection,
  id: string,
  probeFor: ProbeFor,
): Promise<Explanation | undefined> {
  const [question] = await rowsOf(connection, ASKED, { id });
  const probe = question && probeFor(textIn(question, 'task') ?? '', 0);
  if (!question || !probe) return undefined;
  for (const scene of await scenesCalled(connection, textIn(question, 'scene_id') ?? '')) {
    await lookAtScene(connection, probe, scene);
    const [tuple] = await rowsOf(connection, `select * from (${probe.tuples}) where question = $id`, { id });
    if (tuple) return await explain(connection, { tuple, question, probe, probeFor });
  }
  return undefined;
}

/** Several sources may call a scene alike. */
async function scenesCalled(connection: DuckDBConnection, sceneId: string): Promise<readonly number[]> {
  const rows = await rowsOf(connection, 'select scene from scenes where scene_id = $id order by scene', {
    id: sceneId,
  });
  return rows.flatMap((row) => numberIn(row, 'scene') ?? []);
}

export interface Wanted {
  readonly task: string;
  readonly sceneId: string;
  /** Ids of the things of a tuple, in any order; of a drawn set those of its members. */
  readonly things: readonly string[];
}

/** What there is not, of what was wanted: things of the scene by their ids, and of all together a tuple. */
export type Missing =
  | { readonly what: 'task' | 'scene' | 'tuple' }
  | { readonly what: 'things'; readonly ids: readonly string[] };

/** Why `explainTuples` found nothing. */
export async function missing(connection: DuckDBConnection, wanted: Wanted, probeFor: ProbeFor): Promise<Missing> {
  const { task, sceneId, things } = wanted;
  if (!probeFor(task, 0)) return { what: 'task' };
  if ((await scenesCalled(connection, sceneId)).length === 0) return { what: 'scene' };
  const rows = await rowsOf(
    connection,
    `select object_id as id from objects join scenes using (source, scene) where scene_id = $id
     union all select pixel_id from pixels join scenes using (source, scene) where scene_id = $id
     union all select label from vocabulary union all select category from objects`,
    { id: sceneId },
  );
  const known = new Set(rows.map((row) => textIn(row, 'id')));
  const ids = things.filter((thing) => !known.has(thing));
  return ids.length > 0 ? { what: 'things', ids } : { what: 'tuple' };
}

/** The tuples that are about just these things, asked or not; one explanation per tuple and format. */
export async function explainTuples(
  connection: DuckDBConnection,
  { task, sceneId, things }: Wanted,
  probeFor: ProbeFor,
): Promise<readonly Explanation[]> {
  const probe = probeFor(task, 0);
  if (!probe) return [];
  const found: Explanation[] = [];
  for (const scene of await scenesCalled(connection, sceneId)) {
    await lookAtScene(connection, probe, scene);
    const tuples = await rowsOf(connection, probe.tuples);
    for (const tuple of tuples.filter((row) => isAbout(probe, row, things))) {
      const id = textIn(tuple, 'question') ?? '';
      const [question = null] = await rowsOf(connection, ASKED, { id });
      // The one before may have looked at the scene for another body.
      if (found.length > 0) await lookAtScene(connection, probe, scene);
      found.push(await explain(connection, { tuple, question, probe, probeFor }));
    }
  }
  return found.toSorted((a, b) => (a.questionId < b.questionId ? -1 : 1));
}

const idsIn = ({ things }: Probe, row: Row): readonly string[] => things.flatMap(({ id }) => textIn(row, id) ?? []);

function isAbout(probe: Probe, row: Row, things: readonly string[]): boolean {
  const ids = new Set(idsIn(probe, row));
  return things.every((thing) => ids.has(thing)) && [...ids].every((id) => things.includes(id));
}

interface Asked {
  readonly tuple: Row;
  readonly question: Row | null;
  readonly probe: Probe;
  readonly probeFor: ProbeFor;
}

async function explain(connection: DuckDBConnection, asked: Asked): Promise<Explanation> {
  const { tuple, question, probeFor } = asked;
  const scene = numberIn(tuple, 'scene') ?? 0;
  const number = numberIn(tuple, 'body') ?? 0;
  const other = number === asked.probe.body.number ? undefined : probeFor(asked.probe.task, number);
  // Lines of another body read other columns of the scene.
  if (other) await lookAtScene(connection, other, scene);
  const probe = other ?? asked.probe;
  const { body } = probe;
  const id = textIn(tuple, 'question') ?? '';
  const given = { question: id };
  const [row = {}] = await rowsOf(connection, body.evidence, given);
  const candidates: (readonly Row[])[] = [];
  for (const sql of body.candidates) candidates.push(await rowsOf(connection, sql, given));
  const naming = { pairs: await rowsOf(connection, body.pairs), alone: await rowsOf(connection, body.alone) };
  const things = thingsIn(probe, tuple);
  const idOf = (name: string): string | null => things.find((t) => t.name === name)?.id ?? null;
  const format = textIn(tuple, 'format') ?? '';
  const drawn = format === 'claim' ? body.phrasings[numberIn(tuple, 'claimed') ?? 0] : undefined;
  const all = linesOf(body.lines, row, candidates);
  // Of several claims one was drawn; one that prints an option is decided by the answer.
  const claimed = drawn && all.some(({ claim }) => claim === drawn.claim);
  const shown = all.filter(({ clause, claim }) =>
    claim === null ? clause !== 'answer' || !claimed : claimed && claim === drawn.claim,
  );
  const names = body.names.map((name) => nameReport(name, idOf(name.name), row, naming));
  return {
    question,
    questionId: id,
    task: probe.task,
    level: probe.level,
    title: probe.title,
    body: body.about,
    format,
    scene: await sceneReport(connection, scene),
    things: await thingReports(connection, scene, things),
    ranged: await thingReports(connection, scene, rangedIn(shown, things)),
    lines: shown,
    negated: drawn?.negated ?? false,
    names,
    left: question ? [] : leftOut(probe, tuple, shown, names),
  };
}

/** Of a drawn set only its members: the other names stand for its first again. */
function thingsIn({ things }: Probe, row: Row): readonly Thing[] {
  const seen = new Set<string>();
  return things.flatMap(({ name, kind, id }) => {
    const value = textIn(row, id);
    if (value === null || seen.has(`${kind} ${value}`)) return [];
    seen.add(`${kind} ${value}`);
    return [{ name, kind, id: value }];
  });
}

function rangedIn(lines: readonly Line[], things: readonly Thing[]): readonly Thing[] {
  const within = ({ candidates, parts }: Step): readonly string[] => [
    ...candidates.flatMap(({ objectId, belongs }) => (belongs === false ? [] : [objectId])),
    ...parts.flatMap(within),
  ];
  const named = new Set(things.map(({ id }) => id));
  const ids = new Set(lines.flatMap(({ step }) => within(step)));
  return [...ids].filter((id) => !named.has(id)).map((id) => ({ name: '', kind: 'object', id }));
}

function leftOut(
  { wheres }: Probe,
  tuple: Row,
  lines: readonly Line[],
  names: readonly NameReport[],
): readonly string[] {
  const written = lines.filter(({ clause }) => clause === 'where').map(({ step }) => step.written);
  const guards = Array.from({ length: wheres }, (_, i) => truthIn(tuple, `where_${i}`)).flatMap((truth, i) =>
    truth === true ? [] : [`\`where ${written[i] ?? ''}\` is ${truth === null ? 'unknown' : 'false'}`],
  );
  const nameless = names.filter(({ words }) => words === null).map(({ name }) => `\`${name}\` has no name`);
  const unanswered =
    truthIn(tuple, 'answerable') === true
      ? []
      : ['its answer, its options or a number that its text prints is not known, or cannot be told from the others'];
  const causes = [...guards, ...nameless, ...unanswered];
  return causes.length > 0
    ? causes
    : ['nothing speaks against it: `take`, the balance of answers or `mix` left it out, as they do by lot'];
}
