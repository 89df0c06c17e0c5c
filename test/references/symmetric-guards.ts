/** Guards of two things: such as say the same of both whoever is called first, and such as only look so. */

export const alikeBothWays: readonly string[] = [
  'abs(a.depth - b.depth) < 1 m',
  'abs((b.position - a.position).right) < 1 m',
  'length(b.position - a.position) < 2 m',
  'length({a, b}) < 2 m',
  '(a.depth - b.depth) * (a.depth - b.depth) < 2 m2',
  '(a.depth - b.depth) / (a.height - b.height) > 50%',
  'a.depth - b.depth in -1 m .. 1 m',
  'not (b.depth - a.depth in -1 m .. 1 m)',
  'a.top - b.top is about 0 m',
  '(if a.depth < b.depth then a.depth else b.depth) > 2 m',
  'if a.depth < b.depth then b.height > 1 m else a.height > 1 m',
  'known abs(a.depth - b.depth)',
];

export const oneWayOnly: readonly string[] = [
  'abs(a.depth - b.height) < 1 m',
  'abs((a.position from b).right) < 1 m',
  '(a.depth - b.depth) * (a.depth + b.depth) < 2 m2',
  'a.depth - b.depth in -1 m .. 2 m',
  '(if a.depth < b.depth then a.height else b.depth) > 2 m',
  'length(camera, {a, b}) < 3 m',
];
