/**
 * A place among the tokens of a text that is being recovered: what stands there, where something else begins, and what has
 * been told. A second message at the place of the last one would be about the same, and is not told.
 */
import type { IToken } from 'chevrotain';
import type { Diagnostic, Fix, Note, Report } from '../diagnostics/diagnostic.js';
import { type Origin, spanOfToken } from './concrete.js';
import { unexpected } from './errors.js';
import * as starts from './starts.js';

/** More would not be read; the first ones are worked on first. */
const mostTold = 200;

export const nameOf = (token: IToken | undefined): string => (token ? `\`${token.image}\`` : 'the end');

export class Cursor {
  /** The token at hand. */
  i = 0;
  private toldAt = -1;
  private told = 0;

  /** @param holes offsets, ascending, at which characters were left out: that has been told */
  constructor(
    readonly tokens: readonly IToken[],
    readonly at: Origin,
    readonly text: string,
    private readonly holes: readonly number[],
    private readonly report: Report,
  ) {}

  /** The token at hand with its neighbours. */
  here(): starts.Around | undefined {
    return starts.around(this.tokens, this.i);
  }

  token(): IToken | undefined {
    return this.tokens[this.i];
  }

  is(...types: readonly IToken['tokenType'][]): boolean {
    const found = this.token();
    return found !== undefined && types.includes(found.tokenType);
  }

  span(token: IToken): Fix['at'] {
    return spanOfToken(token, this.at);
  }

  /** The place of a token, or the end of the text. */
  place(token: IToken | undefined): Fix['at'] {
    const end = this.text.length;
    return token ? this.span(token) : { file: this.at.file, start: end, end };
  }

  tell(
    token: IToken | undefined,
    found: string,
    expected: readonly string[],
    hint?: string,
    also: readonly Note[] = [],
  ): void {
    this.pass(unexpected({ found, expected, hint }, this.place(token), also));
  }

  /** A level or a declaration begins, or the text ends. */
  atOuter(): boolean {
    const place = this.here();
    return (
      !place || starts.startsLevel(place) || starts.startsTask(place) || starts.startsDeclaration(place) !== undefined
    );
  }

  /** A level or a task is left, even if its brace is missing. */
  leaves(): boolean {
    const place = this.here();
    return !place || starts.startsOutside(place);
  }

  /** A word that was nearly the one that is needed here. */
  tellWord(token: IToken, word: string): void {
    const span = this.span(token);
    const hint = `Did you mean \`${word}\`?`;
    const problem = unexpected({ found: nameOf(token), expected: [`\`${word}\``], hint }, span);
    this.pass({ ...problem, fix: { at: span, text: word } });
  }

  /** Characters were left out here, which has been told. */
  spoiled(): boolean {
    const [before, here, next] = [this.tokens[this.i - 1], this.token(), this.tokens[this.i + 1]];
    const from = before ? this.span(before).end : 0;
    const to = next?.startOffset ?? this.text.length;
    return here !== undefined && this.leftOut(from, to);
  }

  /** Reports, unless something was told of this place. */
  pass(problem: Diagnostic): void {
    if (problem.at.start === this.toldAt || this.told >= mostTold) return;
    this.toldAt = problem.at.start;
    this.told++;
    this.report(problem);
  }

  /** True where characters were left out between two offsets. */
  leftOut(from: number, to: number): boolean {
    let [low, high] = [0, this.holes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.holes[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const next = this.holes[low];
    return next !== undefined && next < to;
  }
}
