/**
 * Noun forms of labels that no table lists, by the rules of docs/store.md: plural, article, and whether a label can be
 * said at all. Rules, not guesses: the same label always has the same forms, and every irregular noun is named here.
 */

/** Nouns whose plural no rule gives; as the last part of a word, too: policeman, bookshelf. */
const irregular: readonly (readonly [string, string])[] = [
  ['person', 'people'],
  ['woman', 'women'],
  ['man', 'men'],
  ['child', 'children'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['goose', 'geese'],
  ['mouse', 'mice'],
  ['shelf', 'shelves'],
  ['leaf', 'leaves'],
  ['loaf', 'loaves'],
  ['knife', 'knives'],
  ['wife', 'wives'],
  ['wolf', 'wolves'],
  ['calf', 'calves'],
  ['half', 'halves'],
  ['scarf', 'scarves'],
  ['cactus', 'cacti'],
  ['potato', 'potatoes'],
  ['tomato', 'tomatoes'],
  ['mango', 'mangoes'],
  ['hero', 'heroes'],
  ['sheep', 'sheep'],
  ['deer', 'deer'],
  ['fish', 'fish'],
  ['moose', 'moose'],
  ['craft', 'craft'],
  ['series', 'series'],
  ['species', 'species'],
];
/** Ends with an irregular noun by its letters alone. */
const regular = /(?:human|german|roman|ottoman|talisman)$/i;

/** Words after which nothing of a name is counted: chests of drawers, people on bicycles. */
const preposition = /^(.+?)( (?:of|in|on|with|for|at|by|from|to) .+)$/;

/** `shelf` to `shelves`, `chest of drawers` to `chests of drawers`; of several words the last one is the noun. */
export function pluralOf(singular: string): string {
  const [, noun, rest] = preposition.exec(singular) ?? [];
  return noun === undefined || rest === undefined ? pluralOfLast(singular) : `${pluralOfLast(noun)}${rest}`;
}

function pluralOfLast(words: string): string {
  const special = regular.test(words) ? undefined : irregular.find(([one]) => words.endsWith(one));
  if (special !== undefined) return `${words.slice(0, -special[0].length)}${special[1]}`;
  if (/[A-Z]$/.test(words)) return `${words}s`;
  if (/(?:s|x|z|ch|sh)$/.test(words)) return `${words}es`;
  return /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;
}

/** Abbreviations are spelt: an SUV, a TV. */
const spelt = /^[A-Z]{2,}s?\b/;
/** Written with a vowel, said with a consonant; and the other way round. */
const consonantSound = /^(?:uni(?!n|m)|use|usu|ute|ura|uri|uti|uku|eu|one\b|once\b)/i;
const vowelSound = /^(?:hour|honest|honou?r|heir)/i;

/** `a` or `an`, by how the first word sounds. */
export function articleOf(singular: string): 'a' | 'an' {
  if (spelt.test(singular)) return /^[AEFHILMNORSX]/.test(singular) ? 'an' : 'a';
  if (vowelSound.test(singular)) return 'an';
  return /^[aeiou]/i.test(singular) && !consonantSound.test(singular) ? 'an' : 'a';
}

/** Whether a label is words and nothing else: letters, with single blanks, hyphens and apostrophes between them. */
export function isSpoken(label: string): boolean {
  return /^\p{L}+(?:[ '’-]\p{L}+)*$/u.test(label);
}
