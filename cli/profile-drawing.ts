/** A measured execution graph for programs that draw: Mermaid, and DOT of Graphviz. */
import type { Profile, ProfileNode } from '../runtime/profile/graph.js';
import { grouped } from './counted.js';

export function profileMermaid({ nodes, edges }: Profile): string {
  const key = keys(nodes);
  const box = (node: ProfileNode): string => `  ${key(node.id)}["${labelOf(node).map(mermaidText).join('<br/>')}"]`;
  const arrows = edges.map(({ from, to }) => `  ${key(from)} --> ${key(to)}`);
  const classes = nodes.map(({ id, kind }) => `  class ${key(id)} ${kind}`);
  return `${['flowchart TD', ...nodes.map(box), ...arrows, ...classes].join('\n')}\n`;
}

export function profileDot({ recipe, nodes, edges }: Profile): string {
  const key = keys(nodes);
  const box = (node: ProfileNode): string => `  ${key(node.id)} [label="${labelOf(node).map(dotText).join('\\n')}"];`;
  const arrows = edges.map(({ from, to }) => `  ${key(from)} -> ${key(to)};`);
  const open = [`digraph "${dotText(recipe)}" {`, '  node [shape=box];'];
  return `${[...open, ...nodes.map(box), ...arrows, '}'].join('\n')}\n`;
}

/** Names may hold what neither language reads. */
function keys(nodes: readonly ProfileNode[]): (id: string) => string {
  const places = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  return (id) => places.get(id) ?? 'unknown';
}

function labelOf({ kind, name, rows, estimate, ms, share }: ProfileNode): readonly string[] {
  const expected = estimate === null ? '' : `, ${grouped(estimate)} expected`;
  return [
    `${kind} ${name}`,
    ...(rows === null ? [] : [`${grouped(rows)} rows${expected}`]),
    ...(ms === null ? [] : [`${ms.toFixed(1)} ms${share === null ? '' : `, ${(100 * share).toFixed(1)} %`}`]),
  ];
}

const mermaidText = (text: string): string => text.replaceAll('"', '#quot;').replaceAll('<', '#lt;');

const dotText = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
