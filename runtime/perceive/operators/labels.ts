/**
 * A file of labels: one in each line, with the phrases behind it that are looked for in its place.
 *
 * ```
 * chair
 * sofa: sofa, couch
 * # a remark
 * ```
 */
import { RunError } from '../../errors.js';
import { normaliseLabel } from '../../facts/rows.js';
import { readText, Unreadable } from '../../sources/unreadable.js';
import { articleOf } from '../../vocabulary/english.js';

export interface Label {
  readonly label: string;
  /** What is looked for, by its names alone. */
  readonly names: readonly string[];
  /** In the order of the file; a label without phrases of its own is looked for as `a photo of a …`. */
  readonly phrases: readonly string[];
}

/** @throws RunError SPQ503 where the file is missing; SPQ502 where it is empty or holds a label twice, naming the line */
export async function readLabels(file: string): Promise<readonly Label[]> {
  const lines = (await textOf(file)).split(/\r?\n/);
  const labels = new Map<string, Label>();
  for (const [index, line] of lines.entries()) {
    const [name = '', ...behind] = line
      .replace(/^\uFEFF/, '')
      .replace(/#.*$/, '')
      .split(':');
    const label = normaliseLabel(name);
    if (label === '') continue;
    if (labels.has(label)) throw wrongLine(file, index, `\`${label}\` stands twice`);
    const phrases = behind
      .join(':')
      .split(',')
      .map(normaliseLabel)
      .filter((phrase) => phrase !== '');
    const names = phrases.length === 0 ? [label] : phrases;
    labels.set(label, { label, names, phrases: names.map(asPhrase) });
  }
  if (labels.size === 0) throw wrongLine(file, 0, 'there is no label');
  return [...labels.values()];
}

/** As the authors of OWL-ViT look for a thing (Minderer et al. 2022). */
const asPhrase = (name: string): string => `a photo of ${articleOf(name)} ${name}`;

async function textOf(file: string): Promise<string> {
  try {
    return await readText(file);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new RunError(error.code, error.message, 'Write a label in each line: `chair`, or `sofa: sofa, couch`.');
  }
}

const wrongLine = (file: string, index: number, what: string): RunError =>
  new RunError(
    'SPQ502',
    `${file}:${index + 1}: ${what}.`,
    'Write a label in each line: `chair`, or `sofa: sofa, couch`.',
  );
