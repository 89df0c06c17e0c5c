/** One question with the room it is asked of, its references resolved: what a judge of its task looks at. */
import type { Asked } from './asked.js';
import type { Called } from './names/nouns.js';
import type { Kinds, Read } from './read.js';
import { pixelAt } from './read.js';
import type { Room } from './room.js';
import type { Thing } from './thing.js';
import type { Vec } from './vectors.js';

export interface Case {
  readonly asked: Asked;
  readonly room: Room;
  /** The question with its references taken out. */
  readonly read: Read;
  readonly kinds: () => Kinds;
  /** References and kinds taken out of the answer, an option or a reason; numbered as in the question. */
  readonly readAlso: (text: string) => Read;
  readonly readKinds: (text: string) => Kinds;
  /** Notes what is so only within the tolerance that the language has for it, and is not quite so. */
  readonly doubt: (what: string) => void;
  readonly called: (thing: Thing, noun: string) => Called;
}

/** What is wrong; empty where all is right. Throws where the text is not understood. */
export type Judge = (c: Case) => readonly string[];
export type Judges = Readonly<Record<string, Judge>>;

export function idAt(c: Case, number: number): string {
  const id = c.read.ids[number - 1];
  if (id === undefined) throw new Error(`no «${number}» in: ${c.read.text}`);
  return id;
}

/** @throws where it is no thing of the room */
export function thingOf(c: Case, id: string | undefined): Thing {
  const thing = id === undefined ? undefined : c.room.things.get(id);
  if (thing === undefined) throw new Error(`no thing ${id} in: ${c.read.text}`);
  return thing;
}

export const thingAt = (c: Case, number: number): Thing => thingOf(c, idAt(c, number));

export function pointOf(c: Case, id: string): Vec {
  const [u, v] = pixelAt(id);
  return c.room.shown(u, v);
}

export const pointAt = (c: Case, number: number): Vec => pointOf(c, idAt(c, number));

/** Who is who, by the words that the sentence has; without a rule that fits, as they come. */
export type Rule = readonly [RegExp, readonly number[]];

export function inRoles(c: Case, ...rules: readonly Rule[]): readonly number[] {
  return rules.find(([words]) => words.test(c.read.text))?.[1] ?? c.read.ids.map((_, i) => i + 1);
}

export function two(c: Case, ...rules: readonly Rule[]): readonly [Thing, Thing] {
  const [a = 0, b = 0] = inRoles(c, ...rules);
  return [thingAt(c, a), thingAt(c, b)];
}

export function three(c: Case, ...rules: readonly Rule[]): readonly [Thing, Thing, Thing] {
  const [a = 0, b = 0, d = 0] = inRoles(c, ...rules);
  return [thingAt(c, a), thingAt(c, b), thingAt(c, d)];
}

/** What a question is about and does not name stands behind what it names: the thing that is to be found. */
export function judgeFound(c: Case, id: string | undefined): readonly string[] {
  const unnamed = c.asked.objects.filter((each) => !c.read.ids.includes(each));
  // It may be one that is named: the chair nearest to the lamp is the chair of the question.
  const found = id === undefined || c.read.ids.includes(id) ? [] : [id];
  return `${unnamed}` === `${found}`
    ? []
    : [`it is about ${unnamed.join(', ')}, and ${found.join(', ')} is to be found`];
}

/** The things of the question, by first mention. */
export const thingsOf = (c: Case): readonly Thing[] => c.read.ids.map((id) => thingOf(c, id));

/** Every reading of a word must say the same: else nobody knows. */
export function together(readings: readonly (boolean | null)[]): boolean | null {
  if (readings.every((reading) => reading === true)) return true;
  return readings.every((reading) => reading === false) ? false : null;
}
