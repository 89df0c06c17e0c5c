/** Opens a planned source: its arguments as the source's own options, paths resolved against the recipe's folder. */
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Plan, PlannedSource } from '../compiler/plan/plan.js';
import type { Demand, OpenedSource, SourceItem } from './facts/rows.js';
import { perceptionOptions } from './perceive/stream/options.js';
import type { PerceptionOptions } from './perceive/stream/picture-file.js';
import { sources } from './sources/index.js';

export interface Opening {
  readonly recipeDir: string;
  /** Where rendered pictures go: `pictures/` in it. */
  readonly out: string;
  readonly demand: Demand;
  readonly threads: number;
  readonly columns: Plan['columns'];
  /** No more scenes than this are read: of photographs no more are looked at. */
  readonly most?: number;
  /** Where models and what they found are kept, and on what they run. */
  readonly perception?: Partial<PerceptionOptions> | undefined;
}

export async function openSource(planned: PlannedSource, opening: Opening): Promise<OpenedSource> {
  const opened = await open(planned, opening);
  return { ...opened, items: withPortablePaths(opened.items, opening.out) };
}

function open(
  { operator, arguments: given, perceive }: PlannedSource,
  { recipeDir, out, demand, threads, columns, most, perception }: Opening,
): OpenedSource | Promise<OpenedSource> {
  const dir = resolve(recipeDir, String(given.dir ?? ''));
  switch (operator) {
    case 'rooms':
      return sources.rooms({
        count: Number(given.count),
        seed: Number(given.seed ?? 0),
        pictures: given.pictures === false ? null : join(out, 'pictures'),
        demand,
        threads,
      });
    case 'kitti':
      return sources.kitti({ dir, gravity: given.gravity === 'level' ? 'level' : null });
    case 'robospatial':
      return sources.robospatial({ dir });
    case 'facts':
      return sources.facts({ dir, columns });
    case 'images':
      return sources.images({
        files: String(given.files),
        recipeDir,
        most: most ?? Number.POSITIVE_INFINITY,
        perceive: perceive ? { ...perceptionOptions(perception), ...perceive, pixels: demand.pixels, recipeDir } : null,
      });
  }
}

/** Pictures inside the output folder are named relative to it: the folder can move, and its name is in no output. */
async function* withPortablePaths(items: OpenedSource['items'], out: string): AsyncGenerator<SourceItem> {
  for await (const item of items) {
    if (item.kind === 'quarantined') yield item;
    else {
      const { scene, dense } = item.facts;
      yield {
        kind: 'scene',
        facts: {
          ...item.facts,
          scene: { ...scene, imageUri: scene.imageUri === null ? null : portable(scene.imageUri, out) },
          dense: dense.map((d) => ({ ...d, uri: portable(d.uri, out) })),
        },
      };
    }
  }
}

function portable(path: string, out: string): string {
  const inside = relative(out, path);
  return isAbsolute(path) && !inside.startsWith('..') && !isAbsolute(inside) ? inside.replaceAll('\\', '/') : path;
}
