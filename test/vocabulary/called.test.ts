/** What `x called c` holds true, unknown and false by the tables, against the reference evaluator and by hand (S5). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VocabularyRow } from '../../runtime/facts/rows.js';
import { namesOf } from '../../runtime/facts/vocabulary.js';
import { kittiCoverage, kittiVocabulary } from '../../runtime/sources/kitti/vocabulary.js';
import { roomsCoverage, roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { excerpt } from '../../runtime/vocabulary/excerpt.js';
import { indoor } from '../../runtime/vocabulary/indoor.js';
import { street } from '../../runtime/vocabulary/street.js';
import { completeWord } from '../../runtime/vocabulary/word.js';
import { called, vocabularyOf } from '../reference/vocabulary.js';

function truthBy(vocabulary: readonly VocabularyRow[]): (label: string, category: string) => boolean | null {
  const names = namesOf(vocabulary);
  return (label, category) => {
    if (label === '*') return null;
    if (names(label).names.includes(category)) return true;
    return names(label).maybeNames.includes(category) ? null : false;
  };
}

describe('a thing', () => {
  const inRooms = truthBy(indoor);
  const inStreets = truthBy(street);

  it('is called its synonyms, both ways', () => {
    const pairs = ['sofa couch', 'tv television', 'refrigerator fridge', 'bicycle bike', 'trash can/garbage bin'];
    for (const pair of pairs) {
      const [one = '', other = ''] = pair.split(pair.includes('/') ? '/' : ' ');
      expect([pair, inRooms(one, other), inRooms(other, one)]).toEqual([pair, true, true]);
    }
    // Through a third name.
    expect(inRooms('garbage bin', 'rubbish bin')).toBe(true);
    expect([inStreets('truck', 'lorry'), inStreets('lorry', 'truck')]).toEqual([true, true]);
  });

  it('is called what it is a kind of, and may be any kind of what it is', () => {
    expect([inRooms('armchair', 'chair'), inRooms('chair', 'armchair')]).toEqual([true, null]);
    expect([inRooms('loveseat', 'couch'), inRooms('couch', 'loveseat')]).toEqual([true, null]);
    expect([inStreets('sedan', 'vehicle'), inStreets('vehicle', 'sedan')]).toEqual([true, null]);
    expect([inStreets('pedestrian', 'person'), inStreets('person', 'pedestrian')]).toEqual([true, null]);
  });

  it('is perhaps called what people differ about', () => {
    for (const [label, category] of [
      ['desk', 'table'],
      ['table', 'desk'],
      ['desk', 'furniture'],
      ['stool', 'chair'],
      ['chair', 'stool'],
      ['chair', 'bar stool'],
      ['cup', 'mug'],
      ['mug', 'cup'],
      ['books', 'book'],
      ['wardrobe', 'closet'],
      ['armchair', 'seat'],
      ['tv', 'monitor'],
      ['monitor', 'television'],
    ] as const)
      expect([label, category, inRooms(label, category)]).toEqual([
        label,
        category,
        label === 'desk' && category === 'furniture' ? true : null,
      ]);
    expect([inStreets('van', 'car'), inStreets('cyclist', 'bicycle'), inStreets('cyclist', 'pedestrian')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is clearly not what nobody calls it', () => {
    expect(inRooms('coffee table', 'desk')).toBe(false);
    expect(inRooms('sofa', 'chair')).toBe(false);
    expect(inRooms('bookshelf', 'bed')).toBe(false);
    expect(inRooms('glass', 'glasses')).toBe(false);
    expect(inRooms('cat', 'dog')).toBe(false);
    expect(inStreets('car', 'bus')).toBe(false);
    expect(inStreets('bicycle', 'motorcycle')).toBe(false);
  });

  it('with a label of several words that is not listed may be what its words say', () => {
    expect(inRooms('black office chair', 'office chair')).toBe(null);
    expect(inRooms('black office chair', 'chair')).toBe(null);
    expect(inRooms('two chairs', 'armchair')).toBe(null);
    expect(inRooms('sofa/couch', 'couch')).toBe(null);
    expect(inRooms('black office chair', 'bed')).toBe(false);
    expect(inRooms('seatbelt', 'seat')).toBe(false);
    expect(namesOf(indoor)('black office chair').noun).toBe(null);
  });

  it('has a noun only where the table counts it', () => {
    const nounOf = (label: string) => namesOf(indoor)(label).noun;
    expect(['tv', 'glass', 'night stand'].map(nounOf)).toEqual(['TV', 'drinking glass', 'nightstand']);
    expect(['scissors', 'furniture', 'stairs', 'books', '*', 'thingamajig'].map(nounOf)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});

describe('the definition', () => {
  const label = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'a b', 'c d e');
  const row = fc.record({
    label,
    broader: fc.option(label, { freq: 2 }),
    same: fc.array(label, { maxLength: 1 }),
    also: fc.array(label, { maxLength: 2 }),
  });
  const vocabulary = fc.uniqueArray(row, { selector: (each) => each.label, maxLength: 6 });

  it('is what the reference evaluator holds, on any vocabulary, loops and all', () => {
    fc.assert(
      fc.property(vocabulary, fc.constantFrom('a', 'b', 'a b', 'x', 'x a', 'c, d e', '*'), label, (rows, l, c) => {
        const words = rows.map((each) => completeWord({ ...each, countable: true }));
        expect(truthBy(words)(l, c)).toBe(called(vocabularyOf(words), l, c));
      }),
      { numRuns: 3000 },
    );
  });

  it('holds over the words of the rooms', () => {
    const reference = vocabularyOf(roomsVocabulary);
    const truth = truthBy(roomsVocabulary);
    for (const l of ['chair', 'coffee table', 'couch', 'bin', 'black office chair'])
      for (const { label: c } of roomsVocabulary) expect([l, c, truth(l, c)]).toEqual([l, c, called(reference, l, c)]);
  });
});

describe('an excerpt', () => {
  it.each([
    ['rooms', roomsVocabulary, indoor, roomsCoverage],
    ['kitti', kittiVocabulary, street, kittiCoverage],
  ] as const)('of %s says of its labels what the whole table says', (_, rows, table, coverage) => {
    const [few, all] = [namesOf(rows), namesOf(table)];
    for (const { category } of coverage) {
      const told = all(category);
      expect(few(category)).toEqual({ ...told, maybeNames: withMisc(rows, told.maybeNames, category) });
    }
    expect(rows.length).toBeLessThan(table.length / 2);
  });

  // KITTI's own row: a truck may be what others call misc.
  const withMisc = (rows: readonly VocabularyRow[], names: readonly string[], category: string) =>
    rows.some(({ label, also }) => label === 'misc' && also.includes(category)) ? [...names, 'misc'].sort() : names;

  it('needs a row for each label', () => {
    expect(() => excerpt(indoor, ['thingamajig'])).toThrow('thingamajig');
  });

  it('keeps among the labels of the rooms the doubt that there was', () => {
    const truth = truthBy(roomsVocabulary);
    const labels = roomsCoverage.map(({ category }) => category);
    const pairs = (wanted: boolean | null) =>
      labels.flatMap((l) => labels.filter((c) => c !== l && truth(l, c) === wanted).map((c) => `${l} > ${c}`)).sort();
    expect(pairs(true)).toEqual(['armchair > chair', 'coffee table > table']);
    expect(pairs(null)).toEqual(
      [
        ...[
          'chair > armchair',
          'table > coffee table',
          'chair > stool',
          'stool > chair',
          'desk > table',
          'table > desk',
        ],
        ...['nightstand > cabinet', 'cabinet > nightstand', 'nightstand > table', 'table > nightstand'],
        ...['wardrobe > cabinet', 'cabinet > wardrobe', 'tv > monitor', 'monitor > tv'],
      ].sort(),
    );
  });
});
