/** The two tables: nothing dangles, every form is what English says, and common labels are what people call them. */
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../compiler/std/references.js';
import type { VocabularyRow } from '../../runtime/facts/rows.js';
import { namesOf } from '../../runtime/facts/vocabulary.js';
import { articleOf, isSpoken, pluralOf } from '../../runtime/vocabulary/english.js';
import { vocabularyFaults } from '../../runtime/vocabulary/faults.js';
import { indoor } from '../../runtime/vocabulary/indoor.js';
import { street } from '../../runtime/vocabulary/street.js';
import { readTable } from '../../runtime/vocabulary/table.js';
import { completeWord } from '../../runtime/vocabulary/word.js';

const tables = [
  ['indoor', indoor],
  ['street', street],
] as const;

function rowOf(table: readonly VocabularyRow[], label: string): VocabularyRow {
  const row = table.find((each) => each.label === label);
  if (row === undefined) throw new Error(`no row for ${label}`);
  return row;
}

describe.each(tables)('%s', (_, table) => {
  it('has no label twice, no loop, nothing that dangles, no plural that is another label', () => {
    expect(vocabularyFaults(table)).toEqual([]);
  });

  it('writes labels as they are stored, and says them in words', () => {
    for (const { label, singular, plural } of table) {
      expect(label).toMatch(/^[a-z]+(?:[ '-][a-z]+)*$/);
      expect([singular, isSpoken(singular), isSpoken(plural)]).toEqual([singular, true, true]);
    }
  });

  it('agrees with the rules of English in every countable row', () => {
    const counted = table.filter(({ countable }) => countable);
    const wrong = counted.filter(({ singular, plural, article }) => {
      // The one noun whose head stands first without a preposition.
      const expected = singular === 'person sitting' ? 'people sitting' : pluralOf(singular);
      return plural !== expected || article !== articleOf(singular);
    });
    expect(wrong).toEqual([]);
  });

  it('gives what is not counted one form, and the verb of that form', () => {
    for (const { singular, plural, article, verb, countable } of table) {
      expect(countable).toBe(article === 'a' || article === 'an');
      if (!countable) expect(plural).toBe(singular);
      if (verb === 'are') expect([singular, /s$/.test(singular), countable]).toEqual([singular, true, false]);
      if (article === 'a pair of') expect([singular, verb]).toEqual([singular, 'are']);
    }
  });

  it('says one thing with one word: labels with one singular are the same thing', () => {
    const names = namesOf(table);
    for (const row of table)
      for (const other of table)
        if (row.singular === other.singular) expect(names(row.label).names).toContain(other.label);
  });

  it('never says a word of place, size or number that the label does not have', () => {
    const told = (text: string) => text.split(' ').some((word) => lexicon.includes(word.toLowerCase()));
    expect(table.filter(({ label, singular }) => told(singular) && !told(label))).toEqual([]);
  });

  it('calls the members of one thing alike', () => {
    const names = namesOf(table);
    for (const { label, same, countable } of table)
      for (const other of same) {
        expect([...names(other).names].sort()).toEqual([...names(label).names].sort());
        expect(names(other).maybeNames).toEqual(names(label).maybeNames);
        expect(rowOf(table, other).countable).toBe(countable);
      }
  });
});

describe('the tables together', () => {
  it('know what detectors of rooms and streets report', () => {
    expect(indoor.length).toBeGreaterThanOrEqual(250);
    expect(street.length).toBeGreaterThanOrEqual(60);
    const ofIndoor = new Set(indoor.map(({ label }) => label));
    const scannet =
      'cabinet bed chair sofa table door window bookshelf picture counter desk curtain refrigerator toilet sink bathtub';
    const others = [
      'shower curtain',
      'night stand',
      'computer mouse',
      'trash bin',
      'tv',
      'ceiling light',
      'power strip',
    ];
    const coco = 'bottle cup fork knife spoon bowl banana apple pizza donut couch laptop mouse keyboard microwave oven';
    const more = ['potted plant', 'dining table', 'cell phone', 'teddy bear', 'wine glass', 'hair dryer', 'scissors'];
    for (const label of [...scannet.split(' '), ...others, ...coco.split(' '), ...more])
      expect([label, ofIndoor.has(label)]).toEqual([label, true]);
    const ofStreet = new Set(street.map(({ label }) => label));
    const driving = 'car truck bus train trailer van tram bicycle motorcycle pedestrian cyclist rider barrier pole';
    const things = ['traffic cone', 'traffic sign', 'traffic light', 'construction vehicle', 'person sitting'];
    for (const label of [...driving.split(' '), ...things]) expect([label, ofStreet.has(label)]).toEqual([label, true]);
  });

  it('agree on every label that both have', () => {
    const ofIndoor = new Map(indoor.map((row) => [row.label, row]));
    for (const { label, singular, plural, article } of street) {
      const other = ofIndoor.get(label);
      if (other !== undefined) expect(other).toMatchObject({ singular, plural, article });
    }
  });

  it('have forms that no rule would give', () => {
    const forms = (table: readonly VocabularyRow[], label: string) => {
      const { article, singular, plural, verb, countable } = rowOf(table, label);
      return [article, singular, plural, verb, countable];
    };
    expect(forms(indoor, 'tv')).toEqual(['a', 'TV', 'TVs', 'is', true]);
    expect(forms(indoor, 'armchair')).toEqual(['an', 'armchair', 'armchairs', 'is', true]);
    expect(forms(indoor, 'shelf')).toEqual(['a', 'shelf', 'shelves', 'is', true]);
    expect(forms(indoor, 'glass')).toEqual(['a', 'drinking glass', 'drinking glasses', 'is', true]);
    expect(forms(indoor, 'glasses')).toEqual(['a pair of', 'glasses', 'glasses', 'are', false]);
    expect(forms(indoor, 'scissors')).toEqual(['a pair of', 'scissors', 'scissors', 'are', false]);
    expect(forms(indoor, 'stairs')).toEqual(['some', 'stairs', 'stairs', 'are', false]);
    expect(forms(indoor, 'furniture')).toEqual(['some', 'furniture', 'furniture', 'is', false]);
    expect(forms(indoor, 'sheep')).toEqual(['a', 'sheep', 'sheep', 'is', true]);
    expect(forms(indoor, 'mouse')).toEqual(['a', 'mouse', 'mice', 'is', true]);
    expect(forms(indoor, 'chest of drawers')).toEqual(['a', 'chest of drawers', 'chests of drawers', 'is', true]);
    expect(forms(street, 'person')).toEqual(['a', 'person', 'people', 'is', true]);
    expect(forms(street, 'suv')).toEqual(['an', 'SUV', 'SUVs', 'is', true]);
    expect(forms(street, 'grass')).toEqual(['some', 'grass', 'grass', 'is', false]);
  });
});

describe('the reader of tables', () => {
  const head = 'label | one | several | broader | same | also | front';

  it('refuses what is no row', () => {
    const read = (line: string) => () => readTable(`${head}\n${line}`);
    expect(read('chair | a chair | chairs | - | - | - | one')).not.toThrow();
    expect(read('chair | chair | chairs | - | - | - | one')).toThrow('article');
    expect(read('chair | a chair | - | - | - | - | one')).toThrow('several');
    expect(read('sand | some sand | sands | - | - | - | none')).toThrow('one form');
    expect(read('chair | a chair | chairs | - | - | - | yes')).toThrow('front');
    expect(read('chair | a chair | chairs | - | one')).toThrow('cells');
    expect(() => readTable('label | plural')).toThrow('begins with');
  });

  it('finds each fault', () => {
    const word = (label: string, links: Partial<VocabularyRow>) => completeWord({ label, countable: true, ...links });
    const kinds = (rows: readonly VocabularyRow[]) => vocabularyFaults(rows).map(({ kind, label }) => [kind, label]);
    expect(kinds([word('a', { broader: 'b' }), word('b', { broader: 'a' })])).toEqual([
      ['loop', 'a'],
      ['loop', 'b'],
    ]);
    expect(kinds([word('a', { broader: 'b', same: ['b'] }), word('b', {})])).toEqual([['loop', 'a']]);
    expect(kinds([word('a', {}), word('a', {})])).toEqual([['repeated', 'a']]);
    expect(kinds([word('sofa', { also: ['couch'], broader: 'seat', same: ['sofa'] })])).toEqual([
      ['dangling', 'sofa'],
      ['dangling', 'sofa'],
      ['dangling', 'sofa'],
    ]);
    expect(kinds([word('glass', {}), word('glasses', {})])).toEqual([['clash', 'glass']]);
    const books = word('books', { countable: false, verb: 'are', plural: 'books', also: ['book'] });
    expect(kinds([word('book', {}), books])).toEqual([]);
  });
});
