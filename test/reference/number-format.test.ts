import { describe, expect, it } from 'vitest';
import { type Kind, numberFormat, numberText, plainText } from './number-format.js';

const printed = (metres: readonly number[], imperial = false, signed = false, kind: Kind = 'length') => {
  const lengths = metres.map((each) => Math.round(each * 1e6));
  const format = numberFormat(kind, lengths, imperial);
  return lengths.map((length) => numberText(length, format, signed));
};

describe('lengths in text', () => {
  it('chooses the unit from the largest, the decimals from the smallest', () => {
    expect(printed([0.45, 1.8])).toEqual(['0.45 m', '1.80 m']);
    expect(printed([0.45, 0.999999])).toEqual(['45 cm', '100 cm']);
    expect(printed([1, 10])).toEqual(['1.00 m', '10.00 m']); // half a decimetre is more than 2 % of 1 m
    expect(printed([2.5])).toEqual(['2.5 m']);
    expect(printed([2.49])).toEqual(['2.49 m']);
    expect(printed([25])).toEqual(['25 m']);
    expect(printed([0.05])).toEqual(['5.0 cm']);
  });

  it('lets nothing under a centimetre choose decimals', () => {
    expect(printed([0.42, 0], false, true)).toEqual(['+42 cm', '0 cm']);
    expect(printed([0.42, 0.004])).toEqual(['42 cm', '0 cm']);
    expect(printed([0, 12])).toEqual(['0.0 m', '12.0 m']);
    expect(printed([0.01, 0.42])).toEqual(['1.0 cm', '42.0 cm']);
    expect(printed([0])).toEqual(['0 cm']);
    expect(printed([0.0009])).toEqual(['0 cm']);
    expect(printed([0.004])).toEqual(['0.40 cm']);
    expect(printed([0.004, 0.001])).toEqual(['0.40 cm', '0.10 cm']);
  });

  it('rounds halves upwards, below zero too', () => {
    expect(printed([-0.305, 2.015])).toEqual(['-0.30 m', '2.02 m']);
    expect(printed([0.3, -0.3], false, true)).toEqual(['+30 cm', '-30 cm']);
    expect(printed([-0.004, 0.42])).toEqual(['0 cm', '42 cm']);
  });

  it('prints inches under three feet, else feet', () => {
    expect(printed([0.5207], true)).toEqual(['20.5 in']);
    expect(printed([0.635], true)).toEqual(['25 in']); // half an inch is 2 % of 63.5 cm
    expect(printed([0.1], true)).toEqual(['3.9 in']);
    expect(printed([0.9144, 0.3048], true)).toEqual(['3.00 ft', '1.00 ft']);
  });

  it('keeps a unit that is fixed', () => {
    expect(printed([2.5, 1.24], false, false, 'm')).toEqual(['2.50 m', '1.24 m']);
    expect(printed([2.5, 1.24], true, false, 'cm')).toEqual(['250 cm', '124 cm']);
    expect(printed([0], false, false, 'm')).toEqual(['0 m']);
  });
});

describe('other numbers in text', () => {
  const areas = (squareMetres: readonly number[]) => {
    const whole = squareMetres.map((each) => Math.round(each * 1e6));
    return whole.map((each) => numberText(each, numberFormat('area', whole, false)));
  };
  const volumes = (litres: readonly number[]) => {
    const whole = litres.map((each) => Math.round(each * 1e6));
    return whole.map((each) => numberText(each, numberFormat('volume', whole, false)));
  };

  it('prints small areas in square centimetres', () => {
    expect(areas([0.0064])).toEqual(['64 cm²']);
    expect(areas([0.0064, 0.0999])).toEqual(['64 cm²', '999 cm²']);
    expect(areas([0.1])).toEqual(['0.10 m²']);
    expect(areas([3.27])).toEqual(['3.3 m²']); // 0.05 m² is less than 2 % of it
    expect(areas([0.5, 3.27])).toEqual(['0.50 m²', '3.27 m²']);
    expect(areas([0, 30])).toEqual(['0 m²', '30 m²']);
  });

  it('prints litres to 2 %', () => {
    expect(volumes([0.35])).toEqual(['0.35 litres']);
    expect(volumes([1])).toEqual(['1.00 litres']);
    expect(volumes([24.94])).toEqual(['24.9 litres']);
    expect(volumes([25.4, 3077])).toEqual(['25 litres', '3077 litres']);
    expect(volumes([0.0095, 1000.5])).toEqual(['0 litres', '1001 litres']);
    expect(volumes([0.9, 30])).toEqual(['0.90 litres', '30.00 litres']);
    expect(volumes([0.008, 30.2])).toEqual(['0 litres', '30 litres']);
  });

  it('prints whole degrees and per cents, rounded half up', () => {
    expect([0.4e6, 0.5e6, 1.4e6, 179.6e6].map((each) => plainText(each, 'angle'))).toEqual([
      ...['0 degrees', '1 degree', '1 degree', '180 degrees'],
    ]);
    expect([0.345e9, -0.005e9, 3.8301e9].map((each) => plainText(each, 'ratio'))).toEqual(['35%', '0%', '383%']);
  });
});
