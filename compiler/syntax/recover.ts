/**
 * Reads a recipe that does not parse as a whole: piece by piece, each declaration and clause for itself, so that one slip
 * spoils one piece and is told once. The result is the concrete tree that the whole would have, less what could not be read.
 */
import type { CstElement, CstNode, IToken } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Origin } from './concrete.js';
import { Cursor, nameOf } from './cursor.js';
import { isInner } from './inside.js';
import { clausesOtherwise } from './otherwise.js';
import { type Piece, type Reading, type Rule, readPiece } from './pieces.js';
import { namesOf } from './renamed.js';
import { invented, misspelt, retyped } from './repair.js';
import * as starts from './starts.js';

export interface Recovered {
  readonly cst: CstNode;
  readonly problems: readonly Diagnostic[];
  /** Words of the language that the recipe uses as names. */
  readonly names: ReadonlySet<string>;
}

/** @param holes offsets at which characters were left out; that has been told, and is why a piece there cannot be read */
export function recover(tokens: readonly IToken[], at: Origin, text: string, holes: readonly number[]): Recovered {
  const problems: Diagnostic[] = [];
  const reader = new Reader(new Cursor(tokens, at, text, holes, (d) => void problems.push(d)));
  return { cst: reader.recipe(), problems, names: reader.allNames };
}

type Children = Record<string, CstElement[]>;

function add(children: Children, label: string, element: CstElement): void {
  const known = children[label];
  if (known) known.push(element);
  else children[label] = [element];
}

/** Goes over the tokens once. Every method stands at the first token of what it reads, and leaves behind its last. */
class Reader {
  /** Words of the language that the task at hand uses as names. */
  private names: ReadonlySet<string> = new Set();
  readonly allNames = new Set<string>();
  /** Braces of which it was told that they are missing. */
  private unclosed = 0;

  constructor(private readonly on: Cursor) {}

  recipe(): CstNode {
    const children: Children = {};
    let outside = false;
    for (let place = this.on.here(); place; place = this.on.here()) {
      const rule = starts.startsDeclaration(place);
      if (starts.startsLevel(place)) add(children, 'level', this.level());
      else if (rule) this.piece(rule, children, () => this.on.atOuter());
      else if (starts.startsTask(place)) {
        if (!outside)
          this.on.tell(
            place.here,
            'a task outside of a level',
            ['`level`'],
            'Tasks stand in a level: `level 1 "Objects" { … }`.',
          );
        outside = true;
        add(children, 'level', this.orphans(place.here));
      } else if (this.misspeltLevel(place)) add(children, 'level', this.level());
      else this.strayOutside(place, children);
    }
    return { name: 'recipe', children };
  }

  // ---- pieces -----------------------------------------------------------------------------------

  /** Reads up to where something else begins; what is broken is told and left out. */
  private piece(rule: Rule, children: Children, ends: () => boolean): readonly IToken[] {
    const from = this.on.i++;
    let braces = 0;
    while (this.on.token() && !ends()) {
      if (this.on.is(t.OpenBrace)) braces++;
      if (this.on.is(t.CloseBrace) && --braces < 0) {
        if (!this.strayBrace(rule)) break;
        braces = 0;
      }
      this.on.i++;
    }
    const { lost, upTo } = this.read(
      { rule, tokens: this.on.tokens.slice(from, this.on.i), next: this.on.token() },
      children,
    );
    this.on.i = from + upTo;
    return lost;
  }

  private read(piece: Piece, children: Children): Reading {
    const reading = readPiece(piece, this.on.at, this.on.text, this.names);
    const { read, problem, lost } = reading;
    for (const { rule, cst } of read) add(children, rule, cst);
    const [first] = piece.tokens;
    const end = piece.next?.startOffset ?? this.on.text.length;
    if (problem && first && !this.on.leftOut(first.startOffset, end)) this.on.pass(problem);
    if (lost.length > 0) this.keepHead(piece, children);
    return reading;
  }

  /** A definition whose body is broken defines its name all the same. */
  private keepHead({ rule, tokens }: Piece, children: Children): void {
    const equal = tokens.findIndex((token) => token.tokenType === t.Equal);
    const last = tokens[equal];
    if ((rule !== 'fact' && rule !== 'relation') || !last) return;
    const body = invented(t.Unknown, 'unknown', last.startOffset + 1, last.endLine ?? 1);
    const { read } = readPiece(
      { rule, tokens: [...tokens.slice(0, equal + 1), body], next: undefined },
      this.on.at,
      this.on.text,
      this.names,
    );
    for (const { cst } of read) add(children, rule, { ...cst, children: { ...cst.children, lostBody: [last] } });
  }

  /** A brace that closes nothing, in the middle of a task: clauses go on behind it. */
  private strayBrace(rule: Rule): boolean {
    const next = starts.around(this.on.tokens, this.on.i + 1);
    if (rule !== 'clause' || !next || !starts.startsClause(next, this.names)) return false;
    return next.here.tokenType !== t.Refer && next.here.tokenType !== t.Formats;
  }

  // ---- levels and tasks -------------------------------------------------------------------------

  private level(): CstNode {
    const [word] = this.on.tokens.slice(this.on.i++);
    const children: Children = {};
    const line = word?.startLine ?? 1;
    const end = word ? this.on.span(word).end : 0;
    const header = (label: string, type: IToken['tokenType'], expected: string, image: string): void => {
      const found = this.on.token();
      if (found && this.on.is(type)) {
        add(children, label, found);
        this.on.i++;
        return;
      }
      this.on.tell(found, nameOf(found), [expected]);
      add(children, label, invented(type, image, end, line));
      // Something else in its place, and not what comes after it.
      if (found && !this.on.is(t.OpenBrace, t.Text, t.Task, t.CloseBrace) && !this.on.leaves()) this.on.i++;
    };
    header('number', t.NumberToken, 'a number', '0');
    header('title', t.Text, 'a text', '""');
    this.braced(children, word, (into) => this.levelItem(into));
    return { name: 'level', children };
  }

  /** Tasks that stand in no level, in one of their own. */
  private orphans(first: IToken): CstNode {
    const { startOffset, startLine } = first;
    const children: Children = {
      number: [invented(t.NumberToken, '0', startOffset, startLine ?? 1)],
      title: [invented(t.Text, '""', startOffset, startLine ?? 1)],
    };
    for (let place = this.on.here(); place && starts.startsTask(place); place = this.on.here())
      add(children, 'task', this.task());
    return { name: 'level', children };
  }

  /** What stands between braces; a brace that is missing is told where it should be. */
  private braced(children: Children, owner: IToken | undefined, item: (into: Children) => void): void {
    const open = this.on.token();
    if (open && this.on.is(t.OpenBrace)) this.on.i++;
    else this.on.tell(open, nameOf(open), ['`{`']);
    while (this.on.token() && !this.on.is(t.CloseBrace)) {
      if (this.on.leaves() || (owner?.tokenType === t.Task && this.atTask())) break;
      item(children);
    }
    if (this.on.is(t.CloseBrace)) {
      this.on.i++;
      return;
    }
    this.unclosed++;
    // A text that is not closed may hold the brace, too.
    if (open && this.on.leftOut(open.startOffset, this.on.place(this.on.token()).start)) return;
    const also = open?.tokenType === t.OpenBrace ? [{ at: this.on.span(open), note: 'opened here' }] : [];
    this.on.tell(this.on.token(), nameOf(this.on.token()), ['`}`'], undefined, also);
  }

  private atTask(): boolean {
    const place = this.on.here();
    return place !== undefined && starts.startsTask(place);
  }

  private levelItem(into: Children): void {
    const place = this.on.here();
    if (!place) return;
    if (starts.startsTask(place)) add(into, 'task', this.task());
    else if (this.on.is(t.Use)) this.piece('useTasks', into, () => this.on.is(t.CloseBrace) || this.on.atOuter());
    else if (this.misspeltTask(place)) add(into, 'task', this.task());
    else
      this.skip(() => this.atTask() || this.on.is(t.CloseBrace, t.Use) || this.on.leaves(), ['`task`', '`use`', '`}`']);
  }

  /** `tsak t {` */
  private misspeltTask({ here }: starts.Around): boolean {
    const meant = misspelt(here, [t.Task]);
    const [brace, behind] = [this.on.tokens[this.on.i + 2], this.on.tokens[this.on.i + 3]];
    if (!meant || (brace?.tokenType !== t.OpenBrace && behind?.tokenType !== t.OpenBrace)) return false;
    this.on.tellWord(here, 'task');
    return true;
  }

  private task(): CstNode {
    const word = this.on.tokens[this.on.i++];
    const children: Children = {};
    const name = this.on.token();
    if (name && !this.on.is(t.OpenBrace, t.Text, t.CloseBrace)) {
      add(children, 'name', name);
      this.on.i++;
    } else {
      this.on.tell(name, nameOf(name), ['a name']);
      if (word) add(children, 'name', invented(t.Identifier, '', this.on.span(word).end, word.startLine ?? 1));
    }
    const title = this.on.token();
    if (title && this.on.is(t.Text)) {
      add(children, 'title', title);
      this.on.i++;
    }
    this.findNames();
    let broken = false;
    this.braced(children, word, (into) => {
      const lost = this.clause(into);
      broken ||= lost.length > 0;
      for (const token of namesIn(lost)) add(into, 'lost', token);
    });
    this.names = new Set();
    return { name: 'task', children, recoveredNode: broken };
  }

  /** Of the task that begins here. */
  private findNames(): void {
    const from = this.on.i;
    while (this.on.token() && !this.on.leaves() && !this.atTask()) this.on.i++;
    const tokens = this.on.tokens.slice(from, this.on.i);
    this.on.i = from;
    this.names = namesOf(tokens, this.on.at, (d) => this.on.pass(d));
    for (const name of this.names) this.allNames.add(name);
  }

  /** What could not be read of it. */
  private clause(into: Children): readonly IToken[] {
    const place = this.on.here();
    if (!place) return [];
    const begin = this.on.i;
    const ends = (): boolean => {
      const next = this.on.here();
      if (!next || this.atTask() || this.on.leaves()) return true;
      return starts.startsClause(next, this.names) && !isInner(this.on.tokens, begin, this.on.i);
    };
    if (starts.startsClause(place, this.names)) return this.piece('clause', into, ends);
    const meant = misspelt(place.here, starts.clauseWords) ?? clausesOtherwise.get(place.here.image);
    if (!meant) return this.skip(() => ends() || this.on.is(t.CloseBrace), ['a clause', '`}`']);
    this.on.tellWord(place.here, starts.imageOf(meant));
    const from = this.on.i;
    while (++this.on.i < this.on.tokens.length && !ends() && !this.on.is(t.CloseBrace))
      if (this.on.is(t.OpenBrace)) this.toBrace();
    const tokens = [retyped(place.here, meant), ...this.on.tokens.slice(from + 1, this.on.i)];
    return this.read({ rule: 'clause', tokens, next: this.on.token() }, into).lost;
  }

  private toBrace(): void {
    while (this.on.token() && !this.on.is(t.CloseBrace) && !this.on.leaves()) this.on.i++;
  }

  // ---- what has no place ------------------------------------------------------------------------

  /** Tells of what stands here, and goes on where something is known again. */
  private skip(known: () => boolean, expected: readonly string[]): readonly IToken[] {
    const from = this.on.i;
    const place = this.on.here();
    const stray = place && starts.startsClause(place, new Set());
    const hint = stray ? `\`${place.here.image}\` belongs into a task.` : undefined;
    if (!this.on.spoiled()) this.on.tell(this.on.token(), nameOf(this.on.token()), expected, hint);
    do this.on.i++;
    while (this.on.token() && !known());
    return this.on.tokens.slice(from, this.on.i);
  }

  /** `lvel 1 "Objects" {` */
  private misspeltLevel({ here, next, second }: starts.Around): boolean {
    const isHead = next?.tokenType === t.NumberToken && second?.tokenType === t.Text;
    if (!isHead || !misspelt(here, [t.Level])) return false;
    this.on.tellWord(here, 'level');
    return true;
  }

  private strayOutside(place: starts.Around, children: Children): void {
    // It was missed further up, where something stands that has no place in a level.
    if (this.unclosed > 0 && this.on.is(t.CloseBrace)) {
      this.unclosed--;
      this.on.i++;
      return;
    }
    const meant = starts.firstOnLine(place) ? misspelt(place.here, starts.declarationWords) : undefined;
    const rule = meant && starts.ruleOf(meant);
    if (!meant || !rule) {
      this.skip(() => this.on.atOuter(), ['a declaration', 'the end of the file']);
      return;
    }
    this.on.tellWord(place.here, starts.imageOf(meant));
    const from = this.on.i++;
    while (!this.on.atOuter()) this.on.i++;
    const tokens = [retyped(place.here, meant), ...this.on.tokens.slice(from + 1, this.on.i)];
    this.read({ rule, tokens, next: this.on.token() }, children);
  }
}

/**
 * Names that a clause may have defined: what `for` binds, and what stands before the `=` of a `let`. A `let` without one
 * may have defined any name, which a name of no letters stands for.
 */
function namesIn(lost: readonly IToken[]): readonly IToken[] {
  const [first] = lost;
  const words = lost.filter((token) => token.tokenType === t.Identifier);
  if (first?.tokenType === t.For) {
    const named = words.filter((token) => !starts.entityWords.includes(token.image));
    return named.length > 0 ? named : [invented(t.Identifier, '', first.startOffset, 1)];
  }
  if (first?.tokenType !== t.Let) return [];
  const defined = words.filter((token) => {
    const i = lost.indexOf(token);
    return lost[i + 1]?.tokenType === t.Equal && (i === 1 || lost[i - 1]?.tokenType === t.Comma);
  });
  return defined.length > 0 ? defined : [invented(t.Identifier, '', first.startOffset, 1)];
}
