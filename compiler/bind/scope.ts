/** Names in reach at a place of a task, and which of them were used. */
import { didYouMean, meantBy } from '../diagnostics/suggest.js';
import type * as ast from '../syntax/ast.js';
import type * as bound from './bound.js';

export type Meaning =
  | { readonly kind: 'entity'; readonly entity: bound.Entity }
  | { readonly kind: 'let'; readonly let: bound.ValueLet }
  /** A set, or an order of one. */
  | { readonly kind: 'list'; readonly members: readonly bound.Entity[] }
  /** `{option}`, in a claim of choices. */
  | { readonly kind: 'option' }
  /** Something that could not be read, or is not known: it has been told, and agrees with everything. */
  | { readonly kind: 'broken' }
  /** What a finite binder stands for in this body. */
  | { readonly kind: 'finite'; readonly domain: ast.FiniteBinder['domain']; readonly value: string };

export class Scope {
  private readonly names = new Map<string, Meaning>();
  private readonly used = new Set<string>();
  private readonly later = new Set<string>();

  constructor(private readonly outer?: Scope) {}

  inside(): Scope {
    return new Scope(this);
  }

  /** False if the name is taken here or further out. A name that differs in case alone is known then, and means nothing. */
  define(name: string, meaning: Meaning): boolean {
    if (this.alike(name)) {
      if (!this.all().includes(name)) this.names.set(name, { kind: 'broken' });
      return false;
    }
    this.names.set(name, meaning);
    return true;
  }

  /** The meaning of a name, which thereby counts as used. A name of no letters stands for any that is not known. */
  use(name: string): Meaning | undefined {
    const here = this.names.get(name) ?? this.names.get('');
    if (!here) return this.outer?.use(name);
    this.used.add(name);
    return here;
  }

  find(name: string): Meaning | undefined {
    return this.names.get(name) ?? this.outer?.find(name) ?? this.names.get('');
  }

  /** Things of the scene that lines further up have picked. */
  picked(): readonly bound.Entity[] {
    const here = [...this.names.values()].flatMap((meaning) =>
      meaning.kind === 'entity' && meaning.entity.role === 'picked' ? [meaning.entity] : [],
    );
    return [...(this.outer?.picked() ?? []), ...here];
  }

  wasUsed(name: string): boolean {
    return this.used.has(name);
  }

  /** SQL does not tell `a` from `A`: of names that differ in case alone, one may be defined. */
  private alike(name: string): boolean {
    return this.all().some((known) => known.toLowerCase() === name.toLowerCase());
  }

  /** Names that lines further down will define: for hints alone. */
  announce(names: readonly string[]): void {
    for (const name of names) this.later.add(name);
  }

  hint(word: string, also: readonly string[] = []): string | undefined {
    if (this.isLater(word)) return `\`${word}\` is defined further down; a value is known to the lines after it.`;
    return didYouMean(word, [...this.all(), ...also]);
  }

  /** Whether a name was probably mistyped. */
  isNear(word: string): boolean {
    return this.isLater(word) || meantBy(didYouMean(word, this.all())) !== undefined;
  }

  private isLater(word: string): boolean {
    return this.later.has(word) || (this.outer?.isLater(word) ?? false);
  }

  private all(): readonly string[] {
    return [...(this.outer?.all() ?? []), ...this.names.keys()];
  }
}
