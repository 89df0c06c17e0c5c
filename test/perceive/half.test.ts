/** Half-precision numbers against values of IEEE 754, and as laws over all of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromHalf, toHalf } from '../../runtime/perceive/half.js';

it('halves by hand', () => {
  const known: readonly (readonly [number, number])[] = [
    [0x0000, 0],
    [0x8000, -0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x7bff, 65504],
    [0x0001, 2 ** -24],
    [0x0400, 2 ** -14],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0xfc00, Number.NEGATIVE_INFINITY],
  ];
  expect([...fromHalf(Uint16Array.from(known, ([bits]) => bits))]).toEqual(known.map(([, value]) => value));
  expect([...toHalf(Float32Array.from(known, ([, value]) => value))]).toEqual(known.map(([bits]) => bits));
});

it('every half comes back from its number', () => {
  const all = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits);
  const numbers = fromHalf(all);
  const back = toHalf(numbers);
  const lost = [...all].filter((bits, i) => back[i] !== bits && !Number.isNaN(numbers[i]));
  expect(lost).toEqual([]);
  // 2 signs of 1023 fractions.
  expect([...numbers].filter((value) => Number.isNaN(value)).length).toBe(2046);
  expect([...fromHalf(toHalf(Float32Array.of(Number.NaN)))]).toEqual([Number.NaN]);
});

it('of all halves the nearest is taken, of two the even one', () => {
  const finite = [...fromHalf(Uint16Array.from({ length: 0x7c00 }, (_, bits) => bits))];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x7bfe }), fc.constantFrom(0, 0.25, 0.5, 0.75), (bits, part) => {
      const [low = 0, high = 0] = finite.slice(bits, bits + 2);
      const nearest = part < 0.5 || (part === 0.5 && bits % 2 === 0) ? bits : bits + 1;
      expect([...toHalf(Float32Array.of(low + (high - low) * part))]).toEqual([nearest]);
    }),
  );
  // Halfway between the largest half and the next power of two, and just below.
  expect([...toHalf(Float32Array.of(65520, 65519))]).toEqual([0x7c00, 0x7bff]);
});
