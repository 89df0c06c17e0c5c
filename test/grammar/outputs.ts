/** What `npm run grammar` writes, by path in the repository: made from the tokens and rules that the parser runs. */
import { defaultParserErrorProvider } from 'chevrotain';
import { units } from '../../compiler/types/unit.js';
import { SpqParser } from '../../grammar/parser.js';
import { railroadPage } from '../../grammar/railroad/page.js';
import { productionsOf } from '../../grammar/railroad/production.js';
import { textMateGrammar } from '../../grammar/text-mate.js';
import { keywordList } from '../../grammar/tokens.js';

export function grammarOutputs(): Readonly<Record<string, string>> {
  const all = Object.values(new SpqParser(defaultParserErrorProvider).getGAstProductions());
  // The base class registers expressions first; a reader begins with the recipe.
  const first = all.findIndex((rule) => rule.name === 'recipe');
  const rules = [...all.slice(first), ...all.slice(0, first)];
  const grammar = textMateGrammar({ keywords: keywordList, units: units.map(({ name }) => name) });
  return {
    'grammar/spq.tmLanguage.json': `${JSON.stringify(grammar, null, 2)}\n`,
    'docs/grammar.html': railroadPage(productionsOf(rules)),
  };
}
