/** What a module calls around its steps: flags, and a filter over scenes. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../runtime/program/command-line.js';
import { keepScenes } from '../../runtime/program/keep-scenes.js';
import { filledStore } from '../agreement/pipeline.js';
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE } from '../reference/scene-builder.js';

describe('flags of a module', () => {
  const flags = (...words: readonly string[]) => commandLine(['node', '/far/made/pipeline.ts', ...words]);

  it('are those of a run, and paths of sources lie beside the module', () => {
    expect(flags('--out', 'o', '--threads', '3', '--scenes', '20')).toEqual({
      recipeDir: resolve('/far/made'),
      out: resolve('o'),
      threads: 3,
      scenes: 20,
      exclude: [],
    });
    expect(flags().threads).toBeGreaterThan(0);
    expect('scenes' in flags()).toBe(false);
    expect(flags('--recipe-dir', 'r').recipeDir).toBe(resolve('r'));
  });

  it.each([[['--scenes', '0']], [['--threads', '1.5']], [['--levels', '1']], [['more']], [['--out']]])(
    'are refused where they are wrong: %j',
    (words) => {
      expect(() => flags(...words)).toThrow(expect.objectContaining({ code: 'SPQ513' }));
    },
  );
});

describe('a filter over scenes', () => {
  it('takes scenes with all that belongs to them, and leaves the others as they were', async () => {
    const store = await filledStore('hand', randomScenes(12, 77), FURNITURE);
    const rows = async (sql: string) => (await store.connection.runAndReadAll(sql)).getRowsJson();
    const kept = await rows('select * from objects where scene in (1, 4, 7, 10) order by rowid');
    expect(kept.length).toBeGreaterThan(4);
    const seen: number[] = [];
    const left = await keepScenes(store, (row: { readonly scene: number }) => {
      seen.push(row.scene);
      return row.scene % 3 === 1;
    });
    expect({ left, seen }).toEqual({ left: 8, seen: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] });
    expect(await rows('select scene from scenes order by scene')).toEqual([[1], [4], [7], [10]]);
    expect(await rows('select * from objects order by rowid')).toEqual(kept);
    expect(await rows('select count(*) from coverage where scene % 3 <> 1')).toEqual([['0']]);
    expect(await rows('select count(*) > 0 from vocabulary')).toEqual([[true]]);
    expect(await keepScenes(store, () => true)).toBe(0);
    store.close();
  });
});
