/**
 * The source `rooms(count, seed, pictures)`: synthetic furnished rooms with exact truth.
 *
 * Scene k depends on the seed and k alone: more rooms, pictures or other demands never change it.
 */

import { mkdir } from 'node:fs/promises';
import type { Demand, OpenedSource, SceneFacts, SourceItem } from '../../facts/rows.js';
import { factsOf, lookAt, roomFacts } from './facts.js';
import { furnish } from './layout.js';
import { render } from './render.js';
import { roomsVocabulary } from './vocabulary.js';
import { writePicture } from './write.js';

export interface RoomsOptions {
  /** How many rooms, from index 0. */
  readonly count: number;
  /** A whole number: which rooms. */
  readonly seed: number;
  /** The folder to write pictures into, made where it is missing; null to render none. */
  readonly pictures: string | null;
  readonly demand: Demand;
  /** How many pictures may be compressed while the next is rendered; 2 by default. */
  readonly threads?: number;
}

/** Opens the rooms. Scenes come in the order of their index; a picture that cannot be written ends the stream. */
export function openRooms(options: RoomsOptions): OpenedSource {
  const { count, pictures } = options;
  const items = pictures === null ? factItems(options) : pictureItems(options, pictures);
  return { vocabulary: roomsVocabulary, count, items };
}

function* factItems({ count, seed, demand }: RoomsOptions): Generator<SourceItem> {
  for (let index = 0; index < count; index++) {
    yield { kind: 'scene', facts: roomFacts(seed, index, demand) };
  }
}

async function* pictureItems(options: RoomsOptions, folder: string): AsyncGenerator<SourceItem> {
  const { count, threads = 2 } = options;
  await mkdir(folder, { recursive: true });
  const underWay: Promise<SceneFacts>[] = [];
  for (let index = 0; index < count; index++) {
    underWay.push(renderRoom(options, index, folder));
    const oldest = underWay.length > threads ? underWay.shift() : undefined;
    if (oldest !== undefined) yield { kind: 'scene', facts: await oldest };
  }
  for (const facts of underWay) yield { kind: 'scene', facts: await facts };
}

async function renderRoom({ seed, demand }: RoomsOptions, index: number, folder: string): Promise<SceneFacts> {
  const scene = lookAt(furnish(seed, index));
  return writePicture(factsOf(scene, demand), render(scene), folder);
}
