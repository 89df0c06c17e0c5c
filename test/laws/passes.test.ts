/** Laws of the optimizer: no pass changes a question, each is done after one run, and every relation stays sound. */
import { describe, expect, it } from 'vitest';
import { analyse, compile } from '../../compiler/index.js';
import type { Graph } from '../../compiler/ir/graph.js';
import type { Relation } from '../../compiler/ir/node.js';
import { verify } from '../../compiler/ir/verify.js';
import { lowerRecipe } from '../../compiler/lower/lower.js';
import { passes } from '../../compiler/passes/index.js';
import { recipes } from '../agreement/compared.js';
import { library } from '../agreement/pipeline.js';
import { askedWithout } from '../agreement/without-passes.js';

const names = passes.map((pass) => pass.name);
/** All relations of a recipe, before any pass. */
function lowered(text: string): readonly { readonly relation: Relation; readonly graph: Graph }[] {
  const { shared, tasks, objectFacts, graph } = lowerRecipe(analyse({ file: 'test.spq', text }, library).typed);
  return [
    ...shared.map(({ relation }) => ({ relation, graph })),
    ...tasks.map((task) => ({ relation: task.questions, graph: task.graph })),
    { relation: objectFacts, graph },
  ];
}

describe.each(Object.entries(recipes))('the passes over %s', (_, text) => {
  it('are done after one run: a second returns the same object', () => {
    const relations = lowered(text);
    for (const { relation, graph } of relations) {
      let now = relation;
      for (const pass of passes) {
        for (const given of [relation, now]) {
          const once = pass.run(given, graph, () => {});
          expect(pass.run(once, graph, () => {})).toBe(once);
        }
        now = pass.run(now, graph, () => {});
      }
    }
  });

  it('leave relations in which every column that is read exists', () => {
    for (const { relation, graph } of lowered(text)) {
      let now = relation;
      expect(verify(now)).toEqual([]);
      for (const pass of passes) {
        now = pass.run(now, graph, () => {});
        expect([pass.name, verify(now)]).toEqual([pass.name, []]);
      }
    }
  });

  it('tell of each law they apply, and of no other', () => {
    const laws = new Set(passes.flatMap((pass) => pass.laws));
    const fired = compile({ recipe: { file: 'test.spq', text }, library, options: {} }).fired();
    expect([...new Set(fired.map(({ law }) => law))].filter((law) => !laws.has(law))).toEqual([]);
    for (const { before, after } of fired) expect(after).not.toBe(before);
    for (const pass of passes) expect(fired.some(({ law }) => pass.laws.includes(law))).toBe(true);
  });

  it('fire nothing where they are left out', () => {
    const fired = compile({ recipe: { file: 'test.spq', text }, library, options: { skip: names } }).fired();
    expect(fired).toEqual([]);
  });
});

/** Rings, series of formats, picks from the scene: relations that the other recipes lack. */
const PLACES = `
source rooms = rooms(3)
seed 7
refer by box
level 2 "Places" {
  task ring { for objects {xs: 2..3} let o = sort x in xs by least x.depth where known o
    ask "Sort {xs}." answer o take 3 per scene }
  task forms { for objects {a, b} let d = distance(a, b) where d > 50 cm ask "How far is {a} from {b}?" answer d
    choices near d claim "{a} is nearer than {b}." when a nearer than b formats all balance none }
  task picked { for object a let n = the other object x where x called "chair" with greatest x.depth
    ask "How far is {n} from {a}?" answer distance(a, n) where a.depth > 1 m }
}
emit jsonl("q.jsonl")`;

describe('optimizing a whole recipe', () => {
  it('changes no question of rings, of formats in a row, of picks from the scene', async () => {
    const plain = await askedWithout(names, PLACES, 60);
    expect(await askedWithout([], PLACES, 60)).toEqual(plain);
    for (const task of ['ring', 'forms', 'picked'])
      expect([task, plain.filter((line) => line.includes(`"task":"${task}"`)).length > 3]).toEqual([task, true]);
  });
});
