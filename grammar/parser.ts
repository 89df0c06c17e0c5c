/**
 * The grammar: chevrotain rules without actions. `syntax/parse.ts` turns the concrete tree into the AST.
 * One rule per construct, in the order of the language reference.
 */
import { CstParser, type IParserErrorMessageProvider } from 'chevrotain';
import * as t from './tokens.js';

export class SpqParser extends CstParser {
  constructor(errorMessageProvider: IParserErrorMessageProvider) {
    super(t.tokens, { recoveryEnabled: true, maxLookahead: 3, errorMessageProvider });
    this.performSelfAnalysis();
  }

  readonly recipe = this.RULE('recipe', () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.source) },
        { ALT: () => this.SUBRULE(this.seed) },
        { ALT: () => this.SUBRULE(this.margin) },
        { ALT: () => this.SUBRULE(this.units) },
        { ALT: () => this.SUBRULE(this.refer) },
        { ALT: () => this.SUBRULE(this.relation) },
        { ALT: () => this.SUBRULE(this.level) },
        { ALT: () => this.SUBRULE(this.emit) },
      ]);
    });
  });

  // ---- settings -------------------------------------------------------------------------------

  private readonly source = this.RULE('source', () => {
    this.CONSUME(t.Source);
    this.CONSUME(t.Identifier, { LABEL: 'name' });
    this.CONSUME(t.Equal);
    this.SUBRULE(this.call);
  });

  private readonly seed = this.RULE('seed', () => {
    this.CONSUME(t.Seed);
    this.CONSUME(t.NumberToken, { LABEL: 'value' });
  });

  private readonly margin = this.RULE('margin', () => {
    this.CONSUME(t.Margin);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.marginPart) });
  });

  private readonly marginPart = this.RULE('marginPart', () => {
    this.CONSUME(t.Identifier, { LABEL: 'dimension' });
    this.SUBRULE(this.number, { LABEL: 'first' });
    this.OPTION(() => {
      this.CONSUME(t.Or);
      this.SUBRULE2(this.number, { LABEL: 'second' });
    });
  });

  private readonly units = this.RULE('units', () => {
    this.CONSUME(t.Units);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.unitPart) });
  });

  private readonly unitPart = this.RULE('unitPart', () => {
    this.CONSUME(t.Identifier, { LABEL: 'system' });
    this.OPTION(() => this.SUBRULE(this.number, { LABEL: 'share' }));
  });

  private readonly refer = this.RULE('refer', () => {
    this.CONSUME(t.Refer);
    this.OPTION(() => this.CONSUME(t.Identifier, { LABEL: 'entity' }));
    this.CONSUME(t.By);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME2(t.Identifier, { LABEL: 'strategy' }) });
  });

  /** `relation (a: object) left of (b: object) says "…" = p` */
  private readonly relation = this.RULE('relation', () => {
    this.CONSUME(t.Relation);
    this.SUBRULE(this.parameter, { LABEL: 'left' });
    this.AT_LEAST_ONE(() => this.CONSUME(t.Word, { LABEL: 'word' }));
    this.SUBRULE2(this.parameter, { LABEL: 'right' });
    this.OPTION(() => {
      this.CONSUME(t.Says);
      this.CONSUME(t.Text, { LABEL: 'says' });
    });
    this.CONSUME(t.Equal);
    this.SUBRULE(this.expression, { LABEL: 'body' });
  });

  private readonly parameter = this.RULE('parameter', () => {
    this.CONSUME(t.OpenParen);
    this.CONSUME(t.Identifier, { LABEL: 'name' });
    this.CONSUME(t.Colon);
    this.CONSUME2(t.Identifier, { LABEL: 'entity' });
    this.CONSUME(t.CloseParen);
  });

  private readonly emit = this.RULE('emit', () => {
    this.CONSUME(t.Emit);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.call) });
  });

  // ---- levels and tasks -----------------------------------------------------------------------

  private readonly level = this.RULE('level', () => {
    this.CONSUME(t.Level);
    this.CONSUME(t.NumberToken, { LABEL: 'number' });
    this.CONSUME(t.Text, { LABEL: 'title' });
    this.CONSUME(t.OpenBrace);
    this.MANY(() => this.SUBRULE(this.task));
    this.CONSUME(t.CloseBrace);
  });

  private readonly task = this.RULE('task', () => {
    this.CONSUME(t.Task);
    this.CONSUME(t.Identifier, { LABEL: 'name' });
    this.OPTION(() => this.CONSUME(t.Text, { LABEL: 'title' }));
    this.CONSUME(t.OpenBrace);
    this.MANY(() => this.SUBRULE(this.clause));
    this.CONSUME(t.CloseBrace);
  });

  private readonly clause = this.RULE('clause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.forClause) },
      { ALT: () => this.SUBRULE(this.letClause) },
      { ALT: () => this.SUBRULE(this.whereClause) },
      { ALT: () => this.SUBRULE(this.takeClause) },
      { ALT: () => this.SUBRULE(this.askClause) },
      { ALT: () => this.SUBRULE(this.answerClause) },
      { ALT: () => this.SUBRULE(this.choicesClause) },
      { ALT: () => this.SUBRULE(this.claimClause) },
      { ALT: () => this.SUBRULE(this.reasonClause) },
      { ALT: () => this.SUBRULE(this.refer) },
    ]);
  });

  private readonly forClause = this.RULE('forClause', () => {
    this.CONSUME(t.For);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.binder) });
  });

  private readonly binder = this.RULE('binder', () => {
    this.CONSUME(t.Identifier, { LABEL: 'entity' });
    this.OR([
      {
        ALT: () => {
          this.CONSUME2(t.Identifier, { LABEL: 'one' });
          this.OPTION(() => {
            this.CONSUME(t.In);
            this.CONSUME3(t.Identifier, { LABEL: 'vocabulary' });
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.OpenBrace);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME4(t.Identifier, { LABEL: 'set' }) });
          this.CONSUME(t.CloseBrace);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.OpenParen);
          this.AT_LEAST_ONE_SEP2({ SEP: t.Comma, DEF: () => this.CONSUME5(t.Identifier, { LABEL: 'ordered' }) });
          this.CONSUME(t.CloseParen);
        },
      },
    ]);
  });

  private readonly letClause = this.RULE('letClause', () => {
    this.CONSUME(t.Let);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.letBinding) });
  });

  private readonly letBinding = this.RULE('letBinding', () => {
    this.CONSUME(t.Identifier, { LABEL: 'name' });
    this.CONSUME(t.Equal);
    this.SUBRULE(this.expression, { LABEL: 'value' });
  });

  private readonly whereClause = this.RULE('whereClause', () => {
    this.CONSUME(t.Where);
    this.SUBRULE(this.expression, { LABEL: 'condition' });
  });

  private readonly takeClause = this.RULE('takeClause', () => {
    this.CONSUME(t.Take);
    this.CONSUME(t.NumberToken, { LABEL: 'count' });
    this.CONSUME(t.Per);
    this.CONSUME(t.Word, { LABEL: 'per' });
  });

  private readonly askClause = this.RULE('askClause', () => {
    this.CONSUME(t.Ask);
    this.AT_LEAST_ONE(() => this.CONSUME(t.Text, { LABEL: 'phrasing' }));
  });

  private readonly answerClause = this.RULE('answerClause', () => {
    this.CONSUME(t.Answer);
    this.SUBRULE(this.expression, { LABEL: 'value' });
    this.OPTION(() => {
      this.CONSUME(t.As);
      this.CONSUME(t.Text, { LABEL: 'form' });
    });
  });

  private readonly choicesClause = this.RULE('choicesClause', () => {
    this.CONSUME(t.Choices);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Near);
          this.SUBRULE(this.expression, { LABEL: 'near' });
        },
      },
      {
        ALT: () =>
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE2(this.expression, { LABEL: 'option' }) }),
      },
    ]);
  });

  private readonly claimClause = this.RULE('claimClause', () => {
    this.CONSUME(t.Claim);
    this.AT_LEAST_ONE(() => this.CONSUME(t.Text, { LABEL: 'phrasing' }));
    this.CONSUME(t.When);
    this.SUBRULE(this.expression, { LABEL: 'condition' });
  });

  private readonly reasonClause = this.RULE('reasonClause', () => {
    this.CONSUME(t.Reason);
    this.AT_LEAST_ONE(() => this.CONSUME(t.Text, { LABEL: 'phrasing' }));
  });

  // ---- expressions, loosest first -------------------------------------------------------------

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
      { ALT: () => this.SUBRULE3(this.comparison, { LABEL: 'operand' }) },
    ]);
  });

  /** A comparison, a range test or an infix relation; they do not chain. */
  private readonly comparison = this.RULE('comparison', () => {
    this.SUBRULE(this.sum, { LABEL: 'left' });
    this.OPTION(() => {
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
          { ALT: () => this.CONSUME(t.In, { LABEL: 'word' }) },
        ]),
    });
  });

  /** A name (or `in`) that is followed by a further name stands inside a relation's words; `called` may have a text after it. */
  private relationAhead(): boolean {
    const here = this.LA(1).tokenType;
    const next = this.LA(2).tokenType;
    if (here === t.Identifier)
      return (
        next === t.Identifier ||
        (next === t.Text && this.LA(1).image === 'called') ||
        (next === t.In && this.LA(3).tokenType === t.Identifier)
      );
    return here === t.In && next === t.Identifier && this.LA(3).tokenType === t.Identifier;
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

  /** `b.position from a toward c` */
  private readonly view = this.RULE('view', () => {
    this.SUBRULE(this.unary, { LABEL: 'value' });
    this.OPTION(() => {
      this.CONSUME(t.From);
      this.CONSUME(t.Identifier, { LABEL: 'viewer' });
      this.OPTION2(() => {
        this.CONSUME(t.Toward);
        this.CONSUME2(t.Identifier, { LABEL: 'toward' });
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
      { ALT: () => this.SUBRULE(this.count) },
      { ALT: () => this.SUBRULE(this.pick) },
      { ALT: () => this.SUBRULE(this.call) },
      { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'name' }) },
      // `kitti(dir, gravity: level)`: the one keyword that is also a value.
      { ALT: () => this.CONSUME(t.Level, { LABEL: 'name' }) },
      {
        ALT: () => {
          this.CONSUME(t.OpenParen);
          this.SUBRULE(this.expression);
          this.CONSUME(t.CloseParen);
        },
      },
    ]);
  });

  private readonly number = this.RULE('number', () => {
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

  private readonly count = this.RULE('count', () => {
    this.CONSUME(t.Count);
    this.CONSUME(t.OpenParen);
    this.OPTION(() => this.CONSUME(t.Other, { LABEL: 'other' }));
    this.CONSUME(t.Identifier, { LABEL: 'entity' });
    this.CONSUME2(t.Identifier, { LABEL: 'variable' });
    this.CONSUME(t.Where);
    this.SUBRULE(this.expression, { LABEL: 'condition' });
    this.CONSUME(t.CloseParen);
  });

  /** `the x in {a, b} with least f` */
  private readonly pick = this.RULE('pick', () => {
    this.CONSUME(t.The);
    this.CONSUME(t.Identifier, { LABEL: 'variable' });
    this.CONSUME(t.In);
    this.CONSUME(t.OpenBrace);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME2(t.Identifier, { LABEL: 'member' }) });
    this.CONSUME(t.CloseBrace);
    this.CONSUME(t.With);
    this.OR([
      { ALT: () => this.CONSUME(t.Least, { LABEL: 'most' }) },
      { ALT: () => this.CONSUME(t.Greatest, { LABEL: 'most' }) },
    ]);
    this.SUBRULE(this.sum, { LABEL: 'by' });
  });

  private readonly call = this.RULE('call', () => {
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
    this.OPTION(() => {
      this.CONSUME(t.Colon);
      this.CONSUME(t.Word, { LABEL: 'format' });
    });
  });
}
