/**
 * Functions that the SQL of a run calls. A relation is a macro in SQL, and would stand in the place of a function of its name:
 * so no relation takes one of these.
 */
const functions =
  'abs any_value array_extract avg cast ceil coalesce concat count current_database floor greatest hash if ifnull isfinite ' +
  'json_extract least len length list list_aggregate list_contains list_distinct list_extract list_filter list_position ' +
  'list_select list_sort list_transform list_value log10 lower lpad max md5 min nullif parquet_scan quantile_cont range read_csv ' +
  'read_json read_parquet regexp_extract regexp_matches regexp_replace replace round row_number sign sqrt string_agg ' +
  'string_split strlen struct_extract struct_pack substr substring sum to_json trim trunc try_cast unnest upper xor';

const names: ReadonlySet<string> = new Set(functions.split(' '));

/** By the name of the macro: words joined, whatever the case. */
export const isSqlFunction = (macro: string): boolean => names.has(macro.toLowerCase());
