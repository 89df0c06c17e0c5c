/** `spq explain --analyze`: the graph of a run, with what each node gave and took, as text, JSON, Mermaid and DOT. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-analyze-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const recipe = join(folder, 'near.spq');
writeFileSync(
  recipe,
  `source rooms = rooms(40, seed: 3)
level 1 "Objects" { task height { for object a ask "How tall is {a}?" answer a.height } }
level 2 "Relations" {
  task taller { for objects {a, b} take 2 per scene take 12 per task
    claim "{a} is taller than {b}." when a taller than b balance none }
}
emit jsonl("questions.jsonl")
`,
);

interface Node {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly rows: number | null;
  readonly estimate: number | null;
  readonly ms: number | null;
  readonly share: number | null;
  readonly operators: readonly unknown[];
}
interface Graph {
  readonly scenes: number;
  readonly objects: number;
  readonly questions: number;
  readonly ms: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

const analyze = (...words: readonly string[]) =>
  spq(['explain', recipe, '--analyze', '--scenes', '15', '--threads', '1', ...words]);

let graph: Graph;
beforeAll(async () => {
  const { code, out } = await analyze('--format', 'json');
  expect(code).toBe(0);
  graph = JSON.parse(out);
}, 120_000);

const node = (id: string): Node => {
  const found = graph.nodes.find((n) => n.id === id);
  if (found === undefined) throw new Error(`no node ${id}`);
  return found;
};

describe('the graph of a run', () => {
  it('has what was read, asked, sampled and written, with the rows of each', () => {
    expect(node('source rooms').rows).toBe(15);
    expect(node('facts scenes').rows).toBe(15);
    expect(node('facts objects').rows).toBe(graph.objects);
    expect(node('relation chunk_objects').rows).toBe(graph.objects);
    const asked = (node('task height').rows ?? 0) + (node('task taller').rows ?? 0);
    const taken = node('sampling take').rows ?? 0;
    expect(node('task taller').rows).toBeGreaterThan(12);
    expect(asked - taken).toBe((node('task taller').rows ?? 0) - 12);
    expect(node('sampling order').rows).toBe(graph.questions);
    expect(node('emit questions.jsonl').rows).toBe(graph.questions);
  });

  it('expects two of each scene that has two things, and one for each thing that is surely there', () => {
    const height = node('task height');
    const taller = node('task taller');
    expect(height.estimate).toBeLessThanOrEqual(graph.objects);
    expect(height.estimate).toBeGreaterThanOrEqual(height.rows ?? 0);
    expect(taller.estimate).toBeLessThanOrEqual(2 * 15);
    expect(taller.estimate).toBeGreaterThanOrEqual(taller.rows ?? 0);
    expect(node('sampling take').estimate).toBe((height.estimate ?? 0) + 12);
  });

  it('leads from the source to the output along edges between nodes', () => {
    const ids = new Set(graph.nodes.map(({ id }) => id));
    for (const { from, to } of graph.edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
    const reached = new Set(['source rooms']);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of graph.edges) if (reached.has(from)) reached.add(to);
    }
    expect(reached.has('emit questions.jsonl')).toBe(true);
    // A task reads the relation that it names things by, and not the tables below it.
    expect(graph.edges).toContainEqual({ from: 'relation chunk_objects', to: 'task height' });
    expect(graph.edges).not.toContainEqual({ from: 'facts objects', to: 'task height' });
  });

  it('spends no more than the whole, and shares are parts of it', () => {
    const timed = graph.nodes.filter(({ ms }) => ms !== null);
    const sum = timed.reduce((all, { ms }) => all + (ms ?? 0), 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual(graph.ms);
    for (const { ms, share } of timed) expect(share).toBeCloseTo((ms ?? 0) / graph.ms, 9);
    expect(node('task height').operators.length).toBeGreaterThan(0);
  });
});

describe('printing it', () => {
  it('is a tree by default, whose operators are shown on request', async () => {
    const { code, out } = await analyze();
    expect(code).toBe(0);
    const heads = ['sources', 'facts', 'shared relations', 'tasks', 'sampling', 'outputs'];
    const places = heads.map((head) => out.search(new RegExp(`^ *(└ )?${head}\\b`, 'm')));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(out).toMatch(/^ +height .*\d/m);
    expect(out).not.toContain('· scan');
    expect((await analyze('--operators')).out).toMatch(/· scan chunk_objects +\d/);
  });

  it('is Mermaid and DOT, with every node and edge', async () => {
    const mermaid = (await analyze('--format', 'mermaid')).out;
    expect(mermaid).toMatch(/^flowchart TD\n/);
    expect([...mermaid.matchAll(/ --> /g)]).toHaveLength(graph.edges.length);
    expect(mermaid).toContain('task height<br/>');
    const dot = (await analyze('--format', 'dot')).out;
    expect(dot).toMatch(/^digraph "near" \{\n[\s\S]*\}\n$/);
    expect([...dot.matchAll(/ -> /g)]).toHaveLength(graph.edges.length);
  });

  it('leaves nothing beside the recipe', async () => {
    await analyze();
    expect(readdirSync(folder)).toEqual(['near.spq']);
  });
});
