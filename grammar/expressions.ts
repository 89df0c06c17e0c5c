/**
 * The grammar of expressions: chevrotain rules without actions, one per construct, loosest first.
 * A base class, since chevrotain's rules are members of one parser; `parser.ts` adds what stands outside of expressions.
 */
import { CstParser, type IParserErrorMessageProvider, type TokenType } from 'chevrotain';
import * as t from './tokens.js';

/** Words of the language that a relation may have among its own: `in front of`, `as tall as`. */
export const joiningWords: readonly TokenType[] = [t.In, t.As, t.Near, t.With];

export abstract class ExpressionParser extends CstParser {
  protected constructor(errorMessageProvider: IParserErrorMessageProvider, skipValidations: boolean) {
    super(t.tokens, {
      // What is broken is read piece by piece: `syntax/recover.ts`.
      recoveryEnabled: false,
      maxLookahead: 3,
      nodeLocationTracking: 'onlyOffset',
      skipValidations,
      errorMessageProvider,
    });
  }

  readonly expression = this.RULE('expression', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.ifExpression) }, { ALT: () => this.SUBRULE(this.disjunction) }]);
  });

  private readonly ifExpression = this.RULE('ifExpression', () => {
    this.CONSUME(t.If);
    this.SUBRULE(this.expression, { LABEL: 'condition' });
    this.CONSUME(t.Then);
    this.SUBRULE2(this.expression, { LABEL: 'then' });
    this.CONSUME(t.Else);
    this.SUBRULE3(this.expression, { LABEL: 'otherwise' });
  });

  private readonly disjunction = this.RULE('disjunction', () => {
    this.SUBRULE(this.conjunction, { LABEL: 'operand' });
    this.MANY(() => {
      this.CONSUME(t.Or);
      this.SUBRULE2(this.conjunction, { LABEL: 'operand' });
    });
  });

  private readonly conjunction = this.RULE('conjunction', () => {
    this.SUBRULE(this.negation, { LABEL: 'operand' });
    this.MANY(() => {
      this.CONSUME(t.And);
      this.SUBRULE2(this.negation, { LABEL: 'operand' });
    });
  });

  private readonly negation = this.RULE('negation', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Not, { LABEL: 'operator' });
          this.SUBRULE(this.negation, { LABEL: 'operand' });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Exactly, { LABEL: 'operator' });
          this.SUBRULE2(this.comparison, { LABEL: 'operand' });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Known, { LABEL: 'operator' });
          this.SUBRULE3(this.comparison, { LABEL: 'operand' });
        },
      },
      { ALT: () => this.SUBRULE4(this.comparison, { LABEL: 'operand' }) },
    ]);
  });

  /** A comparison, a range test or an infix relation; they do not chain. */
  private readonly comparison = this.RULE('comparison', () => {
    this.SUBRULE(this.sum, { LABEL: 'left' });
    this.OPTION({
      // `p.position as "…"`: the words that relations share with clauses begin one only where a relation follows.
      GATE: () => !joiningWords.slice(1).includes(this.LA(1).tokenType) || this.relationAhead(),
      DEF: () => {
        this.OR([
          {
            ALT: () => {
              this.SUBRULE(this.comparator);
              this.SUBRULE2(this.sum, { LABEL: 'right' });
              this.OPTION2(() => {
                this.CONSUME(t.By);
                this.SUBRULE3(this.sum, { LABEL: 'by' });
              });
            },
          },
          {
            GATE: () => !this.relationAhead(),
            ALT: () => {
              this.CONSUME(t.In);
              this.SUBRULE4(this.sum, { LABEL: 'low' });
              this.CONSUME(t.DotDot);
              this.SUBRULE5(this.sum, { LABEL: 'high' });
            },
          },
          {
            GATE: () => this.relationAhead(),
            ALT: () => {
              this.SUBRULE(this.relationWords);
              this.SUBRULE6(this.sum, { LABEL: 'right' });
            },
          },
        ]);
      },
    });
  });

  private readonly comparator = this.RULE('comparator', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Less) },
      { ALT: () => this.CONSUME(t.Greater) },
      { ALT: () => this.CONSUME(t.LessEqual) },
      { ALT: () => this.CONSUME(t.GreaterEqual) },
      { ALT: () => this.CONSUME(t.Equal) },
      { ALT: () => this.CONSUME(t.NotEqual) },
      {
        ALT: () => {
          this.CONSUME(t.Is);
          this.CONSUME(t.About);
        },
      },
    ]);
  });

  /** The words between two operands: `left of` in `a left of b`. The last name before a non-name is the operand. */
  private readonly relationWords = this.RULE('relationWords', () => {
    this.AT_LEAST_ONE({
      GATE: () => this.relationAhead(),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'word' }) },
          ...joiningWords.map((word) => ({ ALT: () => this.CONSUME(word, { LABEL: 'word' }) })),
        ]),
    });
  });

  /** A word that is followed by a further one stands inside a relation's words; `called` may have a text after it. */
  private relationAhead(): boolean {
    const here = this.LA(1).tokenType;
    const next = this.LA(2).tokenType;
    const after = this.LA(3).tokenType;
    const joins = (token: TokenType): boolean => joiningWords.includes(token);
    if (here === t.Identifier)
      return (
        next === t.Identifier ||
        (next === t.Text && this.LA(1).image === 'called') ||
        (joins(next) && after === t.Identifier)
      );
    // `d in low .. high` is a range.
    if (here === t.In) return next === t.Identifier && (after === t.Identifier || joins(after));
    return joins(here) && next === t.Identifier;
  }

  private readonly sum = this.RULE('sum', () => {
    this.SUBRULE(this.product, { LABEL: 'operand' });
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Plus, { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(t.Minus, { LABEL: 'operator' }) },
      ]);
      this.SUBRULE2(this.product, { LABEL: 'operand' });
    });
  });

  private readonly product = this.RULE('product', () => {
    this.SUBRULE(this.view, { LABEL: 'operand' });
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Star, { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(t.Slash, { LABEL: 'operator' }) },
      ]);
      this.SUBRULE2(this.view, { LABEL: 'operand' });
    });
  });

  /** `b.position from a toward c` · `a at p toward c` */
  private readonly view = this.RULE('view', () => {
    this.SUBRULE(this.unary, { LABEL: 'value' });
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.From);
            this.CONSUME(t.Identifier, { LABEL: 'viewer' });
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.At);
            this.CONSUME4(t.Identifier, { LABEL: 'at' });
          },
        },
      ]);
      this.OPTION2(() => {
        this.CONSUME(t.Toward);
        this.CONSUME2(t.Identifier, { LABEL: 'toward' });
      });
      this.OPTION3(() => {
        this.CONSUME(t.Turned);
        this.CONSUME3(t.Identifier, { LABEL: 'turned' });
      });
    });
  });

  private readonly unary = this.RULE('unary', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Minus, { LABEL: 'minus' });
          this.SUBRULE(this.unary, { LABEL: 'operand' });
        },
      },
      { ALT: () => this.SUBRULE(this.postfix) },
    ]);
  });

  private readonly postfix = this.RULE('postfix', () => {
    this.SUBRULE(this.primary);
    this.MANY(() => {
      this.CONSUME(t.Dot);
      this.CONSUME(t.Word, { LABEL: 'member' });
    });
  });

  private readonly primary = this.RULE('primary', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.CONSUME(t.Text, { LABEL: 'text' }) },
      { ALT: () => this.CONSUME(t.True, { LABEL: 'boolean' }) },
      { ALT: () => this.CONSUME(t.False, { LABEL: 'boolean' }) },
      { ALT: () => this.CONSUME(t.Unknown, { LABEL: 'unknown' }) },
      { ALT: () => this.SUBRULE(this.quantifier) },
      { ALT: () => this.SUBRULE(this.pick) },
      { ALT: () => this.SUBRULE(this.sort) },
      { ALT: () => this.SUBRULE(this.setLiteral) },
      { ALT: () => this.SUBRULE(this.call) },
      { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'name' }) },
      // `kitti(dir, gravity: level)`: the one keyword that is also a value.
      { ALT: () => this.CONSUME(t.Level, { LABEL: 'name' }) },
      {
        ALT: () => {
          this.CONSUME(t.OpenParen);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.expression) });
          this.CONSUME(t.CloseParen);
        },
      },
    ]);
  });

  protected readonly number = this.RULE('number', () => {
    this.CONSUME(t.NumberToken, { LABEL: 'value' });
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(t.Percent, { LABEL: 'unit' }) },
        { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'unit' }) },
        // Inches: a number is never followed by the `in` of a range.
        { ALT: () => this.CONSUME(t.In, { LABEL: 'unit' }) },
      ]),
    );
  });

  /** `count(other object x where p)` · `any(x in xs where p)` · `all(x in {a, b}, p)` */
  private readonly quantifier = this.RULE('quantifier', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Count, { LABEL: 'quantifier' }) },
      { ALT: () => this.CONSUME(t.Any, { LABEL: 'quantifier' }) },
      { ALT: () => this.CONSUME(t.All, { LABEL: 'quantifier' }) },
    ]);
    this.CONSUME(t.OpenParen);
    this.SUBRULE(this.range);
    this.OPTION(() => {
      this.CONSUME(t.Comma);
      this.SUBRULE(this.expression, { LABEL: 'holds' });
    });
    this.CONSUME(t.CloseParen);
  });

  /** What a variable ranges over: members of a set, or the scene's objects. */
  private readonly range = this.RULE('range', () => {
    this.OR([
      {
        GATE: () => this.LA(2).tokenType === t.In,
        ALT: () => {
          this.CONSUME(t.Identifier, { LABEL: 'variable' });
          this.CONSUME(t.In);
          this.SUBRULE(this.set);
        },
      },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(t.Other, { LABEL: 'other' }));
          this.CONSUME2(t.Identifier, { LABEL: 'entity' });
          this.CONSUME3(t.Identifier, { LABEL: 'variable' });
        },
      },
    ]);
    this.OPTION2(() => {
      this.CONSUME(t.Where);
      this.SUBRULE(this.expression, { LABEL: 'condition' });
    });
  });

  /** `the x in {a, b} with least f` · `… with rank 2 greatest f` · `the other object x where p with least f` */
  private readonly pick = this.RULE('pick', () => {
    this.CONSUME(t.The);
    this.SUBRULE(this.range);
    this.CONSUME(t.With);
    this.OPTION(() => {
      this.CONSUME(t.Rank);
      this.SUBRULE(this.primary, { LABEL: 'rank' });
    });
    this.SUBRULE(this.most);
    this.SUBRULE(this.sum, { LABEL: 'by' });
  });

  private readonly most = this.RULE('most', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Least, { LABEL: 'most' }) },
      { ALT: () => this.CONSUME(t.Greatest, { LABEL: 'most' }) },
    ]);
  });

  /** `sort x in xs by least x.depth` */
  private readonly sort = this.RULE('sort', () => {
    this.CONSUME(t.Sort);
    this.CONSUME(t.Identifier, { LABEL: 'variable' });
    this.CONSUME(t.In);
    this.SUBRULE(this.set);
    this.CONSUME(t.By);
    this.SUBRULE(this.most);
    this.SUBRULE(this.sum, { LABEL: 'by' });
  });

  /** Where a set is meant, a name is one, too: `xs`. */
  protected readonly set = this.RULE('set', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.setLiteral) },
      { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'name' }) },
    ]);
  });

  /** `{a, b}` · `orders of xs` */
  private readonly setLiteral = this.RULE('setLiteral', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.OpenBrace);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Identifier, { LABEL: 'member' }) });
          this.CONSUME(t.CloseBrace);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Orders);
          this.CONSUME2(t.Identifier, { LABEL: 'of' });
          this.SUBRULE(this.set);
        },
      },
    ]);
  });

  protected readonly call = this.RULE('call', () => {
    this.CONSUME(t.Identifier, { LABEL: 'callee' });
    this.CONSUME(t.OpenParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.argument) });
    this.CONSUME(t.CloseParen);
  });

  private readonly argument = this.RULE('argument', () => {
    this.OPTION(() => {
      this.CONSUME(t.Word, { LABEL: 'name' });
      this.CONSUME(t.Colon);
    });
    this.SUBRULE(this.expression, { LABEL: 'value' });
  });

  /** What stands between the braces of a text: `{d:cm}`. */
  readonly hole = this.RULE('hole', () => {
    this.SUBRULE(this.sum, { LABEL: 'value' });
    // `{n c}`: a number with its noun.
    this.OPTION2(() => this.CONSUME(t.Identifier, { LABEL: 'noun' }));
    this.OPTION(() => {
      this.CONSUME(t.Colon);
      this.CONSUME(t.Word, { LABEL: 'format' });
    });
  });
}
