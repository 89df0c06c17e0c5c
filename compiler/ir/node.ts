/**
 * The intermediate representation: relations (rows of a scene) and expressions over their columns.
 * Nodes are plain, frozen and interned by `Graph`: equal work is one object.
 * Unknown is NULL; every function is total (docs/semantics.md).
 */

export type ValueType = 'int' | 'real' | 'bool' | 'text' | 'ints' | 'texts' | 'reals' | 'struct';

export type Expression =
  | { readonly kind: 'column'; readonly name: string; readonly type: ValueType }
  | { readonly kind: 'literal'; readonly value: number | boolean | string | null; readonly type: ValueType }
  /** Given when the query runs: the chunk's bounds. */
  | { readonly kind: 'parameter'; readonly name: string; readonly type: ValueType }
  | {
      readonly kind: 'apply';
      readonly fn: FunctionName;
      readonly arguments: readonly Expression[];
      readonly type: ValueType;
      /** Names of the columns that it reads, at any depth. */
      readonly reads: ReadonlySet<string>;
    };

/** What expressions may apply. `sql/expression.ts` knows each one's spelling; it guards what would throw or skip NULL. */
export type FunctionName =
  // numbers: both sides int, or both real
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide' // real; unknown on zero
  | 'negate'
  | 'absolute'
  | 'root' // real; unknown below zero
  | 'real' // int to real
  | 'whole' // real to int: floor(x + 0.5); unknown when not finite or too large
  | 'floor_divide' // int
  | 'larger'
  | 'smaller'
  // truth
  | 'less' // (x, y, absolute, ppm): margined, three-valued
  | 'about'
  | 'clear' // (x, y, margin): y - x > margin and nothing else: the printer's building block for ranges
  | 'equal'
  | 'below'
  | 'at_most'
  | 'and'
  | 'or'
  | 'not'
  | 'agree'
  | 'is_true' // two-valued: true or not
  | 'is_known'
  // choice
  | 'if' // (c, a, b): unknown when c is
  | 'when' // (c1, v1, c2, v2, …, otherwise?): the first condition that is true
  // texts and lists
  | 'join' // concatenation; unknown if a part is
  | 'text' // int to text
  | 'bytes' // length in UTF-8
  | 'capital'
  | 'without_first' // a text without its first character
  | 'pad' // (n, width): leading zeros
  | 'list'
  | 'item' // (list, 0-based index)
  | 'select' // (list, 1-based places): the items at these places
  | 'contains'
  | 'has_word' // (text, words separated by |): one of them stands in it as a whole word
  | 'permuted' // (k, n, i): element i of the k-th permutation of 0..n-1 in lexicographic order
  // draws
  | 'digest' // (text): md5, in hexadecimal digits
  | 'word' // (digest, i): its i-th 32 bits
  | 'wrap' // the lowest 32 bits
  | 'fold' // (x, n): x xor (x >> n)
  | 'shift' // (x, n): x >> n
  | 'share' // (draw, n): floor(draw · n / 2^52)
  | 'identify' // (high, low): 64 bits of two words
  // directions
  | 'sector' // (right, forward, margin, count, band sine): see docs/semantics.md section 3
  | 'struct'; // (name, value, name, value, …)

export interface Named {
  readonly name: string;
  readonly value: Expression;
}

/** What the values of some pairs are together: unknown ones, and those whose `by` is unknown, are no part of it. */
export type Total = Named &
  (
    | { readonly fold?: undefined }
    /** The least, texts by their bytes; or the least of the others, which may be as great. */
    | { readonly fold: 'least' | 'second' }
    /** The value of the pair with the least `by`; where several have it, of any of them. */
    | { readonly fold: 'of least'; readonly by: Expression }
  );

export type Relation =
  /** A stored table, its columns renamed `prefix.column`; an empty prefix keeps the names. */
  | { readonly kind: 'table'; readonly table: string; readonly prefix: string; readonly columns: readonly Field[] }
  /** Adds columns; they see those of the input, not each other. */
  | { readonly kind: 'compute'; readonly input: Relation; readonly columns: readonly Named[] }
  /** Keeps rows for which the condition is true. */
  | { readonly kind: 'filter'; readonly input: Relation; readonly where: Expression }
  /** Inner join. Column names of the two sides are distinct. */
  | { readonly kind: 'join'; readonly left: Relation; readonly right: Relation; readonly on: Expression }
  /** Adds to each row columns, renamed `prefix.column`, of the one row of a stored table with these keys. Each row has one. */
  | {
      readonly kind: 'lookup';
      readonly input: Relation;
      readonly table: string;
      readonly prefix: string;
      readonly columns: readonly Field[];
      readonly keys: readonly Key[];
    }
  /** Adds to each row totals over its pairs with rows of another relation: 0 or unknown where there are none. */
  | ({ readonly kind: 'total'; readonly input: Relation; readonly each: Relation } & Totalling)
  /** One row for each whole number from 0 below `count`. */
  | { readonly kind: 'series'; readonly column: string; readonly count: number }
  /** Adds to each row its place in its group, from 0 in the order, and how many the group has. */
  | ({ readonly kind: 'place'; readonly input: Relation } & Ranking)
  /** For each group, the `count` rows that come first in the order; or as many as a column of its rows says. */
  | {
      readonly kind: 'top';
      readonly input: Relation;
      readonly per: readonly string[];
      readonly by: readonly string[];
      readonly count: number;
      readonly need: Expression | undefined;
    }
  /** Exactly these columns. */
  | { readonly kind: 'project'; readonly input: Relation; readonly columns: readonly Named[] };

/** A column of a table, and the column of a row that says what it must be. */
export interface Key {
  readonly column: string;
  readonly is: string;
}

export interface Field {
  readonly name: string;
  readonly type: ValueType;
}

/** A row of the input and one of `each` are a pair where `on` holds; of a pair come columns, then whether it counts, then what. */
export interface Totalling {
  /** Columns that tell the rows of the input apart. */
  readonly keys: readonly string[];
  /** Columns of the two. */
  readonly on: Expression;
  /** Columns of the pair, each layer over the two and the layers before. */
  readonly layers: readonly (readonly Named[])[];
  readonly where: Expression;
  readonly totals: readonly Total[];
}

/** Groups, an order in each, and the columns that tell of it. */
export interface Ranking {
  readonly per: readonly string[];
  readonly by: readonly string[];
  readonly place: string;
  readonly among: string;
}

export type Kind = Relation['kind'];
export type Of<K extends Kind> = Extract<Relation, { kind: K }>;
