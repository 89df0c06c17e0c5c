/** A small SQL tree: what `from-ir` makes and `print` writes. It knows nothing of recipes. */

export type Expression =
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'keyword'; readonly value: 'null' | 'true' | 'false' }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'prefix'; readonly operator: 'not' | '-'; readonly of: Expression }
  | { readonly kind: 'suffix'; readonly operator: 'is null' | 'is not null'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | {
      readonly kind: 'case';
      readonly cases: readonly (readonly [Expression, Expression])[];
      readonly otherwise: Expression | undefined;
    }
  | { readonly kind: 'cast'; readonly of: Expression; readonly type: string }
  | { readonly kind: 'lambda'; readonly parameter: string; readonly body: Expression }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'struct'; readonly fields: readonly (readonly [string, Expression])[] };

export interface Column {
  readonly name: string;
  readonly value: Expression;
}

export type Select =
  /** `select columns from table` */
  | { readonly kind: 'columns'; readonly columns: readonly Column[]; readonly from: string }
  /** `select *, columns from table` */
  | { readonly kind: 'add'; readonly columns: readonly Column[]; readonly from: string }
  | { readonly kind: 'where'; readonly from: string; readonly where: Expression }
  | { readonly kind: 'join'; readonly left: string; readonly right: string; readonly on: Expression }
  /** To each row of `from` columns of the row of a table that has these keys. */
  | {
      readonly kind: 'lookup';
      readonly from: string;
      readonly table: string;
      readonly columns: readonly { readonly name: string; readonly of: string }[];
      readonly keys: readonly { readonly column: string; readonly is: string }[];
    }
  /** For each group what its rows are together: columns of aggregates. */
  | {
      readonly kind: 'sums';
      readonly from: string;
      readonly per: readonly string[];
      readonly sums: readonly Column[];
    }
  /** To each row of `from` the sums of its group; where it has no rows, 0 or unknown. */
  | {
      readonly kind: 'beside';
      readonly from: string;
      readonly sums: string;
      readonly per: readonly string[];
      readonly columns: readonly { readonly name: string; readonly zero: boolean }[];
    }
  /** `select i as column from range(count)` */
  | { readonly kind: 'series'; readonly column: string; readonly count: number }
  | {
      readonly kind: 'place';
      readonly from: string;
      readonly per: readonly string[];
      readonly by: readonly string[];
      readonly place: string;
      readonly among: string;
    }
  | {
      readonly kind: 'top';
      readonly from: string;
      readonly per: readonly string[];
      readonly by: readonly string[];
      readonly count: Expression;
    };

export interface Step {
  readonly name: string;
  readonly select: Select;
  /** Its rows are read more than once, and took work. */
  readonly shared: boolean;
}

export interface Query {
  readonly steps: readonly Step[];
  /** The step whose rows are the result. */
  readonly result: string;
}
