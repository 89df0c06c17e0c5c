/** Questions to look at: those of a store on disk, or of recipes asked here, over one set of rooms. */
import { readFileSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { compile } from '../../../compiler/index.js';
import { roomFacts } from '../../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../../runtime/sources/rooms/vocabulary.js';
import { askInStore, filledStore, library } from '../../agreement/pipeline.js';
import { programsIn } from '../../docs/programs.js';

export interface Program {
  readonly name: string;
  readonly text: string;
}

/** Every right program of the guide. */
export const guide = (): readonly Program[] =>
  programsIn('docs/language.md')
    .filter(({ expected }) => expected === undefined)
    .map(({ line, text }) => ({ name: `docs/language.md:${line}`, text }));

export const recipeIn = (path: string): Program => ({ name: path, text: readFileSync(path, 'utf8') });

type Look = (c: DuckDBConnection, name: string) => Promise<void>;

export async function inStore(path: string, look: Look): Promise<void> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  await look(await instance.connect(), path);
}

/** Programs that cannot be run over rooms alone, since they import others, are told and left out. */
export async function inRooms(programs: readonly Program[], rooms: number, look: Look): Promise<void> {
  const planned = programs.map(({ name, text }) => {
    const { plan } = compile({ recipe: { file: name, text }, library, options: {} });
    return { name, plan: plan?.sources.every((source) => source.name === 'rooms') ? plan : undefined };
  });
  const pixels = planned.some(({ plan }) => plan?.demand.pixels);
  const scenes = Array.from({ length: rooms }, (_, i) => roomFacts(11, i, { pixels }));
  const store = await filledStore('rooms', scenes, roomsVocabulary, 2);
  for (const { name, plan } of planned) {
    if (plan) {
      await askInStore(store, plan, rooms);
      await look(store.connection, name);
    } else process.stdout.write(`${name}: left out\n`);
  }
  store.close();
}
