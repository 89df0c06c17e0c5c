/** Noun forms by rule, for labels that no table lists: the counterexamples of S16, and what is never said. */
import { describe, expect, it } from 'vitest';
import { articleOf, isSpoken, pluralOf } from '../../runtime/vocabulary/english.js';
import { indoor } from '../../runtime/vocabulary/indoor.js';
import { completeWord } from '../../runtime/vocabulary/word.js';

describe('plurals', () => {
  it.each([
    ['robot arm', 'robot arms'],
    ['wine glass', 'wine glasses'],
    ['box', 'boxes'],
    ['brush', 'brushes'],
    ['bench', 'benches'],
    ['battery', 'batteries'],
    ['tray', 'trays'],
    ['knife', 'knives'],
    ['wall shelf', 'wall shelves'],
    ['policeman', 'policemen'],
    ['ottoman', 'ottomans'],
    ['sheep', 'sheep'],
    ['goldfish', 'goldfish'],
    ['aircraft', 'aircraft'],
    ['tomato', 'tomatoes'],
    ['piano', 'pianos'],
    ['roof', 'roofs'],
    ['TV', 'TVs'],
    ['bowl of fruit', 'bowls of fruit'],
    ['person on a bicycle', 'people on a bicycle'],
    ['computer mouse', 'computer mice'],
    ['grandchild', 'grandchildren'],
  ])('%s: %s', (singular, plural) => expect(pluralOf(singular)).toBe(plural));
});

describe('articles', () => {
  it.each([
    ['armchair', 'an'],
    ['chair', 'a'],
    ['umbrella', 'an'],
    ['urinal', 'a'],
    ['utensil', 'a'],
    ['unicycle', 'a'],
    ['uniform', 'a'],
    ['one-way sign', 'a'],
    ['hourglass', 'an'],
    ['house', 'a'],
    ['SUV', 'an'],
    ['TV', 'a'],
    ['USB stick', 'a'],
    ['LED lamp', 'an'],
    ['ukulele', 'a'],
    ['unmarked box', 'an'],
    ['unit', 'a'],
  ])('%s takes %s', (singular, article) => expect(articleOf(singular)).toBe(article));
});

describe('a label that no table lists', () => {
  it('is counted only where its source says so', () => {
    expect(completeWord({ label: 'robot arm' }).countable).toBe(false);
    expect(completeWord({ label: 'robot arm', countable: true })).toMatchObject({
      singular: 'robot arm',
      plural: 'robot arms',
      article: 'a',
      verb: 'is',
      countable: true,
    });
  });

  it('is no noun where it is more than words, unless its source says how it is spoken', () => {
    for (const label of ['tv (old)', 'box 2', 'sofa/couch', 'chair, black', 'bottle.n.01', '', ' chair', 'a  b']) {
      expect([label, isSpoken(label)]).toEqual([label, false]);
      expect(completeWord({ label, countable: true }).countable).toBe(false);
    }
    for (const label of ['café table', "children's book", 'ping-pong table', '椅子'])
      expect([label, isSpoken(label)]).toEqual([label, true]);
    expect(completeWord({ label: 'box 2', countable: true, singular: 'box' })).toMatchObject({
      countable: true,
      plural: 'boxes',
    });
  });

  it('takes from a table what its source does not say; its own forms go together', () => {
    const tv = indoor.find(({ label }) => label === 'tv');
    expect(completeWord({ label: 'tv', also: [] }, tv)).toEqual({ ...tv, also: [] });
    expect(completeWord({ label: 'tv', singular: 'old set' }, tv)).toMatchObject({
      plural: 'old sets',
      article: 'an',
      countable: true,
    });
    expect(completeWord({ label: 'tv', broader: null, hasFront: null, countable: false }, tv)).toMatchObject({
      countable: false,
      hasFront: null,
    });
  });
});
