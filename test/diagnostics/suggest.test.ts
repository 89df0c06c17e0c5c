/** "Did you mean": expected words chosen by hand; the distance against its laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance, suggest } from '../../compiler/diagnostics/suggest.js';

describe('suggest', () => {
  it('prefers the same letters in other case over fewer edits', () => {
    expect(suggest('Height', ['heights', 'height', 'Heigh'])).toBe('height');
  });

  it('finds a swap of neighbours, an omission and a wrong letter', () => {
    expect(suggest('hieght', ['width', 'height', 'depth'])).toBe('height');
    expect(suggest('categry', ['caption', 'category'])).toBe('category');
    expect(suggest('cemtre', ['centre', 'size'])).toBe('centre');
  });

  it('stays silent where more than a third of the letters differ', () => {
    // height -> weight is 2 edits of 6 letters: near enough; height -> depth needs 4.
    expect(suggest('weight', ['height', 'depth'])).toBe('height');
    expect(suggest('volume', ['height', 'depth'])).toBeUndefined();
  });

  it('allows short words one edit, unless nothing is left of them', () => {
    expect(suggest('cn', ['cm', 'deg'])).toBe('cm');
    expect(suggest('x', ['a', 'b'])).toBeUndefined();
  });

  it('offers a sole candidate of near length', () => {
    expect(suggest('photos', ['rooms'])).toBe('rooms');
    expect(suggest('photographs', ['rooms'])).toBeUndefined();
    expect(suggest('b', ['a'])).toBeUndefined();
  });

  it('gives ties to the word listed first', () => {
    expect(suggest('hat', ['cat', 'bat'])).toBe('cat');
  });

  it('never suggests the word itself', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string()), (word, known) => suggest(word, known) !== word));
  });
});

describe('didYouMean', () => {
  it('names the likely word, else lists up to eight', () => {
    expect(didYouMean('hieght', ['width', 'height'])).toBe('Did you mean `height`?');
    expect(didYouMean('zzz', ['a', 'b'])).toBe('Known here: a, b.');
    expect(didYouMean('zzz', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'])).toBe(
      'Known here: a, b, c, d, e, f, g, h and 2 more.',
    );
    expect(didYouMean('zzz', [])).toBeUndefined();
  });
});

describe('editDistance', () => {
  it('agrees with distances counted by hand', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('ab', 'ba')).toBe(1);
  });

  it('is symmetric, zero for equal words only, and at most the longer length', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        expect(distance).toBe(editDistance(other, one));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
