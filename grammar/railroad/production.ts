/** The parser's rules as plain data, for whoever shows them: the same rules, without chevrotain's classes and counters. */
import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
  tokenLabel,
} from 'chevrotain';

export type Production =
  /** `exact`: the text itself is written, such as `where`; else a sort of token, such as a name. */
  | { readonly kind: 'token'; readonly text: string; readonly exact: boolean }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence'; readonly of: readonly Production[] }
  | { readonly kind: 'choice'; readonly of: readonly Production[] }
  | { readonly kind: 'optional'; readonly of: Production }
  /** Once at least. */
  | { readonly kind: 'repeat'; readonly of: Production; readonly separator: Production | undefined };

export interface NamedProduction {
  readonly name: string;
  readonly production: Production;
}

/** @param rules of a parser, in their order: `Object.values(parser.getGAstProductions())` */
export function productionsOf(rules: readonly Rule[]): readonly NamedProduction[] {
  return rules.map(({ name, definition }) => ({ name, production: sequence(definition) }));
}

function sequence(parts: readonly IProduction[]): Production {
  const of = parts.map(productionOf);
  const [only, ...others] = of;
  return only !== undefined && others.length === 0 ? only : { kind: 'sequence', of };
}

function productionOf(part: IProduction): Production {
  if (part instanceof Terminal) return token(part.terminalType);
  if (part instanceof Alternative) return sequence(part.definition);
  if (part instanceof NonTerminal) return { kind: 'rule', name: part.nonTerminalName };
  if (part instanceof Alternation) return choice(part.definition.map(productionOf));
  if (part instanceof Option) return { kind: 'optional', of: sequence(part.definition) };
  if (part instanceof Repetition) return { kind: 'optional', of: repeat(part.definition) };
  if (part instanceof RepetitionWithSeparator) {
    return { kind: 'optional', of: repeat(part.definition, part.separator) };
  }
  if (part instanceof RepetitionMandatory) return repeat(part.definition);
  if (part instanceof RepetitionMandatoryWithSeparator) return repeat(part.definition, part.separator);
  throw new Error(`a part of the grammar that has no picture: ${part.constructor.name}`);
}

/** Alternatives that look alike are one: the parser tells them apart by what follows. */
function choice(of: readonly Production[]): Production {
  const distinct = [...new Map(of.map((one) => [JSON.stringify(one), one])).values()];
  const [only, ...others] = distinct;
  return only !== undefined && others.length === 0 ? only : { kind: 'choice', of: distinct };
}

function repeat(definition: readonly IProduction[], separator?: TokenType): Production {
  return { kind: 'repeat', of: sequence(definition), separator: separator && token(separator) };
}

/** Labels of words and symbols are written in backquotes, those of sorts of tokens are not. */
function token(type: TokenType): Production {
  const label = tokenLabel(type);
  const exact = label.startsWith('`');
  return { kind: 'token', text: exact ? label.slice(1, -1) : label.replace(/^an? /, ''), exact };
}
