/**
 * The grammar outside of expressions: chevrotain rules without actions. `syntax/parse.ts` turns the concrete tree into the AST.
 * One rule per construct, in the order of the language reference.
 */
import type { IParserErrorMessageProvider } from 'chevrotain';
import { ExpressionParser } from './expressions.js';
import * as t from './tokens.js';

export class SpqParser extends ExpressionParser {
  /** @param skipValidations the rules are the same at every start: a test looks for ambiguities, and no user waits for it */
  constructor(errorMessageProvider: IParserErrorMessageProvider, skipValidations = true) {
    super(errorMessageProvider, skipValidations);
    this.performSelfAnalysis();
  }

  readonly recipe = this.RULE('recipe', () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.importing) },
        { ALT: () => this.SUBRULE(this.useFile) },
        { ALT: () => this.SUBRULE(this.source) },
        { ALT: () => this.SUBRULE(this.perceive) },
        { ALT: () => this.SUBRULE(this.seed) },
        { ALT: () => this.SUBRULE(this.margin) },
        { ALT: () => this.SUBRULE(this.units) },
        { ALT: () => this.SUBRULE(this.refer) },
        { ALT: () => this.SUBRULE(this.formats) },
        { ALT: () => this.SUBRULE(this.balance) },
        { ALT: () => this.SUBRULE(this.fact) },
        { ALT: () => this.SUBRULE(this.relation) },
        { ALT: () => this.SUBRULE(this.level) },
        { ALT: () => this.SUBRULE(this.mix) },
        { ALT: () => this.SUBRULE(this.split) },
        { ALT: () => this.SUBRULE(this.emit) },
      ]);
    });
  });

  // ---- other files ----------------------------------------------------------------------------

  /** `import "levels.spq" only height, distance` */
  readonly importing = this.RULE('importing', () => {
    this.CONSUME(t.Import);
    this.CONSUME(t.Text, { LABEL: 'path' });
    this.SUBRULE(this.selection);
  });

  /** `use "levels.spq" except height`: its levels with their tasks, as they are. */
  readonly useFile = this.RULE('useFile', () => {
    this.CONSUME(t.Use);
    this.CONSUME(t.Text, { LABEL: 'path' });
    this.SUBRULE(this.selection);
  });

  private readonly selection = this.RULE('selection', () => {
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Only, { LABEL: 'how' }) },
        { ALT: () => this.CONSUME(t.Except, { LABEL: 'how' }) },
      ]);
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Word, { LABEL: 'name' }) });
    });
  });

  // ---- settings -------------------------------------------------------------------------------

  readonly source = this.RULE('source', () => {
    this.CONSUME(t.Source);
    this.CONSUME(t.Identifier, { LABEL: 'name' });
    this.CONSUME(t.Equal);
    this.SUBRULE(this.call);
  });

  /** `perceive photos { points = moge2() objects = owlv2(labels: "indoor.txt") then slimsam() }` */
  readonly perceive = this.RULE('perceive', () => {
    this.CONSUME(t.Perceive);
    this.CONSUME(t.Identifier, { LABEL: 'source' });
    this.CONSUME(t.OpenBrace);
    this.MANY(() => this.SUBRULE(this.perceived));
    this.CONSUME(t.CloseBrace);
  });

  private readonly perceived = this.RULE('perceived', () => {
    this.CONSUME(t.Identifier, { LABEL: 'role' });
    this.CONSUME(t.Equal);
    this.AT_LEAST_ONE_SEP({ SEP: t.Then, DEF: () => this.SUBRULE(this.operator) });
  });

  private readonly operator = this.RULE('operator', () => {
    this.CONSUME(t.Identifier, { LABEL: 'callee' });
    this.CONSUME(t.OpenParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.setting) });
    this.CONSUME(t.CloseParen);
  });

  /** `"vits-normal"` · `score: 30% .. 50%` */
  private readonly setting = this.RULE('setting', () => {
    this.OPTION(() => {
      this.CONSUME(t.Word, { LABEL: 'name' });
      this.CONSUME(t.Colon);
    });
    this.SUBRULE(this.expression, { LABEL: 'value' });
    this.OPTION2(() => {
      this.CONSUME(t.DotDot);
      this.SUBRULE2(this.expression, { LABEL: 'high' });
    });
  });

  readonly seed = this.RULE('seed', () => {
    this.CONSUME(t.Seed);
    this.CONSUME(t.NumberToken, { LABEL: 'value' });
  });

  readonly margin = this.RULE('margin', () => {
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

  readonly units = this.RULE('units', () => {
    this.CONSUME(t.Units);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.unitPart) });
  });

  private readonly unitPart = this.RULE('unitPart', () => {
    this.CONSUME(t.Identifier, { LABEL: 'system' });
    this.OPTION(() => this.SUBRULE(this.number, { LABEL: 'share' }));
  });

  readonly refer = this.RULE('refer', () => {
    this.CONSUME(t.Refer);
    this.OPTION(() => this.CONSUME(t.Identifier, { LABEL: 'entity' }));
    this.CONSUME(t.By);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.strategy) });
  });

  private readonly strategy = this.RULE('strategy', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'name' }) },
      // The one way to refer that is also a declaration.
      { ALT: () => this.CONSUME(t.Relation, { LABEL: 'name' }) },
    ]);
  });

  /** `formats open 40%, choice 40%, claim 20%` · `formats all` */
  readonly formats = this.RULE('formats', () => {
    this.CONSUME(t.Formats);
    this.OR([
      { ALT: () => this.CONSUME(t.All, { LABEL: 'all' }) },
      { ALT: () => this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.share) }) },
    ]);
  });

  /** `balance by words` · `balance none` */
  readonly balance = this.RULE('balance', () => {
    this.CONSUME(t.Balance);
    this.OPTION(() => this.CONSUME(t.By, { LABEL: 'by' }));
    this.CONSUME(t.Identifier, { LABEL: 'how' });
  });

  private readonly share = this.RULE('share', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'name' }) },
      // The one format that is also a clause.
      { ALT: () => this.CONSUME(t.Claim, { LABEL: 'name' }) },
    ]);
    this.SUBRULE(this.number, { LABEL: 'share' });
  });

  /** `mix level 0 10%, level 1 30% total 100000` */
  readonly mix = this.RULE('mix', () => {
    this.CONSUME(t.Mix);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.mixPart) });
    this.OPTION(() => {
      this.CONSUME(t.Identifier, { LABEL: 'word' });
      this.CONSUME(t.NumberToken, { LABEL: 'total' });
    });
  });

  private readonly mixPart = this.RULE('mixPart', () => {
    this.CONSUME(t.Level);
    this.CONSUME(t.NumberToken, { LABEL: 'level' });
    this.SUBRULE(this.number, { LABEL: 'share' });
  });

  /** `split train 98%, validation 1%, test 1%` */
  readonly split = this.RULE('split', () => {
    this.CONSUME(t.Split);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.share) });
  });

  /** `fact elongation (a: object) says "long", "longer", "longest" = a.width / a.height` */
  readonly fact = this.RULE('fact', () => {
    this.CONSUME(t.Fact);
    this.CONSUME(t.Identifier, { LABEL: 'name' });
    this.SUBRULE(this.parameter);
    this.OPTION(() => {
      this.CONSUME(t.Says);
      this.SUBRULE(this.degrees, { LABEL: 'more' });
      this.OPTION2(() => {
        this.CONSUME(t.Slash);
        this.SUBRULE2(this.degrees, { LABEL: 'less' });
      });
    });
    this.CONSUME(t.Equal);
    this.SUBRULE(this.expression, { LABEL: 'body' });
  });

  /** `"tall", "taller", "tallest"` */
  private readonly degrees = this.RULE('degrees', () => {
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Text, { LABEL: 'word' }) });
  });

  /** `relation (a: object) left of (b: object) says "…" = p` */
  readonly relation = this.RULE('relation', () => {
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

  readonly emit = this.RULE('emit', () => {
    this.CONSUME(t.Emit);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.call) });
  });

  // ---- levels and tasks -----------------------------------------------------------------------

  private readonly level = this.RULE('level', () => {
    this.CONSUME(t.Level);
    this.CONSUME(t.NumberToken, { LABEL: 'number' });
    this.CONSUME(t.Text, { LABEL: 'title' });
    this.CONSUME(t.OpenBrace);
    this.MANY(() => this.OR([{ ALT: () => this.SUBRULE(this.task) }, { ALT: () => this.SUBRULE(this.useTasks) }]));
    this.CONSUME(t.CloseBrace);
  });

  /** `use height, distance`: imported tasks. */
  readonly useTasks = this.RULE('useTasks', () => {
    this.CONSUME(t.Use);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Word, { LABEL: 'name' }) });
  });

  private readonly task = this.RULE('task', () => {
    this.CONSUME(t.Task);
    // `task relation`, `task distance`: where a name must stand, every word is one.
    this.CONSUME(t.Word, { LABEL: 'name' });
    this.OPTION(() => this.CONSUME(t.Text, { LABEL: 'title' }));
    this.CONSUME(t.OpenBrace);
    this.MANY(() => this.SUBRULE(this.clause));
    this.CONSUME(t.CloseBrace);
  });

  readonly clause = this.RULE('clause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.forClause) },
      { ALT: () => this.SUBRULE(this.letClause) },
      { ALT: () => this.SUBRULE(this.whereClause) },
      { ALT: () => this.SUBRULE(this.takeClause) },
      { ALT: () => this.SUBRULE(this.askClause) },
      { ALT: () => this.SUBRULE(this.answerClause) },
      { ALT: () => this.SUBRULE(this.statementsClause) },
      { ALT: () => this.SUBRULE(this.choicesClause) },
      { ALT: () => this.SUBRULE(this.claimClause) },
      { ALT: () => this.SUBRULE(this.reasonClause) },
      { ALT: () => this.SUBRULE(this.refer) },
      { ALT: () => this.SUBRULE(this.formats) },
      { ALT: () => this.SUBRULE(this.balance) },
      { ALT: () => this.SUBRULE(this.weightClause) },
    ]);
  });

  private readonly forClause = this.RULE('forClause', () => {
    this.CONSUME(t.For);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.binder) });
  });

  private readonly binder = this.RULE('binder', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'entity' }) },
      // Two kinds of finite binders are named by words that have another use, too.
      { ALT: () => this.CONSUME(t.Relation, { LABEL: 'entity' }) },
      { ALT: () => this.CONSUME(t.Count, { LABEL: 'entity' }) },
    ]);
    this.OR2([
      { ALT: () => this.CONSUME2(t.Identifier, { LABEL: 'one' }) },
      { ALT: () => this.SUBRULE(this.setBinder) },
      {
        ALT: () => {
          this.CONSUME(t.OpenParen);
          this.AT_LEAST_ONE_SEP2({ SEP: t.Comma, DEF: () => this.CONSUME3(t.Identifier, { LABEL: 'ordered' }) });
          this.CONSUME(t.CloseParen);
        },
      },
    ]);
    this.OPTION(() => {
      this.CONSUME(t.In);
      this.SUBRULE(this.domain);
    });
  });

  /** `{a, b}` · `{xs: 3..5}` */
  private readonly setBinder = this.RULE('setBinder', () => {
    this.CONSUME(t.OpenBrace);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Identifier, { LABEL: 'drawn' });
          this.CONSUME(t.Colon);
          this.CONSUME(t.NumberToken, { LABEL: 'least' });
          this.OPTION(() => {
            this.CONSUME(t.DotDot);
            this.CONSUME2(t.NumberToken, { LABEL: 'most' });
          });
        },
      },
      {
        ALT: () => this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME2(t.Identifier, { LABEL: 'member' }) }),
      },
    ]);
    this.CONSUME(t.CloseBrace);
  });

  /** What a name ranges over: `vocabulary`, `2..4`, `(left of, right of)`. */
  private readonly domain = this.RULE('domain', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Identifier, { LABEL: 'vocabulary' }) },
      {
        ALT: () => {
          this.CONSUME(t.NumberToken, { LABEL: 'least' });
          this.CONSUME(t.DotDot);
          this.CONSUME2(t.NumberToken, { LABEL: 'most' });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.OpenParen);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.words) });
          this.CONSUME(t.CloseParen);
        },
      },
    ]);
  });

  private readonly words = this.RULE('words', () => {
    this.AT_LEAST_ONE(() => this.CONSUME(t.Word, { LABEL: 'word' }));
  });

  private readonly letClause = this.RULE('letClause', () => {
    this.CONSUME(t.Let);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.letBinding) });
  });

  private readonly letBinding = this.RULE('letBinding', () => {
    this.CONSUME(t.Identifier, { LABEL: 'name' });
    this.CONSUME(t.Equal);
    this.SUBRULE(this.expression, { LABEL: 'value' });
    this.OPTION(() => {
      this.CONSUME(t.Say);
      this.AT_LEAST_ONE(() => this.CONSUME(t.Text, { LABEL: 'say' }));
    });
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

  /** `statements a left of b, b above c`: what `choices statements` draws from. */
  private readonly statementsClause = this.RULE('statementsClause', () => {
    this.CONSUME(t.Statements);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.expression, { LABEL: 'statement' }) });
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
        ALT: () => {
          this.CONSUME(t.Statements);
          this.OPTION(() => this.CONSUME(t.NumberToken, { LABEL: 'statements' }));
        },
      },
      {
        // `4 of facing8`: a number is never followed by a name, unless it is its unit.
        GATE: () => this.LA(1).tokenType === t.NumberToken && this.LA(2).image === 'of',
        ALT: () => {
          this.CONSUME2(t.NumberToken, { LABEL: 'drawn' });
          this.CONSUME(t.Identifier);
          this.SUBRULE2(this.expression, { LABEL: 'all' });
        },
      },
      {
        ALT: () =>
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE3(this.expression, { LABEL: 'option' }) }),
      },
    ]);
  });

  /** `claim "S" else "not S" when p` · `claim "… {option} …" of choices` · `claim a left of b` */
  private readonly claimClause = this.RULE('claimClause', () => {
    this.CONSUME(t.Claim);
    this.OR([
      {
        GATE: () => this.LA(1).tokenType === t.Text || this.LA(1).tokenType === t.OpenText,
        ALT: () => {
          this.AT_LEAST_ONE(() => this.CONSUME(t.Text, { LABEL: 'phrasing' }));
          this.OPTION(() => {
            this.CONSUME(t.Else);
            this.AT_LEAST_ONE2(() => this.CONSUME2(t.Text, { LABEL: 'otherwise' }));
          });
          this.OR2([
            {
              ALT: () => {
                this.CONSUME(t.When);
                this.SUBRULE(this.expression, { LABEL: 'condition' });
              },
            },
            {
              ALT: () => {
                this.CONSUME(t.Identifier, { LABEL: 'of' });
                this.CONSUME(t.Choices);
              },
            },
          ]);
        },
      },
      { ALT: () => this.SUBRULE2(this.expression, { LABEL: 'relation' }) },
    ]);
  });

  /** Steps in order: `reason "…" "…" when p` · `reason for x in {a, b} "…"`. */
  private readonly reasonClause = this.RULE('reasonClause', () => {
    this.CONSUME(t.Reason);
    this.OPTION(() => {
      this.CONSUME(t.For);
      this.CONSUME(t.Identifier, { LABEL: 'variable' });
      this.CONSUME(t.In);
      this.SUBRULE(this.set);
    });
    this.AT_LEAST_ONE(() => this.SUBRULE(this.step));
  });

  private readonly step = this.RULE('step', () => {
    this.CONSUME(t.Text, { LABEL: 'phrasing' });
    this.OPTION(() => {
      this.CONSUME(t.When);
      this.SUBRULE(this.expression, { LABEL: 'condition' });
    });
  });

  private readonly weightClause = this.RULE('weightClause', () => {
    this.CONSUME(t.Weight);
    this.CONSUME(t.NumberToken, { LABEL: 'weight' });
  });
}
