import { describe, expect, it } from 'vitest';
import { lengthFormat, lengthText } from './length-format.js';

const printed = (metres: readonly number[], imperial = false, signed = false) => {
  const lengths = metres.map((each) => Math.round(each * 1e6));
  const format = lengthFormat(lengths, imperial);
  return lengths.map((length) => lengthText(length, format, signed));
};

describe('lengths in text', () => {
  it('chooses the unit from the largest, the decimals from the smallest', () => {
    expect(printed([0.45, 1.8])).toEqual(['0.45 m', '1.80 m']);
    expect(printed([0.45, 0.999999])).toEqual(['45 cm', '100 cm']);
    expect(printed([1, 10])).toEqual(['1.00 m', '10.00 m']); // half a decimetre is more than 2 % of 1 m
    expect(printed([2.5])).toEqual(['2.5 m']);
    expect(printed([2.49])).toEqual(['2.49 m']);
    expect(printed([25])).toEqual(['25 m']);
  });

  it('gives two decimals to what is too small for any', () => {
    expect(printed([0, 2])).toEqual(['0.00 m', '2.00 m']);
    expect(printed([0.05])).toEqual(['5.0 cm']);
  });

  it('rounds halves upwards, below zero too', () => {
    expect(printed([-0.305, 2.015])).toEqual(['-0.30 m', '2.02 m']);
    expect(printed([0.3, -0.3], false, true)).toEqual(['+30 cm', '-30 cm']);
  });

  it('prints inches under three feet, else feet', () => {
    expect(printed([0.5207], true)).toEqual(['20.5 in']);
    expect(printed([0.635], true)).toEqual(['25 in']); // half an inch is 2 % of 63.5 cm
    expect(printed([0.1], true)).toEqual(['3.9 in']);
    expect(printed([0.9144, 0.3048], true)).toEqual(['3.00 ft', '1.00 ft']);
  });
});
