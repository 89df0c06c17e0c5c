/** Names of constants: those of the recipe where TypeScript takes them. */

const reserved: ReadonlySet<string> = new Set(
  (
    'abstract any arguments as async await boolean break case catch class const constructor continue debugger declare ' +
    'default delete do else enum eval export extends false finally for from function get global globalThis if implements ' +
    'import in infer Infinity instanceof interface is keyof let module namespace NaN never new null number object of ' +
    'package private protected public readonly require return set static string super switch symbol this throw true try ' +
    'type typeof undefined unknown var void while with yield'
  ).split(' '),
);

/** Gives each wish a name that is free from then on: the wish itself, or with an ending such as `_task`. */
export function identifiers(taken: Iterable<string>): (wish: string, ending: string) => string {
  const used = new Set(taken);
  return (wish, ending) => {
    let name = reserved.has(wish) || used.has(wish) ? `${wish}_${ending}` : wish;
    while (used.has(name)) name = `${name}_`;
    used.add(name);
    return name;
  };
}
