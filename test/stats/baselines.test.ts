/** Each baseline finds what was planted for it, and none finds anything where nothing was. */
import { describe, expect, it } from 'vitest';
import { judged } from '../../runtime/stats/baselines/result.js';
import { accuracies, type Made, oneOf, questions, shuffled, thing } from './sampled-questions.js';

const nouns = ['chair', 'table', 'lamp', 'sofa', 'plant', 'shelf'] as const;
const near = (found: number | undefined, expected: number): boolean => Math.abs((found ?? 0) - expected) < 0.04;

/** Two things with drawn classes and boxes, named a and b in a drawn order. */
function two(random: () => number) {
  const box = () => {
    const [x, y, w, h] = [0.7 * random(), 0.7 * random(), 0.05 + 0.2 * random(), 0.05 + 0.2 * random()];
    return [x, y, x + w, y + h] as const;
  };
  const [first, second] = shuffled(nouns, random);
  const a = thing('a', `the ${first}`, first ?? null, box());
  const b = thing('b', `the ${second}`, second ?? null, box());
  return { a, b };
}

const claim = (holds: boolean, text: string, rest: Partial<Made> = {}): Made => ({
  ...{ answer: holds ? 'True' : 'False', question: text, phrasing: text },
  ...rest,
});

/** A choice between two things, of which `winner` says the right one. */
function choice(
  random: () => number,
  winner: (a: ReturnType<typeof two>['a'], b: ReturnType<typeof two>['b']) => boolean,
): Made {
  const { a, b } = two(random);
  const options = shuffled([a.text, b.text], random);
  const answer = winner(a, b) ? a.text : b.text;
  return {
    answer,
    options,
    things: [a, b],
    question: `Which is it, ${a.text} or ${b.text}?`,
    phrasing: 'Which is it, {a} or {b}?',
  };
}

const sides = ['front', 'right', 'back', 'left'] as const;

/** Questions of which nothing that a baseline sees tells the answer. */
const fair: Readonly<Record<string, (random: () => number) => Made>> = {
  'claim of two things': (random) => {
    const { a, b } = two(random);
    return claim(random() < 0.5, `${a.text} beats ${b.text}.`, { phrasing: '{a} beats {b}.', things: [a, b] });
  },
  'choice of two things': (random) => choice(random, () => random() < 0.5),
  'choice of words': (random) => {
    const { a, b } = two(random);
    const question = `Where is ${a.text} from ${b.text}?`;
    return { answer: oneOf(sides, random), options: shuffled(sides, random), things: [a, b], question };
  },
  'choice of numbers': (random) => {
    const { a } = two(random);
    const numbers = [0, 1, 2, 3].map((k) => `${(10 ** (3 * random()) + k / 1000).toFixed(3)} m`);
    const answer = numbers[Math.floor(4 * random())] ?? '';
    return { answer, options: shuffled(numbers, random), value: Number.parseFloat(answer), unit: 'm', things: [a] };
  },
};

describe('fair questions', () => {
  it.each(Object.entries(fair))('%s: nobody is better than chance', (name, make) => {
    const format = name.split(' ', 1)[0] ?? '';
    const told = accuracies(
      format,
      questions(4000, 1, (_, random) => make(random)),
    );
    expect(Object.keys(told)).toEqual(['majority', 'text only', 'category prior', '2D boxes only']);
    for (const { accuracy, chance, standardError, beyond } of Object.values(told)) {
      expect(beyond).toBe(false);
      expect(Math.abs(accuracy - (chance ?? 0))).toBeLessThan(4 * standardError);
    }
  });
});

describe('majority', () => {
  it('finds the more frequent truth, winner, rank and word', () => {
    const truth = accuracies(
      'claim',
      questions(4000, 5, (i, r) => claim(r() < 0.65, `it ${i % 7}.`)),
    );
    expect(truth.majority).toMatchObject({ chance: 0.5, beyond: true });
    expect(near(truth.majority?.accuracy, 0.65)).toBe(true);
    const first = accuracies(
      'choice',
      questions(4000, 6, (_, r) => choice(r, () => r() < 0.7)),
    );
    expect(near(first.majority?.accuracy, 0.7)).toBe(true);
    const middle = accuracies(
      'choice',
      questions(4000, 7, (_, r) => {
        const numbers = ['1 m', '2 m', '3 m', '4 m'];
        return {
          answer: r() < 0.6 ? '2 m' : oneOf(['1 m', '3 m', '4 m'], r),
          options: shuffled(numbers, r),
          value: 2,
          unit: 'm',
        };
      }),
    );
    expect(near(middle.majority?.accuracy, 0.6)).toBe(true);
    const open = accuracies(
      'open',
      questions(4000, 8, (_, r) => ({ answer: r() < 0.4 ? 'left' : oneOf(['right', 'front'], r) })),
    );
    expect(open.majority).toMatchObject({ chance: null, beyond: false });
    expect(near(open.majority?.accuracy, 0.4)).toBe(true);
  });

  it('guesses of numbers their median, judged by the rule of the question', () => {
    const accept = '{"rule":"relative","tolerance":0.25}';
    const told = accuracies(
      'open',
      questions(2000, 9, (i) => ({ answer: '', unit: 'm', accept, value: i % 4 < 3 ? 1 : 2 })),
    );
    expect(told.majority?.accuracy).toBeCloseTo(0.5, 5);
  });
});

describe('text only', () => {
  it('finds the word that decides a claim, also where each phrasing turns it around', () => {
    const tall = new Set<string>(['shelf', 'lamp', 'plant']);
    const told = accuracies(
      'claim',
      questions(4000, 10, (_, r) => {
        const noun = oneOf(nouns, r);
        const turned = r() < 0.5;
        const holds = r() < 0.9 ? tall.has(noun) !== turned : r() < 0.5;
        const says = turned ? 'is lower than the door' : 'is higher than the door';
        return claim(holds, `The ${noun} ${says}.`, { phrasing: `{a} ${says}.`, things: [thing('a', `the ${noun}`)] });
      }),
    );
    expect(near(told['text only']?.accuracy, 0.95)).toBe(true);
    expect(told.majority?.beyond).toBe(false);
  });

  it('finds options that win by their noun, by being named first, by their rank and by their place', () => {
    const noun = accuracies(
      'choice',
      questions(4000, 11, (_, r) => choice(r, (a, b) => (r() < 0.9 ? a.text < b.text : r() < 0.5))),
    );
    expect(near(noun['text only']?.accuracy, 0.95)).toBe(true);
    const first = accuracies(
      'choice',
      questions(4000, 12, (_, r) => choice(r, () => r() < 0.75)),
    );
    expect(near(first['text only']?.accuracy, 0.75)).toBe(true);
    const rank = accuracies(
      'choice',
      questions(4000, 13, (_, r) => {
        const least = 0.2 + r();
        const numbers = [1, 1.6, 2.6].map((f) => `${(least * f).toFixed(2)} m`);
        return {
          answer: (r() < 0.8 ? numbers[1] : numbers[0]) ?? '',
          options: shuffled(numbers, r),
          value: 1,
          unit: 'm',
        };
      }),
    );
    expect(near(rank['text only']?.accuracy, 0.8)).toBe(true);
    const place = accuracies(
      'choice',
      questions(4000, 14, (_, r) => {
        const options = shuffled(['front', 'right', 'back', 'left'], r);
        return { answer: (r() < 0.6 ? options[2] : oneOf(['front', 'right', 'back', 'left'], r)) ?? '', options };
      }),
    );
    expect(place['text only']?.accuracy).toBeGreaterThan(0.65);
  });

  it('finds sizes by the nouns that they belong to', () => {
    const told = accuracies(
      'choice',
      questions(4000, 15, (_, r) => {
        const noun = oneOf(nouns, r);
        const value = 0.2 * 1.6 ** nouns.indexOf(noun) * (1 + 0.1 * r());
        const rank = Math.floor(4 * r());
        const numbers = [0, 1, 2, 3].map((k) => `${(value * 1.6 ** (k - rank)).toFixed(2)} m`);
        return {
          answer: numbers[rank] ?? '',
          options: shuffled(numbers, r),
          value,
          unit: 'm',
          question: `How tall is the ${noun}?`,
        };
      }),
    );
    expect(told['text only']?.accuracy).toBeGreaterThan(0.8);
    expect(told.majority?.beyond).toBe(false);
  });
});

describe('category prior', () => {
  const ranks = new Map<string, number>(nouns.map((noun, i) => [noun, i]));
  const size = (noun: string): number => 0.2 * 1.6 ** (ranks.get(noun) ?? 0);

  it('guesses numbers by their classes, and chooses the option that is nearest', () => {
    const make =
      (format: 'open' | 'choice') =>
      (_: number, r: () => number): Made => {
        const noun = oneOf(nouns, r);
        const value = size(noun) * (0.95 + 0.1 * r());
        const rank = Math.floor(4 * r());
        const numbers = [0, 1, 2, 3].map((k) => `${(100 * value * 1.5 ** (k - rank)).toFixed(0)} cm`);
        const shown = format === 'choice' ? { options: shuffled(numbers, r) } : {};
        return {
          answer: numbers[rank] ?? '',
          value,
          unit: 'm',
          accept: '{"rule":"relative","tolerance":0.25}',
          things: [thing('a', 'it', noun)],
          ...shown,
        };
      };
    const open = accuracies('open', questions(2000, 16, make('open')));
    expect([open['category prior']?.accuracy, open['text only']]).toEqual([1, undefined]);
    expect(open.majority?.accuracy).toBeLessThan(0.5);
    expect(accuracies('choice', questions(2000, 17, make('choice')))['category prior']?.accuracy).toBe(1);
  });

  it('learns who wins of two classes, and what is true of them, phrasing by phrasing', () => {
    const wins = accuracies(
      'choice',
      questions(4000, 18, (_, r) => choice(r, (a, b) => size(a.category ?? '') > size(b.category ?? ''))),
    );
    expect(wins['category prior']?.accuracy).toBeGreaterThan(0.99);
    const truth = accuracies(
      'claim',
      questions(4000, 19, (_, r) => {
        const { a, b } = two(r);
        const turned = r() < 0.5;
        return claim(size(a.category ?? '') > size(b.category ?? '') !== turned, 'it', {
          phrasing: turned ? 'q' : 'p',
          things: [a, b],
        });
      }),
    );
    expect(truth['category prior']?.accuracy).toBeGreaterThan(0.99);
  });

  it('says nothing where no thing has a class', () => {
    const told = accuracies(
      'claim',
      questions(200, 20, (_, r) => claim(r() < 0.5, 'it')),
    );
    expect([told['category prior'], told['2D boxes only']]).toEqual([undefined, undefined]);
  });
});

describe('2D boxes only', () => {
  it('finds what places decide, phrasing by phrasing, and what sizes decide', () => {
    const left = accuracies(
      'claim',
      questions(4000, 21, (_, r) => {
        const { a, b } = two(r);
        const turned = r() < 0.5;
        const isLeft = (a.box?.[0] ?? 0) + (a.box?.[2] ?? 0) < (b.box?.[0] ?? 0) + (b.box?.[2] ?? 0);
        return claim(isLeft !== turned, 'it', { phrasing: turned ? 'q' : 'p', things: [a, b] });
      }),
    );
    expect(left['2D boxes only']?.accuracy).toBeGreaterThan(0.95);
    expect(left['category prior']?.beyond).toBe(false);
    const height = (box: readonly number[] | null): number => (box?.[3] ?? 0) - (box?.[1] ?? 0);
    const taller = accuracies(
      'choice',
      questions(4000, 22, (_, r) => choice(r, (a, b) => height(a.box) > height(b.box))),
    );
    expect(taller['2D boxes only']?.accuracy).toBeGreaterThan(0.95);
    expect(taller['text only']?.beyond).toBe(false);
  });

  it('guesses numbers by the size in the picture', () => {
    const told = accuracies(
      'open',
      questions(4000, 23, (_, r) => {
        const { a } = two(r);
        const value = 10 * ((a.box?.[3] ?? 0) - (a.box?.[1] ?? 0));
        return { answer: '', value, unit: 'm', accept: '{"rule":"relative","tolerance":0.1}', things: [a] };
      }),
    );
    expect(told['2D boxes only']?.accuracy).toBeGreaterThan(0.9);
    expect(told.majority?.accuracy).toBeLessThan(0.3);
  });

  it('is the same whoever is named first', () => {
    const width = (box: readonly number[] | null): number => (box?.[2] ?? 0) - (box?.[0] ?? 0);
    const told = accuracies(
      'choice',
      questions(4000, 24, (_, r) => {
        const made = choice(r, (a, b) => width(a.box) > width(b.box));
        return r() < 0.5 ? made : { ...made, things: (made.things ?? []).toReversed() };
      }),
    );
    expect(told['2D boxes only']?.accuracy).toBeGreaterThan(0.95);
  });
});

describe('what is better than chance', () => {
  /** Each of another capture, and right. */
  const allRight = (n: number) =>
    judged(Array.from({ length: n }, (_, i) => ({ question: { capture: `${i}` }, hit: true, chance: 0.5 })));

  it('is not told of a few: nine right ones in a row are within three standard errors of a blind guess, and two points', () => {
    // 0.5 against 0.02 + 3 * sqrt(0.25 / n): 0.52 for 9, 0.494 for 10.
    expect(allRight(9)).toMatchObject({ accuracy: 1, standardError: 0, beyond: false });
    expect(allRight(10).beyond).toBe(true);
  });
});
