/** The grammar is sound: no alternative hides another, no rule calls itself first. Users do not wait for that to be found. */
import { defaultParserErrorProvider } from 'chevrotain';
import { describe, expect, it } from 'vitest';
import { SpqParser } from '../../grammar/parser.js';

describe('the grammar', () => {
  it('has no ambiguities', () => {
    expect(() => new SpqParser(defaultParserErrorProvider, false)).not.toThrow();
  });
});
