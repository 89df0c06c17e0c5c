/** The resolver of the judge, with rows by hand: it must be hard to please, or it proves nothing. */
import { describe, expect, it } from 'vitest';
import type { ObjectRow, SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { nounsOf } from './names/nouns.js';
import { phraseFinder } from './names/phrases.js';
import { type Mark, viewerOf } from './names/resolve.js';
import { readText } from './read.js';

const word = (label: string, more: Partial<VocabularyRow> = {}): VocabularyRow => ({
  label,
  singular: label,
  plural: `${label}s`,
  article: 'a',
  verb: 'is',
  countable: true,
  broader: null,
  same: [],
  also: [],
  hasFront: null,
  ...more,
});

const vocabulary = [
  word('chair'),
  word('armchair', { article: 'an', broader: 'chair' }),
  word('stool', { also: ['chair'] }),
  word('sofa', { same: ['couch'] }),
  word('couch', { same: ['sofa'] }),
  word('tv', { singular: 'TV', plural: 'TVs' }),
  word('tv stand', { singular: 'TV stand', plural: 'TV stands' }),
  word('lamp'),
];

/** A scene of the rooms, with other things in it and the camera held level. */
const anyRoom = roomFacts(1, 0, { pixels: false });
const factsOf = (objects: readonly ObjectRow[]): SceneFacts => ({
  ...anyRoom,
  scene: { ...anyRoom.scene, up: [0, -1, 0] },
  objects,
});

/** Upright, half a metre long each way, with its middle at (right, 0, forward) of a camera that is held level. */
function row(
  objectId: string,
  category: string,
  right: number,
  forward: number,
  more: Partial<ObjectRow> = {},
): ObjectRow {
  const middle = 320 + (500 * right) / forward;
  const [like] = anyRoom.objects;
  if (like === undefined) throw new Error('an empty room');
  return {
    ...like,
    objectId,
    category,
    presence: 'certain',
    box2d: [middle - 100 / forward, 240, middle + 100 / forward, 300],
    centre: [right, 0.5, forward],
    size: [0.5, 0.5, 0.5],
    rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    facing: null,
    front: 'none',
    visibility: 1,
    truncation: 0,
    caption: null,
    verifiedBy: null,
    ...more,
  };
}

const nouns = nounsOf(vocabulary);
const find = phraseFinder(nouns);

/** What a text names, and how many of its phrases mean no one thing. */
function named(text: string, objects: readonly ObjectRow[], marks: readonly Mark[] = []): string {
  const { ids, faults } = readText(text, find, viewerOf(factsOf(objects), nouns), marks);
  return [...ids.filter((id) => id !== '?'), ...(faults.length > 0 ? [`${faults.length} unclear`] : [])].join(' ');
}

describe('a noun phrase means one thing, or nothing', () => {
  const three = [row('a', 'chair', -2, 4), row('b', 'chair', 0, 5), row('c', 'chair', 2, 6)];

  it('by its noun, where nothing else may be called so', () => {
    expect(named('How tall is the sofa?', [...three, row('s', 'sofa', 1, 3)])).toBe('s');
    expect(named('How tall is the couch?', [row('s', 'sofa', 1, 3)])).toBe('s');
    expect(named('How tall is the chair?', three)).toBe('1 unclear');
    expect(named('How tall is the chair?', [row('a', 'chair', 0, 4), row('b', 'armchair', 1, 4)])).toBe('1 unclear');
    expect(named('How tall is the chair?', [row('a', 'chair', 0, 4), row('b', 'stool', 1, 4)])).toBe('1 unclear');
    expect(named('How tall is the armchair?', [row('a', 'chair', 0, 4)])).toBe('1 unclear');
    expect(named('How tall is the lamp?', [row('l', 'lamp', 0, 4, { presence: 'possible' })])).toBe('1 unclear');
  });

  it('by its place in a row, where every other is clearly on one side', () => {
    expect(named('Is the leftmost chair or the rightmost chair nearer?', three)).toBe('a c');
    expect(named('Is the nearest chair far from the farthest chair?', three)).toBe('a c');
    expect(named('How tall is the second chair from the left?', three)).toBe('b');
    expect(named('How tall is the second chair from the right?', three)).toBe('b');
    const close = [row('a', 'chair', 0, 4), row('b', 'chair', 0.3, 5)];
    expect(named('How tall is the leftmost chair?', close)).toBe('1 unclear');
    const hidden = [...three, row('d', 'chair', 4, 7, { presence: 'possible' })];
    expect(named('How tall is the second chair from the left?', hidden)).toBe('1 unclear');
    expect(named('How tall is the leftmost chair?', hidden)).toBe('a');
  });

  it('by its size, where it is beyond every other by a tenth', () => {
    const tall = [...three, row('d', 'chair', 1, 3, { size: [0.5, 0.62, 0.5] })];
    expect(named('How wide is the tallest chair?', tall)).toBe('d');
    const hardly = [...three, row('d', 'chair', 1, 3, { size: [0.5, 0.57, 0.5] })];
    expect(named('How wide is the tallest chair?', hardly)).toBe('1 unclear');
  });

  it('by the box that is drawn around it, and no other', () => {
    const box = three[1]?.box2d ?? [];
    expect(named('How tall is the chair in the red box?', three, [{ colour: 'red', box }])).toBe('b');
    expect(named('How tall is the lamp in the red box?', three, [{ colour: 'red', box }])).toBe('1 unclear');
    expect(named('How tall is the chair in the blue box?', three, [{ colour: 'red', box }])).toBe('1 unclear');
    const twin = [...three, row('d', 'chair', 0, 5.2)];
    expect(named('How tall is the chair in the red box?', twin, [{ colour: 'red', box }])).toBe('1 unclear');
  });

  it('by what it stands beside, or by what somebody called it', () => {
    const lit = [row('l', 'lamp', 0, 4), row('a', 'chair', -2, 4), row('b', 'chair', 2, 4)];
    expect(named('How tall is the chair to the left of the lamp?', lit)).toBe('a');
    expect(
      named('Is the lamp to the left of the chair in the red box?', lit, [{ colour: 'red', box: lit[2]?.box2d ?? [] }]),
    ).toBe('l b');
    const called = lit.map((one) =>
      one.objectId === 'b' ? { ...one, caption: 'A worn chair.', verifiedBy: 'me' } : one,
    );
    expect(named('How tall is the worn chair?', called)).toBe('b');
    expect(
      named(
        'How tall is the worn chair?',
        called.map((one) => ({ ...one, verifiedBy: null })),
      ),
    ).toBe('');
  });

  it('and not by words that only sound so', () => {
    const tv = [row('t', 'tv', 0, 3)];
    expect(named('Does the TV stand in front of the camera?', tv)).toBe('t');
    expect(named('How tall is the TV stand?', tv)).toBe('1 unclear');
    expect(named('Take the chair that is closest to the lamp.', [...three, row('l', 'lamp', 0, 3)])).toBe('l');
  });
});
