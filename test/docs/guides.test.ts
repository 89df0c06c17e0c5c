/** The programs in the guides compile as they stand, so that a reader can copy them. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { diagnose, programsIn, unmarkedIn } from './programs.js';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));
const guides = [
  'README.md',
  'ARCHITECTURE.md',
  ...readdirSync(docs)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('programs in the guides', () => {
  it('are all marked as right or wrong', () => {
    expect(guides.flatMap(unmarkedIn)).toEqual([]);
    expect(guides.flatMap(programsIn).length).toBeGreaterThan(5);
  });

  it.each(guides.flatMap(programsIn))('$document line $line', (program) => {
    const told = diagnose(program).map(({ code, message }) => `${code}: ${message}`);
    if (program.expected === undefined) expect(told).toEqual([]);
    else expect([...new Set(told.map((line) => line.slice(0, 6)))], told.join('\n')).toEqual([program.expected]);
  });
});
