/** Kleene's logic of true, false and unknown (`null`), and the readings that must agree. */

export type Truth = boolean | null;

export function not(p: Truth): Truth {
  return p === null ? null : !p;
}

export function and(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

export function or(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(null) ? null : false;
}

/** True if all readings are true, false if all are false, else unknown. */
export function agree(parts: readonly Truth[]): Truth {
  if (parts.every((part) => part === true)) return true;
  return parts.every((part) => part === false) ? false : null;
}
