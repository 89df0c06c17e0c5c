/** Concrete tree -> AST, for `balance by words`, `balance by answers` and `balance none`. */
import type { CstNode } from 'chevrotain';
import type { Report } from '../diagnostics/diagnostic.js';
import type * as ast from './ast.js';
import { maybeToken, type Origin, spanOf, spanOfToken, token } from './concrete.js';
import { unexpected } from './errors.js';

const ways: Readonly<Record<string, ast.BalanceSetting['by']>> = { words: 'words', answers: 'answers' };

export function balance(cst: CstNode, at: Origin, report: Report): ast.BalanceSetting {
  const how = token(cst, 'how');
  const by = maybeToken(cst, 'by');
  const known = by ? Object.hasOwn(ways, how.image) : how.image === 'none';
  const expected = by ? ['`words`', '`answers`'] : ['`none`', '`by words`', '`by answers`'];
  if (!known) report(unexpected({ found: `\`${how.image}\``, expected, hint: undefined }, spanOfToken(how, at)));
  return { by: by ? ways[how.image] : undefined, span: spanOf(cst, at) };
}
