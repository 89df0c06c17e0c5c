/**
 * Whether the words by which a question names a thing single it out in truth: its noun, that nothing else bears it, its
 * place or size among those that do, or the box that is drawn. Null where the truth does not tell.
 */
import type { ObjectRow } from '../../runtime/facts/rows.js';
import { related, type Scope } from '../reference/interpret.js';
import { and, not, type Truth } from '../reference/kleene.js';
import type { SceneContext } from '../reference/scene-context.js';
import { called } from '../reference/vocabulary.js';
import type { Named } from './asked-questions.js';
import { type PictureBox, pictureOverlap } from './box-overlap.js';

export interface NamedThing {
  readonly slot: Named;
  /** What it was labelled when it was named. */
  readonly label: string;
  readonly row: ObjectRow;
  /** Without margins. */
  readonly truth: SceneContext;
}

export function isNamedRightly(named: NamedThing): Truth {
  const { slot, label, row, truth } = named;
  // What may be called so is named well enough: a stool is no wrong chair.
  const isNoun = called(truth.vocabulary, row.category, label) !== false;
  const hasNoun = !slot.text.toLowerCase().startsWith('the object in');
  const noun = hasNoun ? isNoun : true;
  switch (slot.strategy) {
    case 'category':
      return and([noun, ...rivalsOf(named).map(({ isOne }) => not(isOne))]);
    case 'position':
    case 'size':
      return and([noun, isInPlace(named)]);
    case 'box':
      return noun && isBoxed(named);
    case 'caption':
    case 'relation':
    case null:
      return true;
  }
  throw new Error(`no strategy ${slot.strategy}`);
}

/** All other things that may bear the noun, and whether they surely do. */
function rivalsOf({ label, row, truth }: NamedThing): readonly { readonly row: ObjectRow; readonly isOne: Truth }[] {
  return truth.candidates
    .filter((other) => other !== row)
    .map((other) => ({ row: other, isOne: called(truth.vocabulary, other.category, label) }))
    .filter(({ isOne }) => isOne !== false);
}

/** Words of a superlative, and what the thing is to each of its rivals. */
const SUPERLATIVES: readonly (readonly [string, string])[] = [
  ['leftmost', 'left of'],
  ['rightmost', 'right of'],
  ['nearest', 'nearer than'],
  ['farthest', 'farther than'],
  ['tallest', 'taller than'],
  ['shortest', 'shorter than'],
  ['widest', 'wider than'],
  ['narrowest', 'narrower than'],
  ['largest', 'of more volume than'],
  ['smallest', 'of less volume than'],
];
const ORDINALS = ['second', 'third', 'fourth', 'fifth'];

function isInPlace(named: NamedThing): Truth {
  const words = named.slot.text.toLowerCase().split(' ');
  const rivals = rivalsOf(named);
  const found = SUPERLATIVES.find(([word]) => words[1] === word);
  if (found !== undefined) return and(rivals.map((rival) => isSo(named, found[1], rival.row)));
  const place = ORDINALS.indexOf(words[1] ?? '') + 1;
  if (place === 0) throw new Error(`no place in ${named.slot.text}`);
  const relation = words.at(-1) === 'left' ? 'right of' : 'left of';
  const before = rivals.map((rival) => isSo(named, relation, rival.row));
  const sure = before.filter((each) => each === true).length;
  const unsure = before.filter((each) => each === null).length;
  if (sure > place || sure + unsure < place) return false;
  return unsure === 0 ? true : null;
}

function isSo({ row, truth }: NamedThing, words: string, rival: ObjectRow): Truth {
  const [mine, others] = [truth.factsOf(row).volume, truth.factsOf(rival).volume];
  if (words === 'of more volume than') return mine === null || others === null ? null : mine > others;
  if (words === 'of less volume than') return mine === null || others === null ? null : mine < others;
  const scope: Scope = { context: truth, names: new Map(), bound: new Set() };
  return related(scope, words, { kind: 'object', row }, { kind: 'object', row: rival });
}

/** The drawn box fits no other thing better. */
function isBoxed({ slot: { box }, row, truth }: NamedThing): boolean {
  const [x1, y1, x2, y2] = box ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return true;
  const drawn: PictureBox = [x1, y1, x2, y2];
  const matching = (each: ObjectRow): number => (each.box2d === null ? 0 : pictureOverlap(each.box2d, drawn));
  return truth.candidates.every((other) => other === row || matching(other) < matching(row));
}
