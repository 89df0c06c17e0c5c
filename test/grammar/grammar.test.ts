/** The grammar is sound: no alternative hides another, no rule calls itself first. Users do not wait for that to be found. */
import { defaultParserErrorProvider, Lexer } from 'chevrotain';
import { describe, expect, it } from 'vitest';
import { SpqParser } from '../../grammar/parser.js';
import { tokens } from '../../grammar/tokens.js';

describe('the grammar', () => {
  it('has no ambiguities', () => {
    expect(() => new SpqParser(defaultParserErrorProvider, false)).not.toThrow();
  });

  it('has no word that another hides', () => {
    const { lexerDefinitionErrors } = new Lexer(tokens, {
      positionTracking: 'full',
      deferDefinitionErrorsHandling: true,
    });
    expect(lexerDefinitionErrors).toEqual([]);
  });
});
