/** A measured execution graph as text: a tree from sources to outputs, with what each node took. */
import type { Profile, ProfileNode } from '../runtime/profile/graph.js';
import type { OperatorTree } from '../runtime/profile/operators.js';
import { aligned } from './aligned.js';
import { counted, grouped } from './counted.js';

const headings: Readonly<Record<ProfileNode['kind'], string>> = {
  source: 'sources',
  perceive: 'perceived',
  facts: 'facts',
  relation: 'shared relations',
  task: 'tasks',
  sampling: 'sampling',
  emit: 'outputs',
};

/** @param operators whether what DuckDB did is shown under each relation and task */
export function profileText(profile: Profile, operators: boolean): string {
  const kinds = [...new Set(profile.nodes.map(({ kind }) => kind))];
  const rows = kinds.flatMap((kind, depth) => {
    const nodes = profile.nodes.filter((node) => node.kind === kind);
    return [
      [`${'  '.repeat(depth)}${depth === 0 ? '' : '└ '}${headings[kind]}`, '', '', '', '', '', ''],
      ...nodes.flatMap((node) => nodeRows(profile, node, '  '.repeat(depth + 2), operators)),
    ];
  });
  const head = ['', 'rows', 'expected', 'ms', 'share', 'memory', 'reads'];
  return `${heading(profile)}\n\n${aligned(head, rows).join('\n')}\n\n${rest(profile)}\n`;
}

function heading({ recipe, scenes, objects, questions, threads, ms, memory }: Profile): string {
  const buffers = memory.buffers === null ? '' : `DuckDB's buffers ${megabytes(memory.buffers)} at most, `;
  return [
    `${recipe}: ${counted(scenes, 'scene')}, ${counted(objects, 'object')}, ${counted(questions, 'question')}`,
    `${grouped(Math.round(ms))} ms on ${counted(threads, 'thread')}; ${buffers}the process ${megabytes(memory.process)}`,
  ].join('\n');
}

/** What no node did: opening the store, words for SQL, and looking on. */
function rest({ nodes, ms }: Profile): string {
  const known = nodes.reduce((sum, node) => sum + (node.ms ?? 0), 0);
  return `The rest, ${milliseconds(ms - known)} ms, is the store, words for SQL, and measuring itself.`;
}

function nodeRows(profile: Profile, node: ProfileNode, indent: string, operators: boolean): readonly string[][] {
  const names = new Map(profile.nodes.map(({ id, name }) => [id, name]));
  const from = profile.edges.filter(({ to }) => to === node.id).flatMap((edge) => names.get(edge.from) ?? []);
  const runs = node.runs > 1 ? ` (${node.runs} runs)` : '';
  return [
    [
      `${indent}${node.name}${runs}`,
      node.rows === null ? '' : grouped(node.rows),
      node.estimate === null ? '' : grouped(node.estimate),
      node.ms === null ? '' : milliseconds(node.ms),
      node.share === null ? '' : `${(100 * node.share).toFixed(1)} %`,
      node.memory === null ? '' : megabytes(node.memory),
      node.kind === 'perceive' || node.kind === 'relation' || node.kind === 'task' ? from.join(', ') : '',
    ],
    ...(operators ? node.operators.flatMap((tree) => operatorRows(tree, `${indent}  `)) : []),
  ];
}

function operatorRows({ kind, about, rows, ms, inputs }: OperatorTree, indent: string): readonly string[][] {
  const name = about === '' ? kind : `${kind} ${about}`;
  // Only where ways meet does the text go in: chains are long.
  const below = inputs.length > 1 ? `${indent}  ` : indent;
  return [
    [`${indent}· ${name}`, grouped(rows), '', milliseconds(ms), '', '', ''],
    ...inputs.flatMap((input) => operatorRows(input, below)),
  ];
}

const milliseconds = (ms: number): string => (ms < 10 ? ms.toFixed(1) : grouped(Math.round(ms)));

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
